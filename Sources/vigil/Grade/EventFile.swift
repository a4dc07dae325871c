import Clinical
import EventText

/// A JSON Lines file read whole, to be graded without a store.
///
/// It is held to what a store would ask: the same lines are refused and reported, whatever their
/// order.
struct EventFile {
  private(set) var byPatient: [PatientID: [Event]] = [:]
  /// Events of no patient, and what corrects or retracts them.
  private(set) var wardEvents: [Event] = []
  /// In the order of lines.
  private(set) var refusals: [Refusal] = []
  private(set) var findings: [LineFinding] = []
  /// The moment at which the sample ward's demonstration begins, where the file names one.
  private(set) var demoMoment: Instant?

  // A line that was read.
  private struct Line {
    var number: Int
    var event: Event
    var contentHash: [UInt8]
  }

  /// Reads every line.
  init(path: String, _ environment: Environment) throws {
    var reading = try EventLines(path: path, environment)
    var lines: [Line] = []
    var byID: [EventID: Int] = [:]
    while let item = try reading.next() {
      switch item {
      case .rest: continue
      case .refused(let refusal, _, _): refusals.append(refusal)
      case .event(let sent, let number):
        let line = Line(number: number, event: sent.event, contentHash: sent.contentHash)
        if let earlier = byID[sent.event.id] {
          noteRepeated(line, lines[earlier])
        } else {
          byID[sent.event.id] = lines.count
          lines.append(line)
        }
      }
    }
    sort(lines, byID)
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

  private mutating func noteRepeated(_ line: Line, _ earlier: Line) {
    if line.contentHash == earlier.contentHash {
      findings.append(.equalLines(line.number, first: earlier.number))
    } else {
      refusals.append(
        Refusal(
          line: line.number, field: "id",
          problem: "\(line.event.id) is already the id of another event, in line \(earlier.number)",
          remedy: "give this event an id of its own, or none; to change the other, correct it"))
    }
  }

  // Gives every sound event its place.
  private mutating func sort(_ lines: [Line], _ byID: [EventID: Int]) {
    var linked: [EventID: Event] = [:]
    for line in lines {
      guard let named = line.event.corrects ?? line.event.retracts else { continue }
      linked[line.event.id] = line.event
      if let target = byID[named] {
        linked[named] = lines[target].event
      } else {
        findings.append(.missingTarget(line.number, named))
      }
    }
    var void = Corrections.voidLinks(linked)
    // A course holds one patient's events, so a retraction that names another's would be lost.
    for event in linked.values {
      if let target = event.retracts.flatMap({ linked[$0] }), let other = target.patient,
        other != event.patient
      {
        void.insert(event.id)
      }
    }
    let ofWard = wardIDs(linked)
    for line in lines {
      let event = line.event
      guard !void.contains(event.id) else {
        refuse(line, naming: (event.corrects ?? event.retracts).flatMap { linked[$0] })
        continue
      }
      if case .site(let site) = event.content, let moment = site.demoMoment { demoMoment = moment }
      if let patient = event.patient { byPatient[patient, default: []].append(event) }
      if event.patient == nil || ofWard.contains(event.id) { wardEvents.append(event) }
    }
  }

  // Events of the ward and whatever, directly or not, names one; those without links left out.
  private func wardIDs(_ linked: [EventID: Event]) -> Set<EventID> {
    var found = Set(linked.values.lazy.filter { $0.patient == nil }.map(\.id))
    var hasGrown = !found.isEmpty
    while hasGrown {
      let more = linked.values.filter { event in
        !found.contains(event.id) && (event.corrects ?? event.retracts).map(found.contains) == true
      }
      found.formUnion(more.map(\.id))
      hasGrown = !more.isEmpty
    }
    return found
  }

  private mutating func refuse(_ line: Line, naming target: Event?) {
    let event = line.event
    let isCorrection = event.corrects != nil
    let fits = target.map {
      $0.patient == event.patient && (!isCorrection || $0.kind == event.kind)
    }
    let problem: String
    let remedy: String
    if let target, target.id != event.id, fits == false {
      let whose = target.patient.map { " of \($0)" } ?? ""
      problem = "\(target.id) is \(target.kind.rawValue)\(whose)"
      remedy =
        isCorrection
        ? "retract it, then enter it for the right patient"
        : "name the event's own patient in the retraction"
    } else {
      problem =
        target?.id == event.id
        ? "the event names itself" : "following what it names leads back to the event itself"
      remedy = "name the event that it is about, in the version that was there first"
    }
    refusals.append(
      Refusal(
        line: line.number, field: isCorrection ? "corrects" : "retracts", problem: problem,
        remedy: remedy))
  }
}
