import Clinical
import EventStore
import Grading
import Outcomes

/// Patients as the trial's endpoints see them, kept beside a store's events, so that tables do not
/// decode the past. They can be lost at any time and give the same answers.
struct KeptSubjects {
  private let log: any EventLog & Checkpoints
  private let ward: [Event]
  private let zone: Zone
  private let settings: [UInt8]

  // Saved together: a transaction that no console waits for.
  private static let batch = 200

  init(log: any EventLog & Checkpoints) throws {
    self.log = log
    let stored = try log.events(of: nil)
    ward = try stored.map { try $0.event(OpenedStore.reader) }
    zone = Zone.ofRecord(ward)
    settings = KeptEnds.digest(of: stored, zone)
  }

  /// The events of no patient, and the zone that they say.
  var wardEvents: [Event] { ward }

  /// Every patient of the store; those whose kept state is of before the last event are folded anew.
  ///
  /// - Parameter zone: in which days are counted; the kept ones are in the site's.
  func all(in asked: Zone? = nil) throws -> [TrialSubject] {
    var folded: [Checkpoint] = []
    let subjects = try log.patients().map { patient in
      if asked == nil || asked == zone,
        let kept = try log.checkpoint(
          of: patient, for: .outcomes, engine: TrialSubject.engineVersion, settings: settings),
        try log.events(of: patient, after: kept.seq).isEmpty,
        let subject = TrialSubject(patient, bytes: kept.state)
      {
        return subject
      }
      let stored = try log.events(of: patient)
      let events = try stored.map { try $0.event(OpenedStore.reader) }
      let subject = TrialSubject(
        patient, GradedCourse(ward + events, zone: asked ?? zone))
      if asked == nil || asked == zone, let seq = stored.last?.seq {
        folded.append(
          Checkpoint(
            patient: patient, purpose: .outcomes, seq: seq, engine: TrialSubject.engineVersion,
            settings: settings, state: subject.bytes))
      }
      return subject
    }
    keep(folded)
    return subjects
  }

  // What cannot be kept costs time and nothing else: somebody who may only read, or a busy store,
  // still gets the answer.
  private func keep(_ folded: [Checkpoint]) {
    var rest = folded[...]
    while !rest.isEmpty {
      guard (try? log.save(Array(rest.prefix(Self.batch)))) != nil else { return }
      rest = rest.dropFirst(Self.batch)
    }
  }
}
