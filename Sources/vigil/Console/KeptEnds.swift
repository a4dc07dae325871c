import Clinical
import Console
import EventStore
import Grading

/// The ends of patients' courses that a store keeps, so that neither the ward nor the grades of now
/// decode the past. They can be lost at any time and give the same answers.
struct KeptEnds {
  private let log: any EventLog & Checkpoints
  private let zone: Zone
  private let settings: [UInt8]

  /// A course shorter than this is folded sooner than its end is written.
  private static let shortest = 256
  /// After so many events behind an end another is kept.
  private static let stale = 256

  init(log: any EventLog & Checkpoints, ward: [StoredEvent], zone: Zone) {
    self.log = log
    self.zone = zone
    settings = Self.digest(of: ward, zone)
  }

  /// What kept state depends on: whatever the ward's events say enters every patient's course, and so
  /// does the zone.
  static func digest(of ward: [StoredEvent], _ zone: Zone) -> [UInt8] {
    var text = Array(zone.identifier.utf8)
    for event in ward { text += event.id.bytes + event.contentHash }
    return ContentDigest.sha256(text[...])
  }

  /// The patient from the kept end and what came after it; `nil` where there is none, or where what
  /// came after is dated before its end.
  func patient(_ id: PatientID) throws -> WardPatient? {
    guard
      let kept = try log.checkpoint(
        of: id, engine: WardPatient.engineVersion, settings: settings),
      var patient = WardPatient(id, bytes: kept.state, zone: zone)
    else { return nil }
    let stored = try log.events(of: id, after: kept.seq)
    let later = try stored.map { try $0.event(OpenedStore.reader) }
    for event in later.sorted(by: { $0.ownKey(in: zone) < $1.ownKey(in: zone) })
    where !patient.append(event) { return nil }
    if later.count >= Self.stale { keep(patient, through: stored.last?.seq) }
    return patient
  }

  /// The same, without reading the end of one who is known to have left and of whom nothing has come
  /// since: then the inner value is `nil`. The outer is `nil` where there is no kept end.
  func patient(_ id: PatientID, inHouseAt now: Instant) throws -> WardPatient?? {
    guard
      let kept = try log.checkpoint(
        of: id, engine: WardPatient.engineVersion, settings: settings)
    else { return nil }
    if let end = WardPatient.endOfStay(in: kept.state), end <= now,
      try log.events(of: id, after: kept.seq).isEmpty
    {
      return .some(nil)
    }
    guard let patient = try patient(id) else { return nil }
    return patient.summary.isInHouse(at: now, zone: zone) ? patient : .some(nil)
  }

  /// Keeps the end of a course that was folded whole.
  func keep(_ patient: WardPatient, through seq: Int64?, facts: Int) {
    guard facts >= Self.shortest else { return }
    keep(patient, through: seq)
  }

  // An end that cannot be kept costs time and nothing else: somebody who may only read, or a busy
  // store, still gets the answer.
  private func keep(_ patient: WardPatient, through seq: Int64?) {
    guard let seq, let bytes = patient.bytes else { return }
    try? log.save(
      Checkpoint(
        patient: patient.id, seq: seq, engine: WardPatient.engineVersion, settings: settings,
        state: bytes))
  }
}
