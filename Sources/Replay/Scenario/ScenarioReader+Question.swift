import Clinical
import EventText
import Grading
import Surveillance

extension ScenarioReader {
  private static let questionFields = [
    "kind", "id", "at", "text", "facts", "next", "traps", "teaching",
  ]

  static func question(_ line: JSONValue) throws(Refusal) -> ScenarioQuestion {
    let fields = try ObjectFields(line, known: questionFields)
    var traps: [ScenarioQuestion.Trap] = []
    for (value, place) in try fields.objects("traps") { traps.append(try trap(value, place)) }
    let id = try fields.text("id", e: "q1")
    guard !id.hasPrefix(AskedQuestion.changePrefix) else {
      throw fields.refusal(
        "id", "\"\(AskedQuestion.changePrefix)\" begins the questions at a change of grade",
        "write another")
    }
    return ScenarioQuestion(
      id: id, at: try fields.moment("at"),
      text: try fields.text("text", e: "Which grades now?"),
      facts: try choices("facts", right: "counts", fields),
      next: try choices("next", right: "right", fields), traps: traps,
      teaching: try fields.optionalText("teaching"))
  }

  private static func choices(
    _ name: String, right: String, _ fields: ObjectFields
  ) throws(Refusal) -> [ScenarioQuestion.Choice] {
    var choices: [ScenarioQuestion.Choice] = []
    for (value, place) in try fields.objects(name) {
      let choice = try ObjectFields(value, at: place, known: ["id", "text", right])
      let id = try choice.text("id", e: "a")
      guard !choices.contains(where: { $0.id == id }) else {
        throw choice.refusal("id", "\"\(id)\" is the id of another choice", "write another")
      }
      choices.append(
        ScenarioQuestion.Choice(
          id: id, text: try choice.text("text", e: "38.6 °C"), isRight: try choice.flag(right)))
    }
    guard choices.isEmpty || choices.contains(where: \.isRight) else {
      throw fields.refusal(
        name, "no choice is right", "mark at least one with \"\(right)\": true")
    }
    return choices
  }

  private static func trap(_ value: JSONValue, _ place: String) throws(Refusal)
    -> ScenarioQuestion.Trap
  {
    let fields = try ObjectFields(value, at: place, known: ["scale", "answer", "text", "rule"])
    let rule = try fields.text("rule", e: "CRS-HYPOXIA-LOWFLOW")
    guard RuleText.named(rule) != nil else {
      throw fields.refusal(
        "rule", "\"\(rule)\" is neither a rule of grading nor of alerts",
        "`vigil rules` lists them",
        nearest: NearestName.of(rule, in: Rule.all.map(\.id) + AlertRule.all.map(\.id)))
    }
    guard let answer = try fields.grade("answer") else {
      throw fields.refusal(
        "answer", "it is missing", "write 0 to 5, or \"\(GivenGrade.notGradableWord)\"")
    }
    return ScenarioQuestion.Trap(
      scale: try fields.requiredWord("scale"), answer: answer,
      text: try fields.text("text", e: "6 L/min is still low flow"), rule: rule)
  }
}

/// A rule of either room, to be read again.
package struct RuleText: Sendable, Hashable {
  package let id: String
  package let text: String
  package let source: String

  /// The rule of grading or of alerts of that id.
  package static func named(_ id: String) -> RuleText? {
    if let rule = Rule.all.first(where: { $0.id == id }) {
      let remark = rule.fromMemory ? "; \(Rule.fromMemoryRemark)" : ""
      return RuleText(id: id, text: rule.text, source: rule.source + remark)
    }
    if let rule = AlertRule.all.first(where: { $0.id == id }) {
      return RuleText(id: id, text: rule.title, source: rule.sourceText)
    }
    return nil
  }
}
