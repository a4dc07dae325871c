import EventText
import Replay
import Testing

@Suite("Scenarios are read strictly, and what is wrong is told with line and field")
struct ScenarioTests {
  @Test("Eighteen scenarios come with the program, each with all that the contract asks of it")
  func shipped() throws {
    #expect(ShippedScenarios.names.count == 18)
    for name in ShippedScenarios.names {
      let scenario = try #require(try ShippedScenarios.scenario(name), "\(name)")
      #expect(scenario.head.name == name)
      #expect(scenario.head.author.contains("no clinician has reviewed"))
      #expect(!scenario.head.objectives.isEmpty && !scenario.head.teaching.isEmpty)
      #expect(!scenario.questions.isEmpty, "\(name)")
      #expect(scenario.questions.contains { !$0.traps.isEmpty }, "\(name) teaches no trap")
      for expected in scenario.head.expected {
        #expect(expected.because.contains { $0.isNumber }, "\(name): no rule text is named")
      }
    }
  }

  @Test(
    "The engine says what each author derived, at every change and nowhere else",
    arguments: ShippedScenarios.names)
  func derived(_ name: String) throws {
    let scenario = try #require(try ShippedScenarios.scenario(name))
    #expect(scenario.disagreements.map(\.description) == [])
  }

  /// What is changed in `masked-fever`, and what must be told of it.
  static let faults: [(String, String, [String])] = [
    (#""format":1"#, #""format":2"#, ["line 1, format"]),
    (#""name":"masked-fever""#, #""name":"Masked Fever""#, ["line 1, name"]),
    (#""level":"basic""#, #""level":"easy""#, ["line 1, level", "basic, intermediate"]),
    (#""audience":["nurse""#, #""audience":["nurze""#, ["line 1, audience", "nearest: nurse"]),
    (#""objectives""#, #""objective""#, ["line 1, objective", "nearest: objectives"]),
    (#""starts":"2026-03-04T08:00:00+08:00""#, #""starts":"2026-03-04T08:00""#, ["line 1, starts"]),
    (
      #""ends":"2026-03-05T00:30"#, #""ends":"2026-03-04T07:30"#,
      ["line 1, ends: the session ends before"]
    ),
    (
      #""ends":"2026-03-05T00:30"#, #""ends":"2026-03-04T23:00"#,
      ["at: it comes after the end of the session"]
    ),
    (#""kind":"scenario""#, #""kind":"scenarios""#, ["line 1: the first line is not the head"]),
    (#""id":"q2""#, #""id":"q1""#, ["line 27, id: another question has it"]),
    (#""id":"q2""#, #""id":"change:1""#, ["line 27, id"]),
    (#""counts":true"#, #""counts":"yes""#, ["facts[0].counts"]),
    (#""counts":true"#, #""counts":false"#, ["facts: no choice is right"]),
    (#""answer":0"#, #""answer":9"#, ["traps[0].answer", "notGradable"]),
    (#""answer":0"#, #""answer":1"#, ["traps[0].answer: it is what is expected"]),
    (#""rule":"CRS-FEVER""#, #""rule":"CRS-FEVR""#, ["traps[0].rule", "nearest: CRS-FEVER"]),
    (#""rules":["CRS-FEVER"]"#, #""rules":["ICANS-ICE"]"#, ["expected[0].rules"]),
    (#""kind":"infusion""#, #""kind":"infusions""#, ["line 9, kind", "nearest: infusion"]),
    (#""kind":"stay""#, #""by":"wang","kind":"stay""#, ["line 3, by", "names nobody"]),
    (#""sex":"female""#, #""name":"王芳","sex":"female""#, ["line 2, name", "names nobody"]),
    (#""text":"Day 3"#, #""text":"\u0007Day 3"#, ["line 1, prompts[0].text", "control"]),
    (#""patient":"SC-01","kind":"stay""#, #""patient":"SC-02","kind":"stay""#, ["line 3, patient"]),
  ]

  @Test("A fault is told with its line, its field and what would be right", arguments: faults)
  func fault(_ row: (String, String, [String])) throws {
    let text = try ShippedScenarios.text("masked-fever").replacing(row.0, with: row.1)
    let reading = ShippedScenarios.reading(text)
    #expect(reading.scenario == nil)
    let told = reading.faults.map(\.description).joined(separator: "\n")
    for piece in row.2 { #expect(told.contains(piece), "\(told)") }
  }

  /// What is changed in the grades or the facts of `masked-fever`, and where the two then differ.
  static let disagreements: [(String, String, [String])] = [
    (
      #""value":86"#, #""value":90"#,
      ["expected[2]: crs at 2026-03-04T11:00:00+08:00: the author derives 2", "engine says 1"]
    ),
    (
      #""flow":{"value":3"#, #""flow":{"value":6.1"#,
      ["author derives 2 (final), the engine says 3", "CRS-HYPOXIA-HIGHFLOW"]
    ),
    (#""grade":3"#, #""grade":4"#, ["author derives 4 (final), the engine says 3"]),
    (#""status":"provisional","#, "", ["derives 2 (final), the engine says 2 (provisional"]),
    (
      #""rules":["CRS-HYPOTENSION-VASOPRESSOR"]"#, #""rules":["CRS-HYPOTENSION-MULTIPLE"]"#,
      ["expected[7].rules", "CRS-HYPOTENSION-MULTIPLE is not among"]
    ),
    (
      #"{"at":"2026-03-04T15:20:00+08:00","scale":"crs""#,
      #"{"at":"2026-03-04T15:25:00+08:00","scale":"crs""#,
      ["nothing is said of crs at 2026-03-04T15:20:00+08:00, where the engine comes to 1"]
    ),
  ]

  @Test("Where derivation and engine differ, both are told", arguments: disagreements)
  func disagreement(_ row: (String, String, [String])) throws {
    let text = try ShippedScenarios.text("masked-fever").replacing(row.0, with: row.1)
    let reading = ShippedScenarios.reading(text)
    let scenario = try #require(reading.scenario, "\(reading.faults)")
    let told = scenario.disagreements.map(\.description).joined(separator: "\n")
    for piece in row.2 { #expect(told.contains(piece), "\(told)") }
  }

  @Test("Every fault of a file is told, in the order of its lines")
  func all() throws {
    let text = try ShippedScenarios.text("masked-fever")
      .replacing(#""level":"basic""#, with: #""level":"easy""#)
      .replacing(#""kind":"infusion""#, with: #""kind":"infusions""#)
    #expect(ShippedScenarios.reading(text).faults.compactMap(\.line) == [1, 9])
  }

  @Test("An empty file and one without a patient are no scenario, and say why")
  func empty() throws {
    let empty = ShippedScenarios.reading("")
    #expect(empty.scenario == nil && empty.faults.first?.description.contains("head") == true)
    let head = try ShippedScenarios.text("masked-fever").split(separator: "\n").prefix(1).joined()
    #expect(
      ShippedScenarios.reading(head).faults.map(\.description)
        == ["line 1: no event of a patient follows; write some"])
  }
}
