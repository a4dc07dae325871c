import Clinical
import Console
import EventStore
import EventText
import Grading

/// The sample ward as a source: invented events that become known as its own clock goes on.
struct SampleSource: WardSource {
  let site: String
  let zone: Zone
  let settings: ChoiceSettings
  private let ward: [Event]
  private var byPatient: [PatientID: [Event]]
  // Those that are not yet known, the next one last.
  private var coming: [Event]
  // The store that keeps what is entered, else made in memory when something is first entered; what
  // was known until then is in it.
  private var entered: (any EventLog & PersonalNotes)?
  private var seen: Int64 = 0

  /// - Parameters:
  ///   - now: the moment at which the demonstration begins.
  ///   - kept: a store made of what is known then, where what is entered is to be kept.
  init(
    _ file: WardFile, at now: Instant, keptIn kept: (any EventLog & PersonalNotes)? = nil
  ) throws {
    ward = file.wardEvents
    byPatient = file.byPatient
    zone = Zone.ofRecord(ward)
    settings = ChoiceSettings(ofWard: ward, at: now, zone: zone)
    var name = ""
    for event in ward { if case .site(let place) = event.content { name = place.name } }
    site = name
    let zone = zone
    let later = file.byPatient.values.joined().filter { $0.recorded(in: zone) > now }
    coming = later.sorted {
      ($0.recorded(in: zone), $0.id) > ($1.recorded(in: zone), $1.id)
    }
    entered = kept
    seen = try kept?.position() ?? 0
  }

  private func known(_ patient: PatientID, at now: Instant) -> [Event] {
    (byPatient[patient] ?? []).filter { $0.recorded(in: zone) <= now }
  }

  func patient(_ id: PatientID, at now: Instant) -> WardPatient {
    WardPatient(id, GradedCourse(ward + known(id, at: now), zone: zone))
  }

  private func all(at now: Instant) -> [WardPatient] {
    byPatient.keys.sorted().compactMap { id in
      known(id, at: now).isEmpty ? nil : patient(id, at: now)
    }
  }

  func inHouse(at now: Instant) -> [WardPatient] {
    all(at: now).filter { $0.summary.isInHouse(at: now, zone: zone) }
  }

  func outOfHouse(at now: Instant) -> [WardPatient] {
    all(at: now).filter { !$0.summary.isInHouse(at: now, zone: zone) }
  }

  func record(of patient: PatientID, at now: Instant) -> PatientRecord {
    PatientRecord(patient, events: ward + known(patient, at: now), zone: zone)
  }

  // In a demonstration everybody may enter what a physician may.
  func user(_ login: String) -> EntryUser {
    EntryUser(login: login, name: nil, role: .physician)
  }

  mutating func log(at now: Instant) throws -> any EventLog & PersonalNotes {
    if let entered { return entered }
    let log = MemoryEventLog(
      id: EventID(high: 0x7000, low: 1 << 63), createdAt: now, reader: OpenedStore.reader)
    let events = ward + byPatient.values.joined()
    _ = try log.append(
      try KeptDemo.known(events, at: now, zone), by: .imported(file: "ward.jsonl"), together: false
    ) { now }
    seen = log.position()
    entered = log
    return log
  }

  mutating func news(at now: Instant) throws -> [Event] {
    var events = try newlyEntered()
    while let next = coming.last, next.recorded(in: zone) <= now {
      events.append(next)
      coming.removeLast()
    }
    return events
  }

  private mutating func newlyEntered() throws -> [Event] {
    guard let entered, try entered.position() > seen else { return [] }
    let page = try entered.events(after: seen, limit: .max)
    seen = page.last?.seq ?? seen
    let events = try page.map { try $0.event(OpenedStore.reader) }
    for event in events {
      if let patient = event.patient { byPatient[patient, default: []].append(event) }
    }
    return events
  }
}
