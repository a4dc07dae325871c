import Foundation
import Testing

@Suite("vigil scores")
struct ScoresTests {
  private func objects(_ outcome: Desk.Outcome) throws -> [[String: Any]] {
    try outcome.lines.map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test("A table of cases is scored line by line, in text and as JSON, whole")
  func table() throws {
    let desk = try Desk()
    let file = try desk.file(
      "cases.csv",
      """
      case,age,rr,spo2,o2,sbp,pulse,avpu,temp
      A,40,18,97,air,118,88,A,38.0
      "B, bed 2",40,22,94,oxygen,96,124,A,39.4
      C,40,,94,oxygen,96,124,A,39.4
      D,12,22,94,oxygen,96,124,A,39.4

      """)
    let text = try desk.vigil("scores", "--scale", "news2", "--input", file)
    #expect(text.status == 0 && text.messages.isEmpty)
    #expect(
      text.output == """
        A               score 0, low
        B, bed 2        score 11, high: emergency response
        C               no score: something is missing; missing respiratory rate: not
                        recorded
        D               does not apply: under 16: use the site's PEWS

        """)
    let json = try desk.vigil("scores", "--scale", "NEWS2", "--input", file, "--format", "json")
    let found = try objects(json)
    #expect(found.map { $0["case"] as? String } == ["A", "B, bed 2", "C", "D"])
    #expect(found.map { $0["score"] as? Int } == [0, 11, nil, nil])
    #expect(found.map { $0["line"] as? Int } == [2, 3, 4, 5])
    #expect(found[2]["score"] is NSNull)
  }

  @Test("One line of JSON, whole")
  func line() throws {
    let csv = "ldh,creatinine (umol/L),platelets (10*9/L)\n250,70.72,120\n"
    let outcome = try Desk().vigil(
      "scores", "--scale", "EASIX", "--input", "-", "--format", "json", input: csv)
    #expect(
      outcome.output == """
        {"atLeast":null,"atMost":null,"case":null,"fromMemory":false,"grade":null,"inputs":[\
        {"ageMinutes":null,"awaitsCosignature":false,"events":[],"name":"ldh","unit":"U/L","value":250},\
        {"ageMinutes":null,"awaitsCosignature":false,"events":[],"name":"creatinine","unit":"umol/L","value":70.72},\
        {"ageMinutes":null,"awaitsCosignature":false,"events":[],"name":"platelets","unit":"10*9/L","value":120}],\
        "line":2,"missing":[],"notApplicable":null,"parts":[],"remark":null,"scale":"EASIX","score":1.667,\
        "source":"PMC8525234; Blood Adv 2021;5:2799","verdict":null}

        """)
  }

  @Test("Refused lines are named by line and field; the others are scored, and the status is 1")
  func refusals() throws {
    let csv = """
      ldh\tplatelets (10*9/L)
      600\t40
      six\t40
      600\t
      600\t40\t7
      600\t0

      """
    let outcome = try Desk().vigil("scores", "--scale", "s-EASIX", "--input", "-", input: csv)
    #expect(outcome.status == 1)
    #expect(
      outcome.output == """
        line 2          score 15
        line 4          no score: something is missing; missing platelets: not recorded
        line 6          no score: something is missing; missing platelets: 0: nothing
                        can be divided by it

        """)
    #expect(outcome.messages.contains("line 3, ldh: \"six\" is no number"))
    #expect(outcome.messages.contains("line 5: 3 cells where the first line has 2"))
  }

  @Test(
    "Wrong tables and wrong words: what is wrong, where, what to do",
    arguments: [
      (["--scale", "NEWS3"], "", 2, "there is no scale \"NEWS3\"; the nearest is NEWS2"),
      (["--input", "-"], "", 2, "--input needs the scale of its table"),
      (["--scale", "NEWS2", "--input", "-", "CD7-001"], "", 2, "leave CD7-001 out"),
      (["--scale", "NEWS2", "--input", "-", "--sample", "ward"], "", 2, "leave --sample out"),
      (["--scale", "NEWS2", "--input", "-", "--columns"], "", 2, "exclude one another"),
      (["--scale", "NEWS2", "--input", "missing.csv"], "", 3, "cannot read missing.csv"),
      (["--scale", "NEWS2", "--input", "-"], "", 3, "no line; the first names the columns"),
      (["--scale", "NEWS2", "--input", "-"], "rr,bp\n", 3, "line 1, bp: NEWS2 has no such column"),
      (
        ["--scale", "NEWS2", "--input", "-"], "rr,\"sp\n", 3,
        "line 1: has a quote that is never closed"
      ),
      (
        ["--scale", "EASIX", "--input", "-"], "ldh,crea\n1,2\n", 1,
        "line 2, creatinine: a number without its unit"
      ),
      (["--scale", "EASIX", "--input", "-"], "ldh\n", 1, "no case stands below"),
      (["--sample", "ward", "CD7-999"], "", 2, "there is no patient \"CD7-999\""),
    ] as [([String], String, Int32, String)])
  func wrong(_ arguments: [String], _ input: String, _ status: Int32, _ message: String) throws {
    let outcome = try Desk().vigil(["scores"] + arguments, input: Data(input.utf8))
    #expect(outcome.status == status, "\(outcome.messages)")
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
  }

  @Test("A table that is not UTF-8 is refused with the line; white space around quotes is none")
  func text() throws {
    let latin = Data("ldh,platelets (10*9/L)\n600,40\n6".utf8) + [0xE9, 0x0A]
    let refused = try Desk().vigil(
      ["scores", "--scale", "s-EASIX", "--input", "-"], input: latin)
    #expect(refused.status == 3 && refused.output.isEmpty)
    #expect(refused.messages.contains("line 3: is not UTF-8"), "\(refused.messages)")
    let spaced = " \"ldh\" ;\"platelets (10*9/L)\"\n\"600\" ; 40\n"
    let read = try Desk().vigil("scores", "--scale", "s-EASIX", "--input", "-", input: spaced)
    #expect(read.status == 0 && read.output.contains("score 15"), "\(read.messages)")
  }

  @Test("A patient's scales: one line each, with inputs, ages, events, source and what is missing")
  func patient() throws {
    let outcome = try Desk().vigil("scores", "CD7-003", "--sample", "ward", "--format", "json")
    #expect(outcome.status == 0, "\(outcome.messages)")
    let found = try objects(outcome)
    #expect(found.count == 21)
    let keys: Set<String> = [
      "at", "atLeast", "atMost", "fromMemory", "grade", "inputs", "missing", "notApplicable",
      "parts", "patient", "remark", "scale", "score", "source", "verdict",
    ]
    for object in found {
      #expect(Set(object.keys) == keys)
      #expect(object["patient"] as? String == "CD7-003")
      let isOpen = (object["missing"] as? [Any])?.isEmpty == false
      // A missing input never leaves a score behind.
      #expect(!isOpen || object["score"] is NSNull)
      if object["fromMemory"] as? Bool == true {
        #expect((object["source"] as? String)?.hasSuffix("not checked against the paper") == true)
      }
    }
    let news = try #require(found.first { $0["scale"] as? String == "NEWS2" })
    let inputs = try #require(news["inputs"] as? [[String: Any]])
    for input in inputs where input["name"] as? String != "age" {
      #expect(input["ageMinutes"] is Int, "\(input)")
      #expect((input["events"] as? [String])?.isEmpty == false, "\(input)")
    }
  }

  @Test("At an earlier time, as known then, it says what was known")
  func earlier() throws {
    let before = try Desk().vigil(
      "scores", "CD7-003", "--sample", "ward", "--scale", "ICAHT-early", "--at",
      "2026-01-10T00:00:00+08:00")
    #expect(before.output.contains("does not apply: before the infusion"))
    #expect(before.output.contains("Not a medical device."))
  }

  @Test("--columns lists what a table has, and its example line is one that is taken")
  func columns() throws {
    let desk = try Desk()
    let all = try objects(desk.vigil("scores", "--columns", "--format", "json"))
    #expect(all.count == 21)
    for scale in all.compactMap({ $0["scale"] as? String }) {
      let page = try desk.vigil("scores", "--scale", scale, "--columns")
      #expect(page.status == 0)
      for line in page.lines { #expect(line.count <= 80) }
      let words = page.output.split(separator: "\n").map(String.init)
      let start = try #require(words.firstIndex { $0.hasPrefix("  first line") })
      let end = try #require(words.firstIndex { $0.hasPrefix("  source") })
      // Broken to the width after commas.
      let header = words[start..<end].map { $0.dropFirst(14).trimmingCharacters(in: .whitespaces) }
        .joined()
      let run = try desk.vigil("scores", "--scale", scale, "--input", "-", input: header + "\n")
      #expect(run.status == 1, "\(scale): \(run.messages)")
    }
  }

  /// The table of columns in the README, from the program itself.
  private func columnTable() throws -> String {
    try objects(Desk().vigil("scores", "--columns", "--format", "json")).map { scale in
      let columns = (scale["columns"] as? [[String: Any]] ?? []).map { column -> String in
        let name = column["name"] as? String ?? ""
        let text = column["text"] as? String ?? ""
        let units = column["units"] as? [String] ?? []
        let needs = text.contains("the unit is written")
        let unit = needs ? " (\(units.joined(separator: " or ")))" : ""
        let isOptional = column["isOptional"] as? Bool == true
        return "`\(name)`\(unit)\(isOptional ? "?" : "")"
      }
      return "| \(scale["scale"] as? String ?? "") | \(columns.joined(separator: ", ")) |"
    }.joined(separator: "\n")
  }

  @Test("The README's table of columns is the program's; VIGIL_UPDATE_GOLDENS=1 writes it anew")
  func readme() throws {
    let url = Desk.checkout.appending(path: "README.md")
    var text = try String(contentsOf: url, encoding: .utf8)
    let begin = try #require(text.range(of: "<!-- scales -->\n"))
    let end = try #require(text.range(of: "<!-- end of scales -->"))
    let place = begin.upperBound..<end.lowerBound
    let table = try columnTable() + "\n"
    if ProcessInfo.processInfo.environment["VIGIL_UPDATE_GOLDENS"] != nil {
      text.replaceSubrange(place, with: table)
      try text.write(to: url, atomically: true, encoding: .utf8)
    } else {
      #expect(text[place] == table)
    }
  }
}
