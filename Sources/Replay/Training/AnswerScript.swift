import Clinical
package import EventText

/// A learner's session as a file, to be run without a screen: JSON Lines, first who the learner is,
/// then answers, and events that are entered into the copy.
package struct AnswerScript: Sendable {
  /// The kinds of line that are no events.
  package static let learnerKind = "learner"
  package static let answerKind = "answer"
  package static let endKind = "end"

  private let reader: EventReader

  package init(reader: EventReader) { self.reader = reader }

  package struct Reading: Sendable {
    package var record: TrainingRecord?
    /// In the order of their lines.
    package var faults: [Refusal]
  }

  /// Reads a script for a scenario.
  package func read(_ bytes: ArraySlice<UInt8>, for scenario: Scenario) -> Reading {
    var parts = Parts(scenario: scenario, reader: reader)
    var lines = EventLines()
    lines.push(bytes) { parts.take($0) }
    lines.finish { parts.take($0) }
    parts.takeEntries()
    return parts.reading()
  }

  private struct Parts {
    let scenario: Scenario
    // Entries are held to everything that is asked of a file of events; a line that is no event is
    // blank in it, for blank lines are passed over and counted.
    var events: [UInt8] = []
    var filled = 1
    let reader: EventReader
    var learner: Learner?
    var answers: [(answer: GivenAnswer, line: Int)] = []
    var entries: [Event] = []
    var ended: Instant?
    var faults: [Refusal] = []

    mutating func take(_ line: EventLines.Line) {
      switch line {
      case .refused(let refusal): faults.append(refusal)
      case .text(let text, let number):
        do throws(Refusal) { try take(text, number) } catch {
          var refusal = error
          refusal.line = number
          faults.append(refusal)
        }
      }
    }

    private mutating func take(_ text: ArraySlice<UInt8>, _ number: Int) throws(Refusal) {
      let value = try JSONValue(parsing: text)
      switch value["kind"] {
      case .string(AnswerScript.learnerKind):
        let fields = try ObjectFields(value, known: ["kind", "name", "role"])
        guard learner == nil else {
          throw fields.refusal("kind", "a script has one learner", "leave the line out")
        }
        learner = Learner(
          name: try fields.text("name", e: "li"), role: try fields.requiredWord("role"))
      case .string(AnswerScript.answerKind): answers.append((try Self.answer(value), number))
      case .string(AnswerScript.endKind): try end(value)
      default:
        events += Array(repeating: UInt8(ascii: "\n"), count: number - filled) + text
        filled = number
      }
    }

    private static func answer(_ value: JSONValue) throws(Refusal) -> GivenAnswer {
      let fields = try ObjectFields(
        value, known: ["kind", "question", "at", "crs", "icans", "sure", "facts", "next"])
      return GivenAnswer(
        question: try fields.text("question", e: "q1"), at: try fields.optionalMoment("at"),
        crs: try fields.grade("crs"), icans: try fields.grade("icans"),
        sure: try fields.word("sure"), facts: fields.has("facts") ? try fields.texts("facts") : nil,
        next: fields.has("next") ? try fields.texts("next") : nil)
    }

    // What an entry corrects or takes back stands in the script or in the scenario.
    mutating func takeEntries() {
      guard !events.isEmpty else { return }
      let last = filled
      let own = scenario.events.flatMap { [UInt8(ascii: "\n")] + $0.bytes }
      let file = EventFile((events + own)[...], reader: reader)
      faults += file.refusals.filter { ($0.line ?? 0) <= last }
      faults += file.findings.filter { $0.line <= last }.map {
        Refusal(line: $0.line, field: $0.field, problem: $0.text)
      }
      for sent in file.events {
        guard let number = sent.lineNumber, number <= last else { continue }
        // Whose entry it is, is known when the whole script is read.
        do throws(Refusal) { entries.append(try scenario.entry(sent.event, by: nil)) } catch {
          var refusal = error
          refusal.line = number
          faults.append(refusal)
        }
      }
    }

    private mutating func end(_ value: JSONValue) throws(Refusal) {
      let fields = try ObjectFields(value, known: ["kind", "at"])
      let at = try fields.moment("at")
      guard ended == nil else {
        throw fields.refusal("kind", "the session was ended before", "leave the line out")
      }
      guard scenario.isInSession(at) else {
        throw fields.refusal("at", "it lies outside the session", "write a time in it")
      }
      ended = at
    }

    // Answers are held against the questions that are really asked, which what is entered decides.
    func reading() -> Reading {
      var faults = faults
      guard let learner else {
        faults.append(
          Refusal(
            line: 1, problem: "no line says who the learner is",
            remedy: "begin with {\"kind\": \"learner\", \"name\": …, \"role\": \"nurse\"}"))
        return Self.sorted(nil, faults)
      }
      let record = TrainingRecord(
        scenario: scenario, learner: learner, answers: answers.map(\.answer),
        entries: entries.map { $0.entered(by: learner, in: scenario) }, ended: ended)
      if faults.isEmpty {
        let asked = record.questions
        var seen: Set<String> = []
        for (answer, line) in answers {
          if let fault = fault(answer, asked, line, isFirst: seen.insert(answer.question).inserted)
          {
            faults.append(fault)
          }
        }
      }
      return Self.sorted(record, faults)
    }

    private func fault(
      _ answer: GivenAnswer, _ asked: [AskedQuestion], _ line: Int, isFirst: Bool
    ) -> Refusal? {
      guard let question = asked.first(where: { $0.id == answer.question }) else {
        let ids = asked.map(\.id)
        return Refusal(
          line: line, field: "question", problem: "\"\(answer.question)\" is not asked",
          remedy: "asked are \(ids.joined(separator: ", "))",
          nearest: NearestName.of(answer.question, in: ids))
      }
      guard isFirst else {
        return Refusal(
          line: line, field: "question", problem: "it was answered before",
          remedy: "leave the line out")
      }
      if let at = answer.at, at < question.at || at > (ended ?? scenario.head.ends) {
        return Refusal(
          line: line, field: "at",
          problem: "it lies before the question or after the end of the session",
          remedy: "write a time between them")
      }
      let choices = [
        ("facts", answer.facts, question.facts),
        ("next", answer.next, question.next),
      ]
      for (field, given, known) in choices {
        guard let stranger = given?.first(where: { id in !known.contains { $0.id == id } })
        else { continue }
        return Refusal(
          line: line, field: field, problem: "\"\(stranger)\" cannot be chosen there",
          remedy: known.isEmpty
            ? "leave the field out" : "there are \(known.map(\.id).joined(separator: ", "))")
      }
      return nil
    }

    private static func sorted(_ record: TrainingRecord?, _ faults: [Refusal]) -> Reading {
      Reading(
        record: faults.isEmpty ? record : nil,
        faults: faults.enumerated().sorted {
          ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset)
        }.map(\.element))
    }
  }
}
