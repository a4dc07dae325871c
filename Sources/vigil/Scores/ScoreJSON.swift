import Clinical
import EventText
import Grading

/// A result of another scale as one object (contract 2): keys sorted when it is written.
enum ScoreJSON {
  /// - Parameter more: what tells whose result it is.
  static func object(_ result: ScaleResult, _ more: [JSONMember]) -> JSONValue {
    .object(
      more + [
        JSONMember("atLeast", number(result.bounds?.lowerBound)),
        JSONMember("atMost", number(result.bounds?.upperBound)),
        JSONMember("fromMemory", .bool(result.scale.fromMemory)),
        JSONMember("grade", number(result.grade)),
        JSONMember("inputs", .array(result.inputs.map { input($0, at: result.at) })),
        JSONMember("missing", .array(result.missing.map(missing))),
        JSONMember("notApplicable", text(result.notApplicable)),
        JSONMember("parts", .array(result.parts.map(part))),
        JSONMember("remark", text(result.scale.remark)),
        JSONMember("scale", .string(result.scale.name)),
        JSONMember("score", result.score.map { .number($0) } ?? .null),
        JSONMember("source", .string(ScoreWords.source(result.scale))),
        JSONMember("verdict", text(result.verdict)),
      ])
  }

  private static func input(_ input: ScaleInput, at t: Instant?) -> JSONValue {
    let age = t.flatMap { now in input.at.map { Int((now - $0).wholeMinutes) } }
    return .object([
      JSONMember("ageMinutes", number(age)),
      JSONMember("awaitsCosignature", .bool(input.awaitsCosignature)),
      JSONMember("events", .array(input.events.map { .string($0.description) })),
      JSONMember("name", .string(input.name)), JSONMember("unit", text(input.unit)),
      JSONMember("value", value(input)),
    ])
  }

  // As it was written: a number, yes or no, else the text.
  private static func value(_ input: ScaleInput) -> JSONValue {
    switch input.value {
    case .number: DecimalNumber(plain: input.text).map { .number($0) } ?? .string(input.text)
    case .flag(let flag) where input.text == (flag ? "yes" : "no"): .bool(flag)
    case .flag, .word, .days: .string(input.text)
    }
  }

  private static func missing(_ missing: MissingInput) -> JSONValue {
    .object([JSONMember("name", .string(missing.name)), JSONMember("why", .string(missing.why))])
  }

  private static func part(_ part: ScalePart) -> JSONValue {
    .object([JSONMember("gives", .string(part.gives)), JSONMember("name", .string(part.name))])
  }

  private static func number(_ number: Int?) -> JSONValue { number.map { .int($0) } ?? .null }
  private static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
