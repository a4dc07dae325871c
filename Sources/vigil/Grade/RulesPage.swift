import Clinical
import EventText
import Grading
import Reports

/// The page "About grading": every rule and every documented choice, from the engine's own tables.
struct RulesPage {
  /// The choices in force.
  let settings: ChoiceSettings

  var lines: [String] {
    var lines = Self.paragraph(
      "About grading. Vigil is not a medical device; these rules have not yet been reviewed by a"
        + " haematologist. CRS and ICANS are graded apart and never summed. What is not known is"
        + " printed as --, never as 0.")
    for scale in Scale.allCases {
      lines += ["", "\(GradeWords.name(scale)) (\(scale.rawValue))"]
      for rule in Rule.all where rule.scale == scale { lines += [""] + Self.page(rule) }
    }
    lines += ["", "Documented choices, where the consensus is silent or ambiguous"]
    for choice in DocumentedChoice.all { lines += [""] + page(choice) }
    return lines
  }

  var document: JSONValue {
    .object([
      JSONMember("rules", .array(Rule.all.map(Self.object))),
      JSONMember("choices", .array(DocumentedChoice.all.map(object))),
    ])
  }

  private static func paragraph(_ text: String, indent: Int = 0) -> [String] {
    let margin = String(repeating: " ", count: indent)
    return TextColumns.lines(text, columns: TextColumns.standard - indent).map { margin + $0 }
  }

  private static func page(_ rule: Rule) -> [String] {
    let grades =
      rule.grades.count == 1
      ? "grade \(rule.grades.lowerBound)"
      : "grade \(rule.grades.lowerBound) to \(rule.grades.upperBound)"
    let remark = rule.fromMemory ? "  [\(Rule.fromMemoryRemark)]" : ""
    let choices = rule.choices.isEmpty ? [] : ["Choices: " + rule.choices.joined(separator: ", ")]
    return paragraph("\(rule.id)  \(rule.domain.rawValue), \(grades)\(remark)", indent: 2)
      + ([rule.text, "Source: \(rule.source)"] + choices).flatMap { paragraph($0, indent: 4) }
  }

  private func page(_ choice: DocumentedChoice) -> [String] {
    let waiting = choice.awaitsConfirmation ? "  [awaits confirmation by the clinical lead]" : ""
    let inForce = choice.value(in: settings)
    let chosen = inForce == choice.defaultValue ? "" : " In force here: \(Self.words(inForce))."
    return Self.paragraph("\(choice.id)\(waiting)", indent: 2)
      + Self.paragraph(choice.text, indent: 4)
      + Self.paragraph(
        "Default: \(Self.words(choice.defaultValue)). Takes \(choice.form.hint).\(chosen)",
        indent: 4)
  }

  private static func words(_ value: SettingValue) -> String {
    switch value {
    case .null: "none"
    case .flag(let flag): flag ? "true" : "false"
    case .number(let number): number.description
    case .text(let text): text
    case .list(let values): values.map(words).joined(separator: ", ")
    case .fields(let fields):
      fields.sorted { $0.key < $1.key }.map { "\($0.key) \(words($0.value))" }.joined(
        separator: ", ")
    }
  }

  private static func object(_ rule: Rule) -> JSONValue {
    .object([
      JSONMember("id", .string(rule.id)), JSONMember("scale", .string(rule.scale.rawValue)),
      JSONMember("domain", .string(rule.domain.rawValue)),
      JSONMember("grades", .array(rule.grades.map { .int($0) })),
      JSONMember("text", .string(rule.text)), JSONMember("source", .string(rule.source)),
      JSONMember("fromMemory", .bool(rule.fromMemory)),
      JSONMember("choices", .array(rule.choices.map { .string($0) })),
    ])
  }

  private func object(_ choice: DocumentedChoice) -> JSONValue {
    .object([
      JSONMember("id", .string(choice.id)), JSONMember("text", .string(choice.text)),
      JSONMember("default", Self.json(choice.defaultValue)),
      JSONMember("inForce", Self.json(choice.value(in: settings))),
      JSONMember("takes", .string(choice.form.hint)),
      JSONMember("awaitsConfirmation", .bool(choice.awaitsConfirmation)),
    ])
  }

  private static func json(_ value: SettingValue) -> JSONValue {
    switch value {
    case .null: .null
    case .flag(let flag): .bool(flag)
    case .number(let number): .number(number)
    case .text(let text): .string(text)
    case .list(let values): .array(values.map(json))
    case .fields(let fields):
      .object(fields.sorted { $0.key < $1.key }.map { JSONMember($0.key, json($0.value)) })
    }
  }
}
