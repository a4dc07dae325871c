import Clinical
import EventText
import Grading

extension ScenarioReader {
  /// The format of scenarios that this program reads.
  package static let format = 1

  private static let headFields = [
    "kind", "format", "name", "title", "level", "audience", "objectives", "author", "starts",
    "ends", "prompts", "teaching", "expected",
  ]
  private static let expectedFields = [
    "at", "scale", "grade", "status", "atLeast", "atMost", "episode", "flags", "rules", "value",
    "because",
  ]

  static func head(_ line: JSONValue) throws(Refusal) -> ScenarioHead {
    let fields = try ObjectFields(line, known: headFields)
    guard try fields.whole("format", 0...1_000_000) == format else {
      throw fields.refusal("format", "this program reads format \(format)", "write \(format)")
    }
    let name = try fields.text("name", e: "masked-fever")
    guard name.utf8.count <= 40, name.utf8.allSatisfy(isOfName) else {
      throw fields.refusal(
        "name", "\"\(name)\" cannot be the name of a scenario",
        "write at most 40 small letters, digits and hyphens")
    }
    var audience: [Role] = []
    for text in try fields.requiredTexts("audience") {
      audience.append(try ObjectFields.word(text, "audience"))
    }
    var prompts: [ScenarioHead.Prompt] = []
    for (value, place) in try fields.objects("prompts") {
      let prompt = try ObjectFields(value, at: place, known: ["at", "text"])
      prompts.append(
        ScenarioHead.Prompt(
          at: try prompt.moment("at"), text: try prompt.text("text", e: "The night begins.")))
    }
    var expected: [ExpectedGrade] = []
    for (value, place) in try fields.objects("expected") {
      expected.append(try self.expected(value, place))
    }
    return ScenarioHead(
      name: name, title: try fields.text("title", e: "Masked fever"),
      level: try fields.requiredWord("level"), audience: audience,
      objectives: try fields.requiredTexts("objectives"),
      author: try fields.text("author", e: "Li Na; no clinician has reviewed this scenario"),
      starts: try fields.moment("starts"), ends: try fields.moment("ends"),
      prompts: prompts.sorted { $0.at < $1.at }, teaching: try fields.requiredTexts("teaching"),
      expected: expected.enumerated().sorted {
        ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
      }.map(\.element))
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func expected(_ value: JSONValue, _ place: String) throws(Refusal)
    -> ExpectedGrade
  {
    let fields = try ObjectFields(value, at: place, known: expectedFields)
    let scale: ScaleName = try fields.requiredWord("scale")
    let grade = try fields.whole("grade", 0...5)
    let status: GradeStatus
    if let word = try fields.optionalText("status") {
      guard let known = GradeStatus(rawValue: word) else {
        throw fields.refusal(
          "status", "\"\(word)\" is no status of a grade",
          "write final, provisional, partial, indeterminate or notAssessable")
      }
      status = known
    } else {
      guard grade != nil else {
        throw fields.refusal("grade", "it is missing", "write it, or the status that has none")
      }
      status = .final
    }
    let rules = try fields.texts("rules")
    for rule in rules where !Rule.all.contains(where: { $0.id == rule && $0.scale == scale.scale })
    {
      throw fields.refusal(
        "rules", "\"\(rule)\" is no rule of this scale", "`vigil rules` lists them",
        nearest: NearestName.of(rule, in: Rule.all.map(\.id)))
    }
    if (grade ?? 0) > 0, rules.isEmpty {
      throw fields.refusal("rules", "it is missing", "name the rules that give the grade")
    }
    return ExpectedGrade(
      at: try fields.moment("at"), scale: scale, grade: grade, status: status,
      atLeast: try fields.whole("atLeast", 0...5) ?? grade,
      atMost: try fields.whole("atMost", 0...5) ?? grade,
      episode: try fields.whole("episode", 1...100), flags: try fields.texts("flags"),
      rules: rules, value: try fields.text("value", e: "nasal cannula 6 L/min"),
      because: try fields.text("because", e: "1.5: a flow of 6.0 and less is low flow, 2"))
  }
}
