package import Clinical
package import EventText
import Grading

/// Writes a scenario as text; reading it gives the scenario back.
package enum ScenarioWriter {
  /// The head as it is written, members in the order in which a person reads them.
  package static func object(for head: ScenarioHead, in zone: Zone) -> JSONValue {
    func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
    func time(_ t: Instant) -> JSONValue {
      .string(Timestamp.text(.moment(t, utcOffset: zone.offset(at: t))))
    }
    return .object([
      JSONMember("kind", .string(ScenarioReader.headKind)),
      JSONMember("format", .int(ScenarioReader.format)), JSONMember("name", .string(head.name)),
      JSONMember("title", .string(head.title)), JSONMember("level", .string(head.level.rawValue)),
      JSONMember("audience", texts(head.audience.map(\.rawValue))),
      JSONMember("objectives", texts(head.objectives)),
      JSONMember("author", .string(head.author)), JSONMember("starts", time(head.starts)),
      JSONMember("ends", time(head.ends)),
      JSONMember(
        "prompts",
        .array(
          head.prompts.map {
            .object([JSONMember("at", time($0.at)), JSONMember("text", .string($0.text))])
          })),
      JSONMember("teaching", texts(head.teaching)),
      JSONMember("expected", .array(head.expected.map { object(for: $0, time) })),
    ])
  }

  private static func object(
    for expected: ExpectedGrade, _ time: (Instant) -> JSONValue
  ) -> JSONValue {
    func number(_ name: String, _ number: Int?) -> [JSONMember] {
      number.map { [JSONMember(name, .int($0))] } ?? []
    }
    func texts(_ name: String, _ texts: [String]) -> [JSONMember] {
      texts.isEmpty ? [] : [JSONMember(name, .array(texts.map { .string($0) }))]
    }
    return .object(
      [
        JSONMember("at", time(expected.at)), JSONMember("scale", .string(expected.scale.rawValue)),
      ] + number("grade", expected.grade)
        + [JSONMember("status", .string(expected.status.rawValue))]
        + number("atLeast", expected.atLeast) + number("atMost", expected.atMost)
        + number("episode", expected.episode) + texts("flags", expected.flags)
        + texts("rules", expected.rules)
        + [
          JSONMember("value", .string(expected.value)),
          JSONMember("because", .string(expected.because)),
        ])
  }
}

extension ReplayedCourse {
  /// What the engine says over a session, in the form in which an author derives it; for a scenario
  /// made of a recorded course, until its author has derived the grades from the rule text.
  package func computedGrades(from start: Instant, through end: Instant) -> [ExpectedGrade] {
    let changes = liveChanges(from: start, through: end)
    var grades: [ExpectedGrade] = []
    var course = self
    for scale in ScaleName.allCases {
      for change in changes.sayingSomethingElse(of: scale.scale) {
        let record = change[scale.scale]
        course.know(at: change.at)
        let said = course.graded.assessment(at: change.at)[scale.scale]
        let evidence = said.evidence.filter { $0.grade == record.grade }
        grades.append(
          ExpectedGrade(
            at: change.at, scale: scale, grade: record.grade, status: record.status,
            atLeast: record.atLeast, atMost: record.atMost, rules: evidence.map(\.rule),
            value: evidence.isEmpty
              ? "nothing that grades" : evidence.map(\.text).joined(separator: "; "),
            because: "computed by Vigil; the author has not derived it from the rule text"))
      }
    }
    return grades.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element)
  }
}
