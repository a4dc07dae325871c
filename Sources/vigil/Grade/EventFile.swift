import Clinical
import EventText

/// A JSON Lines file read whole, to be graded without a store.
struct EventFile {
  private(set) var byPatient: [PatientID: [Event]] = [:]
  /// `site`, `setting` and `user` events of no patient.
  private(set) var wardEvents: [Event] = []
  /// In the order of lines.
  private(set) var refusals: [Refusal] = []
  private(set) var findings: [LineFinding] = []
  /// The moment at which the sample ward's demonstration begins, where the file names one.
  private(set) var demoMoment: Instant?

  private struct Origin {
    var line: Int
    var contentHash: [UInt8]
    var patient: PatientID?
    var kind: EventKind
  }

  /// Reads every line.
  init(path: String, _ environment: Environment) throws {
    var lines = try EventLines(path: path, environment)
    var origins: [EventID: Origin] = [:]
    var linked: [EventID: Event] = [:]
    var events: [Event] = []
    while let item = try lines.next() {
      switch item.outcome {
      case .failure(let refusal): refusals.append(refusal)
      case .success(let sent):
        let event = sent.event
        if let earlier = origins[event.id] {
          noteRepeated(sent, item.number, earlier)
          continue
        }
        origins[event.id] = Origin(
          line: item.number, contentHash: sent.contentHash, patient: event.patient,
          kind: event.kind)
        if event.corrects != nil || event.retracts != nil { linked[event.id] = event }
        events.append(event)
      }
    }
    let misfits = checkLinks(linked, origins)
    for event in events where !misfits.contains(event.id) { add(event) }
    refusals.sort { ($0.line ?? 0) < ($1.line ?? 0) }
    findings.sort { $0.line < $1.line }
  }

  /// The latest `at` in the file; `nil` for a file without events.
  func latest(in zone: Zone) -> Instant? {
    let ward = wardEvents.lazy.map { $0.at.start(in: zone) }.max()
    let rest = byPatient.values.lazy.compactMap { events in
      events.lazy.map { $0.at.start(in: zone) }.max()
    }.max()
    return [ward, rest].compactMap { $0 }.max()
  }

  private mutating func add(_ event: Event) {
    if case .site(let site) = event.content, let moment = site.demoMoment { demoMoment = moment }
    if let patient = event.patient {
      byPatient[patient, default: []].append(event)
    } else {
      wardEvents.append(event)
    }
  }

  private mutating func noteRepeated(_ sent: SentEvent, _ line: Int, _ earlier: Origin) {
    if sent.contentHash == earlier.contentHash {
      findings.append(.equalLines(line, first: earlier.line))
    } else {
      refusals.append(
        Refusal(
          line: line, field: "id",
          problem: "\(sent.event.id) is already the id of another event, in line \(earlier.line)",
          remedy: "give this event an id of its own, or none; to change the other, correct it"))
    }
  }

  // Corrections and retractions that a store would refuse or report (contract 1.4).
  private mutating func checkLinks(
    _ linked: [EventID: Event], _ origins: [EventID: Origin]
  ) -> Set<EventID> {
    var misfits: Set<EventID> = []
    for event in linked.values {
      guard let named = event.corrects ?? event.retracts, let line = origins[event.id]?.line else {
        continue
      }
      guard let target = origins[named] else {
        findings.append(.missingTarget(line, named))
        continue
      }
      if let refusal = misfit(event, line, named, target) {
        misfits.insert(event.id)
        refusals.append(refusal)
      }
    }
    let sound = linked.filter { !misfits.contains($0.key) }
    for id in Corrections.voidLinks(sound) {
      guard let event = linked[id], let line = origins[id]?.line else { continue }
      misfits.insert(id)
      refusals.append(
        Refusal(
          line: line, field: event.corrects == nil ? "retracts" : "corrects",
          problem: event.corrects == id || event.retracts == id
            ? "the event names itself" : "following what it names leads back to the event itself",
          remedy: "name the event that it is about, in the version that was there first"))
    }
    return misfits
  }

  private func misfit(
    _ event: Event, _ line: Int, _ named: EventID, _ target: Origin
  ) -> Refusal? {
    let isCorrection = event.corrects != nil
    let isSamePatient = target.patient == event.patient
    if isCorrection
      ? isSamePatient && target.kind == event.kind : isSamePatient || target.patient == nil
    {
      return nil
    }
    let whose = target.patient.map { " of \($0)" } ?? ""
    return Refusal(
      line: line, field: isCorrection ? "corrects" : "retracts",
      problem: "\(named) is \(target.kind.rawValue)\(whose)",
      remedy: isCorrection
        ? "retract it, then enter it for the right patient"
        : "name the event's own patient in the retraction")
  }
}
