import Foundation
import Testing

@Suite("vigil rules is the page about grading")
struct RulesTests {
  /// The ids of contract 3.
  static let ids = [
    "CRS-FEVER", "CRS-FEVER-WAIVED", "CRS-OPEN", "CRS-SIGNS-WITHOUT-FEVER",
    "CRS-HYPOTENSION-LOW-SYSTOLIC", "CRS-HYPOTENSION-BOLUS", "CRS-HYPOTENSION-PUSH-DOSE",
    "CRS-HYPOTENSION-VASOPRESSOR", "CRS-HYPOTENSION-VASOPRESSIN-ALONE", "CRS-HYPOTENSION-MULTIPLE",
    "CRS-HYPOXIA-UNTREATED", "CRS-HYPOXIA-LOWFLOW", "CRS-HYPOXIA-BLOWBY", "CRS-HYPOXIA-HIGHFLOW",
    "CRS-HYPOXIA-MASK", "CRS-HYPOXIA-POSITIVE-PRESSURE", "CRS-DEATH", "ICANS-ICE",
    "ICANS-ICE-UNAROUSABLE", "ICANS-CAPD", "ICANS-CAPD-UNABLE", "ICANS-CONSCIOUSNESS",
    "ICANS-SEIZURE", "ICANS-SEIZURE-PROLONGED", "ICANS-SEIZURE-REPETITIVE", "ICANS-MOTOR",
    "ICANS-OEDEMA-FOCAL", "ICANS-RAISED-PRESSURE", "ICANS-DEATH",
  ]

  @Test(
    "it holds every rule with a source, every choice with its default, and says what rests on memory"
  )
  func page() throws {
    let outcome = try Desk().vigil("rules")
    #expect(outcome.status == 0)
    let words = outcome.output.split(whereSeparator: \.isWhitespace).map(String.init)
    for id in Self.ids { #expect(words.contains(id), "\(id)") }
    for number in 1...33 {
      #expect(words.contains("D-\(number < 10 ? "0" : "")\(number)"))
    }
    #expect(outcome.output.contains("from memory, not checked against the paper"))
    #expect(outcome.output.contains("awaits confirmation by the clinical lead"))
    let page = words.joined(separator: " ")
    #expect(page.contains("not yet been reviewed by a haematologist"))
    for line in outcome.lines { #expect(line.count <= 80) }
  }

  @Test("its document holds the same, whole")
  func document() throws {
    let outcome = try Desk().vigil("rules", "--format", "json")
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.first.utf8)) as? [String: [[String: Any]]])
    #expect(object["rules"]?.compactMap { $0["id"] as? String }.sorted() == Self.ids.sorted())
    for rule in object["rules"] ?? [] { #expect((rule["source"] as? String)?.isEmpty == false) }
    #expect((object["choices"] ?? []).count >= 33)
  }

  @Test("what a ward has chosen stands beside the default")
  func inForce() throws {
    let desk = try Desk().founded()
    #expect(try !desk.vigil("rules").output.contains("In force here"))
    let setting =
      #"{"kind":"setting","at":"2026-01-01T00:00:00Z","name":"D-05","value":48,"reason":"ward meeting"}"#
    #expect(try desk.vigil("import", "-", input: setting).status == 0)
    #expect(try desk.vigil("rules").output.contains("In force here: 48."))
    #expect(
      try desk.vigil("rules", "--format", "json").output.contains(
        #""default":24,"id":"D-05","inForce":48"#))
  }
}
