import Clinical
package import EventText
import Grading

/// Reads a scenario: JSON Lines, a head, then events of the contract and questions in any order.
///
/// What is wrong is refused line by line and stops no other line, so that a writer sees all faults
/// at once.
package struct ScenarioReader: Sendable {
  /// The kinds of line that are no events.
  package static let headKind = "scenario"
  package static let questionKind = "question"

  private let reader: EventReader

  package init(reader: EventReader) { self.reader = reader }

  /// What a file gives: the scenario where it is whole, and everything that is wrong with it.
  package struct Reading: Sendable {
    package var scenario: Scenario?
    /// In the order of their lines.
    package var faults: [Refusal]
  }

  /// Reads a file.
  ///
  /// - Complexity: O(*n* log *n*) in its length.
  package func read(_ bytes: ArraySlice<UInt8>) -> Reading {
    var parts = Parts()
    // A line that is no event becomes blank: blank lines are passed over and counted.
    var events: [UInt8] = []
    var lines = EventLines()
    var filled = 1
    func take(_ line: EventLines.Line) {
      switch line {
      case .refused(let refusal): parts.faults.append(refusal)
      case .text(let text, let number):
        guard !parts.take(text, number) else { return }
        for _ in filled..<number { events.append(UInt8(ascii: "\n")) }
        filled = number
        events.append(contentsOf: text)
      }
    }
    lines.push(bytes) { take($0) }
    lines.finish { take($0) }
    let file = EventFile(events[...], reader: reader)
    parts.faults += file.refusals
    parts.faults += file.findings.map {
      Refusal(line: $0.line, field: $0.field, problem: $0.text)
    }
    return parts.reading(file)
  }

  // What the lines are, before they are put together.
  private struct Parts {
    var faults: [Refusal] = []
    var head: ScenarioHead?
    var headLine = 1
    var questions: [(question: ScenarioQuestion, line: Int)] = []
    private var hasHead = false
    private var isFirst = true

    // False for the line of an event.
    mutating func take(_ text: ArraySlice<UInt8>, _ number: Int) -> Bool {
      defer { isFirst = false }
      guard let value = try? JSONValue(parsing: text), case .string(let kind) = value["kind"]
      else { return false }
      do throws(Refusal) {
        switch kind {
        case ScenarioReader.headKind:
          guard isFirst else {
            throw Refusal(
              field: "kind", problem: "the head of a scenario stands on its first line, once",
              remedy: "put it there")
          }
          headLine = number
          hasHead = true
          head = try ScenarioReader.head(value)
        case ScenarioReader.questionKind:
          questions.append((try ScenarioReader.question(value), number))
        default: return false
        }
      } catch {
        var refusal = error
        refusal.line = number
        faults.append(refusal)
      }
      return true
    }

    func reading(_ file: EventFile) -> Reading {
      var faults = faults
      if !hasHead {
        faults.append(
          Refusal(
            line: 1, problem: "the first line is not the head of a scenario",
            remedy: "begin with {\"kind\": \"scenario\", \"format\": 1, \"name\": …}"))
      }
      let patients = Set(file.events.compactMap(\.event.patient)).sorted()
      if patients.isEmpty, head != nil {
        faults.append(
          Refusal(line: headLine, problem: "no event of a patient follows", remedy: "write some"))
      }
      for sent in file.events {
        if let fault = Parts.fault(of: sent, patients.first) { faults.append(fault) }
      }
      guard let head, let patient = patients.first else { return Parts.sorted(nil, faults) }
      let asked = questions.enumerated().sorted {
        ($0.element.question.at, $0.offset) < ($1.element.question.at, $1.offset)
      }.map(\.element)
      let scenario = Scenario(
        head: head, patient: patient, events: file.events, questions: asked.map(\.question),
        zone: Zone.ofRecord(file.events.map(\.event)), headLine: headLine,
        questionLines: asked.map(\.line))
      faults += scenario.framingFaults
      return Parts.sorted(scenario, faults)
    }

    // A scenario that is not whole is not played.
    private static func sorted(_ scenario: Scenario?, _ faults: [Refusal]) -> Reading {
      Reading(
        scenario: faults.isEmpty ? scenario : nil,
        faults: faults.enumerated().sorted {
          ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset)
        }.map(\.element))
    }

    // What may stand in a record and not in a scenario.
    private static func fault(of sent: SentEvent, _ patient: PatientID?) -> Refusal? {
      func fault(_ field: String, _ problem: String, _ remedy: String) -> Refusal {
        Refusal(line: sent.lineNumber, field: field, problem: problem, remedy: remedy)
      }
      switch sent.event.content {
      case .user:
        return fault("kind", "a scenario has no users", "leave the line out")
      case .patient(let details) where details.name != nil || details.hospitalNumber != nil:
        let field = details.name != nil ? "name" : "hospitalNumber"
        return fault(field, "a scenario names nobody", "leave it out")
      default: break
      }
      if let by = sent.event.by {
        return fault("by", "a scenario names nobody, and this names \"\(by)\"", "leave it out")
      }
      if let own = sent.event.patient, own != patient {
        return fault(
          "patient", "a scenario has one patient, and \(patient?.text ?? "none") came first",
          "write that id")
      }
      return nil
    }
  }
}
