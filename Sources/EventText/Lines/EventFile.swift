internal import Clinical

/// All that a file of events gives: the events, each id once; the lines that were refused; and what
/// is worth telling though nothing was refused for it.
///
/// The same lines give the same events, whatever their order.
package struct EventFile: Sendable {
  /// In the order of their lines.
  package private(set) var events: [SentEvent] = []
  /// In the order of their lines.
  package private(set) var refusals: [Refusal] = []
  /// In the order of their lines.
  package private(set) var findings: [FileFinding] = []

  private let reader: EventReader
  private var lines = EventLines()
  private var places: [EventID: Int] = [:]

  /// A file that comes in pieces: `take` each, then `finish`.
  package init(reader: EventReader) { self.reader = reader }

  /// Reads a whole file.
  package init(_ bytes: ArraySlice<UInt8>, reader: EventReader) {
    self.init(reader: reader)
    take(bytes)
    finish()
  }

  /// Takes the next piece of the file.
  package mutating func take(_ piece: ArraySlice<UInt8>) {
    var lines = lines
    lines.push(piece) { take($0) }
    self.lines = lines
  }

  /// Takes the last line and looks at how the events hang together.
  package mutating func finish() {
    var lines = lines
    lines.finish { take($0) }
    self.lines = EventLines()
    checkLinks()
    refusals.sort { ($0.line ?? 0) < ($1.line ?? 0) }
    findings.sort { $0.line < $1.line }
  }

  private mutating func take(_ line: EventLines.Line) {
    switch line {
    case .refused(let refusal): refusals.append(refusal)
    case .text(let bytes, let number):
      do throws(Refusal) {
        take(try reader.read(bytes, number: number))
      } catch {
        refusals.append(error)
      }
    }
  }

  private mutating func take(_ sent: SentEvent) {
    guard let place = places[sent.event.id] else {
      places[sent.event.id] = events.count
      events.append(sent)
      return
    }
    let known = events[place]
    let line = sent.lineNumber ?? 0
    let first = known.lineNumber ?? 0
    switch sent.sameness(with: known) {
    case .other:
      refusals.append(
        Refusal(
          line: line, field: "id", problem: "line \(first) has the same id and says something else",
          remedy: "give each event an id of its own; to change one, correct it"))
    case .same:
      findings.append(FileFinding(line: line, text: "this is the same event as line \(first)"))
    case .fuller:
      findings.append(FileFinding(line: line, text: "this is the same event as line \(first)"))
      events[place] = sent
    }
  }

  // Refuses corrections and retractions that make no sense, and tells of those whose target is not
  // here (contract 1.4).
  private mutating func checkLinks() {
    let linked = events.filter { $0.event.corrects != nil || $0.event.retracts != nil }
    guard !linked.isEmpty else { return }
    var byID: [EventID: Event] = [:]
    byID.reserveCapacity(events.count)
    for sent in events { byID[sent.event.id] = sent.event }
    let void = Corrections.voidLinks(byID)
    for sent in linked where void.contains(sent.event.id) {
      refusals.append(Self.refusal(sent, byID))
    }
    events.removeAll { void.contains($0.event.id) }
    for sent in linked where !void.contains(sent.event.id) {
      let event = sent.event
      for (field, target) in [(Field.corrects, event.corrects), (.retracts, event.retracts)] {
        guard let target, byID[target] == nil || void.contains(target) else { continue }
        let consequence =
          field == .corrects
          ? "the correction counts as the fact" : "it takes effect when that event comes"
        findings.append(
          FileFinding(
            line: sent.lineNumber ?? 0, field: field.name,
            text: "the event \(target) is not here; \(consequence)"))
      }
    }
  }

  private static func refusal(_ sent: SentEvent, _ byID: [EventID: Event]) -> Refusal {
    let event = sent.event
    for (field, named) in [(Field.corrects, event.corrects), (.retracts, event.retracts)] {
      guard let target = named.flatMap({ byID[$0] }),
        let misfit = misfit(event, field, target)
      else { continue }
      return Refusal(
        line: sent.lineNumber, field: field.name, problem: "the event \(target.id) \(misfit.what)",
        remedy: misfit.remedy)
    }
    return Refusal(
      line: sent.lineNumber, field: event.corrects == nil ? "retracts" : "corrects",
      problem: "events that correct or retract each other form a ring",
      remedy: "name an event that was written before this one")
  }

  // Why an event cannot correct or retract another; `nil` where it can.
  private static func misfit(
    _ event: Event, _ field: Field, _ target: Event
  ) -> (what: String, remedy: String)? {
    if field == .corrects {
      if target.patient != event.patient {
        return ("is another patient's", "retract it, then enter it for the right patient")
      }
      guard target.kind != event.kind else { return nil }
      return (
        "is of kind \(target.kind.rawValue)", "retract it, then enter this one anew"
      )
    }
    guard target.patient != event.patient else { return nil }
    return target.patient == nil
      ? ("belongs to the ward", "correct it instead")
      : ("is another patient's", "write the patient to whom that event belongs")
  }
}
