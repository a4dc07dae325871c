import Clinical
import EventText

/// The rules by which a store takes or refuses an event (contract 1.1 and 1.4), the same for every
/// maker of a store.
struct Admission {
  let reader: EventReader
  let entry: Authorship.Entry
  var expects: Authorship.Expectation?

  enum Verdict {
    case take(Prepared, [AppendFinding])
    case duplicate(seq: Int64)
    case refuse(Refusal)
    case overtaken(Refusal, newest: StoredEvent)
  }

  func judge(_ prepared: Prepared, in index: some RecordIndex) throws(StoreError) -> Verdict {
    let event = prepared.event
    if let earlier = try index.stored(event.id) {
      return isSame(prepared, as: earlier)
        ? .duplicate(seq: earlier.seq) : .refuse(idTaken(by: earlier))
    }
    if event.corrects == event.id || event.retracts == event.id {
      return .refuse(
        Refusal(
          field: event.corrects == nil ? "retracts" : "corrects",
          problem: "the event names itself", remedy: "name the event that it is about"))
    }
    var findings: [AppendFinding] = []
    let namers = try index.naming(event.id)
    if !namers.isEmpty {
      if try reaches(event.id, from: event, in: index) { return .refuse(ring(event)) }
      for namer in namers where !fits(try decoded(namer), target: event) {
        findings.append(.voidLink(from: namer.id))
      }
    }
    // A corrected retraction names two events: the retraction, and what that takes back.
    var corrected: StoredEvent?
    for (link, named) in [(Naming.corrects, event.corrects), (.retracts, event.retracts)] {
      guard let named else { continue }
      guard let target = try index.stored(named) else {
        findings.append(.missingTarget(named))
        continue
      }
      let original = try decoded(target)
      if !fits(event, link, original) { return .refuse(misfit(event, link, original)) }
      if link == .corrects { corrected = target }
    }
    if try closesRing(event, namers, in: index) { return .refuse(ring(event)) }
    if entry == .live, let corrected {
      return try judgeLiveCorrection(prepared, of: corrected, findings, in: index)
    }
    return .take(prepared, findings)
  }

  /// Why nothing of a call may be stored; `nil` where what its author expects holds.
  func unmet(in index: some RecordIndex) throws(StoreError) -> Refusal? {
    guard let expects, try index.hasEvent(of: expects.patient, after: expects.position) else {
      return nil
    }
    guard let patient = expects.patient else {
      return Refusal(
        field: nil, problem: "somebody has changed users, settings or the place meanwhile",
        remedy: "look at them again")
    }
    return Refusal(
      field: "patient",
      problem: expects.position == 0
        ? "\(patient) is in the record already" : "\(patient) has new entries meanwhile",
      remedy: expects.position == 0 ? "open that patient, or take another id" : "look again")
  }

  /// What a stored event says.
  func decoded(_ stored: StoredEvent) throws(StoreError) -> Event {
    do throws(Refusal) {
      return try stored.read(reader)
    } catch {
      throw StoreError(
        .damaged, "event \(stored.seq) cannot be read: \(error.problem)",
        remedy: "Run vigil verify, and restore from a backup")
    }
  }

  private func isSame(_ prepared: Prepared, as earlier: StoredEvent) -> Bool {
    prepared.sent.contentHash == earlier.contentHash
      || SameContent.accepts(prepared.sent.contentHash, body: earlier.body)
  }

  private func idTaken(by earlier: StoredEvent) -> Refusal {
    Refusal(
      field: "id",
      problem: "\(earlier.id) is already the id of another event: \(earlier.kind)"
        + (earlier.patient.map { " of \($0)" } ?? "")
        + ", stored \(earlier.storedAt.utcReadable) as number \(earlier.seq)",
      remedy: "give this event an id of its own, or none; to change the other, send a correction")
  }

  /// How an event names another.
  private enum Naming: String { case corrects, retracts }

  // A correction belongs to the same patient and kind, a retraction to the same patient.
  private func fits(_ event: Event, _ link: Naming, _ target: Event) -> Bool {
    event.patient == target.patient && (link == .retracts || event.kind == target.kind)
  }

  // The same of a stored event that names one which has come only now.
  private func fits(_ event: Event, target: Event) -> Bool {
    (event.corrects != target.id || fits(event, .corrects, target))
      && (event.retracts != target.id || fits(event, .retracts, target))
  }

  private func misfit(_ event: Event, _ link: Naming, _ target: Event) -> Refusal {
    let isCorrection = link == .corrects
    let whose = target.patient.map { " of \($0)" } ?? ""
    return Refusal(
      field: link.rawValue,
      problem: "\(target.id) is \(target.kind.rawValue)\(whose), and this event is "
        + event.kind.rawValue + (event.patient.map { " of \($0)" } ?? ""),
      remedy: isCorrection
        ? "retract it, then enter it for the right patient"
        : target.patient == nil
          ? "it belongs to the ward: correct it instead"
          : "write the patient to whom that event belongs")
  }

  private func ring(_ event: Event) -> Refusal {
    Refusal(
      field: event.corrects == nil ? "retracts" : "corrects",
      problem: "following what it names leads back to the event itself",
      remedy: "name the version that was there first")
  }

  private func reaches(
    _ id: EventID, from event: Event, in index: some RecordIndex
  ) throws(StoreError) -> Bool {
    var seen: Set<EventID> = []
    var open = [event.corrects, event.retracts].compactMap { $0 }
    while let next = open.popLast() {
      if next == id { return true }
      guard seen.insert(next).inserted, let stored = try index.stored(next) else { continue }
      let event = try decoded(stored)
      open += [event.corrects, event.retracts].compactMap { $0 }
    }
    return false
  }
}
