import Foundation
import Testing

@Suite("Tables and FHIR in and out by the command line")
struct TablesTests {
  private let mapping = """
    layout = "long"
    patient = "Subject"
    time = "Collected"
    code = "Test"
    value = "Result"
    unit = "Unit"

    [codes."IL-6"]
    code = "IL6"
    """

  private func desk() throws -> Desk {
    let desk = try Desk().founded()
    #expect(try desk.vigil("import", "-", input: HL7.patient + "\n").status == 0)
    try desk.file("map.toml", mapping)
    return desk
  }

  @Test("a table needs a mapping, and the message says where to read about it")
  func needsMapping() throws {
    let desk = try desk()
    let file = try desk.file("t.csv", "a,b\n1,2\n")
    for (options, status) in [([], 3), (["--as", "csv"], 2)] as [([String], Int32)] {
      let outcome = try desk.vigil(["import", file] + options)
      #expect(outcome.status == status)
      #expect(outcome.messages.contains("--mapping"))
    }
  }

  @Test(
    "a dry run names lines; the run stores the good ones; again adds nothing; mended ones add themselves"
  )
  func table() throws {
    let desk = try desk()
    let text =
      "Subject,Collected,Test,Result,Unit\n00884471,2026-03-06 06:00,IL-6,874,pg/mL\n"
      + "00884471,03/06/2026 06:00,IL-6,<2.5,pg/mL\n884471,2026-03-07 06:00,IL-6,12,pg/mL\n"
    let file = try desk.file("t.csv", text)
    let map = desk.path("map.toml")
    let dry = try desk.vigil("import", "--dry-run", "--mapping", map, file)
    #expect(dry.status == 1)
    #expect(dry.messages.contains("line 3, Collected") && dry.messages.contains("told apart"))
    #expect(dry.messages.contains("line 4, patient"))
    #expect(dry.messages.contains("1 event would be stored, 0 already there, 2 lines refused"))
    let refused = desk.path("refused.csv")
    let run = try desk.vigil("import", "--mapping", map, "--refused", refused, file)
    #expect(run.messages.contains("1 event stored"))
    #expect(
      try desk.text(refused)
        == "Subject,Collected,Test,Result,Unit\n00884471,03/06/2026 06:00,IL-6,<2.5,pg/mL\n"
        + "884471,2026-03-07 06:00,IL-6,12,pg/mL\n")
    #expect(
      try desk.vigil("import", "--mapping", map, file).messages.contains(
        "0 events stored, 1 already there"))
    let mended = try desk.file(
      "mended.csv", try desk.text(refused).replacing("03/06/2026", with: "2026-03-06"))
    #expect(try desk.vigil("import", "--mapping", map, mended).messages.contains("1 event stored"))
  }

  @Test("a mapping that is wrong is refused by its line or key")
  func wrongMapping() throws {
    let desk = try desk()
    let file = try desk.file("t.csv", "Subject,Collected,Test,Result,Unit\n")
    for (text, word) in [
      (mapping + "\nx = 1", "x"), ("layout = long", "line 1"), ("layout = \"long\"", "patient"),
    ] {
      let map = try desk.file("wrong.toml", text)
      let outcome = try desk.vigil("import", "--mapping", map, file)
      #expect(outcome.status == 3)
      #expect(outcome.messages.contains(word), "\(outcome.messages)")
    }
  }

  @Test(
    "the long table of the sample ward comes back: to the same store nothing, to a new one everything"
  )
  func longTable() throws {
    let desk = try Desk().founded()
    let ward = Desk.checkout.appending(path: "sample-data/ward.jsonl").path
    #expect(try desk.vigil("import", ward).status == 0)
    let table = try desk.vigil("export", "--as", "csv-long")
    let file = try desk.file("long.csv", table.output)
    let again = try desk.vigil("import", file)
    #expect(again.status == 0)
    #expect(again.messages.contains("0 events stored"))
    let other = try Desk()
    let place = other.path("other/store.vigil")
    #expect(
      try other.vigil(
        "init", "--store", place, "--site", "x", "--time-zone", "Asia/Shanghai", "--user", "w",
        "--name", "w"
      ).status == 0)
    #expect(try other.vigil("import", "--store", place, file).status == 0)
    let mine = try desk.vigil("grade", "--at", "2026-03-06T08:00:00+08:00", "--format", "json")
    let theirs = try other.vigil(
      "grade", "--store", place, "--at", "2026-03-06T08:00:00+08:00", "--format", "json")
    #expect(!mine.output.isEmpty && mine.output == theirs.output)
  }

  @Test(
    "a Bundle of this record brought back adds nothing, not even what is written otherwise there")
  func bundle() throws {
    let desk = try desk()
    let own =
      #"{"patient":"CD7-003","kind":"vitals","at":"2026-03-06T04:10+08:00","temperature":{"value":38.4,"unit":"°C"},"spo2":{"value":93,"unit":"%"}}"#
    #expect(try desk.vigil("import", "-", input: own + "\n").status == 0)
    let file = try desk.file("b.json", try desk.vigil("export", "--as", "fhir").output)
    let again = try desk.vigil("import", file)
    #expect(again.status == 0, "\(again.messages)")
    #expect(again.messages.contains("0 events stored, 1 already there"))
  }

  @Test("a table with a brace in a unit is a table, in and out")
  func braces() throws {
    let desk = try desk()
    let text = "Subject,Collected,Test,Result,Unit\nCD7-003,2026-03-06 06:00,DDIM,1.2,mg/L{FEU}\n"
    let file = try desk.file("t.csv", text)
    #expect(try desk.vigil("import", file).messages.contains("this looks like a table"))
    #expect(try desk.vigil("import", "--mapping", desk.path("map.toml"), file).status == 0)
    let table = try desk.vigil("export", "--as", "csv-long", "CD7-003").output
    #expect(table.prefix(4096).contains("{FEU}"))
    let again = try desk.vigil("import", try desk.file("long.csv", table))
    #expect(again.status == 0 && again.messages.contains("0 events stored"), "\(again.messages)")
  }

  @Test("an unknown number is told with the nearest of all numbers, not only of the subjects' ids")
  func nearestNumber() throws {
    let desk = try desk()
    let file = try desk.file(
      "t.csv", "Subject,Collected,Test,Result,Unit\n884471,2026-03-06 06:00,IL-6,12,pg/mL\n")
    let outcome = try desk.vigil("import", "--mapping", desk.path("map.toml"), file)
    #expect(outcome.status == 1 && outcome.messages.contains("nearest: 00884471"))
  }

  @Test("--excel begins with a byte order mark, and nothing else does")
  func excel() throws {
    let desk = try desk()
    #expect(
      try desk.vigil("export", "--as", "csv-long", "--excel").output.hasPrefix(
        "\u{FEFF}patient,day"))
    #expect(try desk.vigil("export", "--as", "csv-long").output.hasPrefix("patient,day"))
  }

  @Test("each dataset in a file of its folder, or one a line")
  func datasets() throws {
    let desk = try desk()
    #expect(try desk.vigil("export", "--as", "cdisc", "--folder", desk.path("sdtm")).status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.path("sdtm")).sorted()
    #expect(
      names
        == ["ae", "cm", "dm", "ds", "ex", "ft", "lb", "pc", "pp", "rs", "vs"].map { $0 + ".json" })
    let lines = try desk.vigil("export", "--as", "cdisc", "--study", "S1").lines
    #expect(lines.count == 11)
    #expect(lines[0].contains(#""studyOID":"S1""#))
  }

  @Test(
    "options that do not go together are wrong usage",
    arguments: [
      ["--as", "xlsx"], ["--excel"], ["--de-identify"], ["--study", "x"],
      ["--as", "fhir", "--folder", "x"], ["--as", "fhir", "--excel"],
      ["--as", "cdisc", "--study", ""],
    ])
  func usage(_ options: [String]) throws {
    #expect(try desk().vigil(["export"] + options).status == 2)
  }

  @Test("without identities no name and no number goes out, in any format")
  func deidentified() throws {
    let desk = try desk()
    for format in ["csv-long", "csv-wide", "fhir", "cdisc"] {
      let outcome = try desk.vigil("export", "--as", format, "--de-identify")
      #expect(outcome.status == 0)
      #expect(!outcome.output.contains("王芳") && !outcome.output.contains("00884471"), "\(format)")
    }
  }
}
