import Foundation
import Testing

@Suite("vigil import takes good lines and refuses the others one by one")
struct ImportTests {
  /// Lines that are refused, with the field and the words that the message must hold.
  static let refused: [(String, [String])] = [
    (
      #"{"patient":"CD7-003","kind":"vitals","at":"2026-03-06T04:10:00+08:00","temperature":38.4}"#,
      ["temperature", "value", "unit"]
    ),
    (
      #"{"patient":"CD7-003","kind":"vitals","at":"2026-03-06T04:10:00+08:00","temperature":{"value":38.4,"unit":"kg"}}"#,
      ["temperature", "kg"]
    ),
    (
      #"{"patient":"CD7-003","kind":"vitals","at":"2026-03-06T04:10:00+08:00","hartRate":{"value":80,"unit":"/min"}}"#,
      ["hartRate", "heartRate"]
    ),
    (
      #"{"patient":"CD7-003","kind":"vitels","at":"2026-03-06T04:10:00+08:00"}"#,
      ["vitels", "vitals"]
    ),
    (
      #"{"patient":"CD7-003","kind":"vitals","at":"2026-03-06T04:10:00","heartRate":{"value":80,"unit":"/min"}}"#,
      ["at", "offset"]
    ),
    (
      #"{"patient":"CD7-003","kind":"vitals","at":"2026-02-30T04:10:00Z","heartRate":{"value":80,"unit":"/min"}}"#,
      ["at", "exist"]
    ),
    (
      #"{"patient":"CD7-003","kind":"vitals","at":"2026-03-06T04:10:00Z","heartRate":{"value":NaN,"unit":"/min"}}"#,
      ["line 2"]
    ),
    (
      #"{"patient":"CD7-003","kind":"vitals","at":"2026-03-06T04:10:00Z","heartRate":{"value":1e999,"unit":"/min"}}"#,
      ["heartRate"]
    ),
    (
      #"{"patient":"CD7-003","patient":"CD7-004","kind":"note","at":"2026-03-06T04:10:00Z","text":"a"}"#,
      ["patient"]
    ),
    (#"{"kind":"note","at":"2026-03-06T04:10:00Z","text":"a"}"#, ["patient"]),
    (
      #"{"patient":"CD7-003","kind":"vasopressor","at":"2026-03-06T04:10:00Z","agent":"norepinefrin","action":"start"}"#,
      ["agent", "norepinephrine"]
    ),
    (
      "{\"patient\":\"CD7\u{7}\",\"kind\":\"note\",\"at\":\"2026-03-06T04:10:00Z\",\"text\":\"a\"}",
      ["line 2"]
    ),
    ("{\"patient\":", ["line 2"]), ("nonsense", ["line 2"]), ("[]", ["line 2"]),
    (String(repeating: "[", count: 100_000), ["line 2"]),
  ]

  @Test(
    "a wrong line is named with its field and what would be right, and stops no other",
    arguments: refused)
  func refusedLine(_ row: (String, [String])) throws {
    let desk = try Desk().founded()
    let file = try desk.file("in.jsonl", Lines.file([Lines.infusion, row.0, Lines.ice]))
    let outcome = try desk.vigil("import", file)
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("line 2"))
    for word in row.1 { #expect(outcome.messages.contains(word), "\(outcome.messages)") }
    #expect(outcome.messages.contains("2 events stored, 0 already there, 1 line refused"))
    #expect(outcome.output.isEmpty)
    #expect(try desk.vigil("export").lines.count == 4)
  }

  @Test(
    "bytes that are no text, a NUL and a line of 10 MB are refused, and the lines after them taken")
  func hostileBytes() throws {
    let desk = try Desk().founded()
    var data = Data(Lines.infusion.utf8) + Data([0x0A, 0xFF, 0xFE, 0x22, 0x0A])
    data += Data("{\"a\":\"".utf8) + Data([0]) + Data("\"}\n{\"a\":\"".utf8)
    data += Data(repeating: UInt8(ascii: "x"), count: 10_000_000) + Data("\"}\n".utf8)
    data += Data(Lines.ice.utf8)
    let file = try desk.file("in.jsonl", data)
    let outcome = try desk.vigil("import", file, "--refused", desk.path("kept"))
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("2 events stored, 0 already there, 3 lines refused"))
    for number in 2...4 { #expect(outcome.messages.contains("line \(number)")) }
    let kept = try Data(contentsOf: URL(filePath: desk.path("kept")))
    let wanted = data.dropFirst(Lines.infusion.utf8.count + 1).dropLast(Lines.ice.utf8.count)
    #expect(kept == Data(wanted))
  }

  @Test("refused lines are kept as they came, for their owner alone, and mended lines come in")
  func refusedFile() throws {
    let desk = try Desk().founded()
    let bad = Lines.cannula.replacing("nasalCannula", with: "nasalCanula")
    let clash = Lines.round.replacing("38.4", with: "38.5")
    let other = bad.replacing("CD7-003", with: "CD7-004")
    let file = try desk.file("in.jsonl", Lines.file([Lines.round, bad + "\r", clash, other]))
    let outcome = try desk.vigil("import", file, "--refused", desk.path("kept.jsonl"))
    #expect(outcome.status == 1)
    #expect(try desk.text(desk.path("kept.jsonl")) == bad + "\r\n" + clash + "\n" + other + "\n")
    let attributes = try FileManager.default.attributesOfItem(atPath: desk.path("kept.jsonl"))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let mended = try desk.text(desk.path("kept.jsonl")).replacing(
      "nasalCanula", with: "nasalCannula")
    #expect(
      try desk.vigil("import", "-", input: mended).messages.contains(
        "2 events stored, 0 already there, 1 line refused"))
  }

  @Test("--refused overwrites neither what is read nor a store")
  func refusedFileGuards() throws {
    let desk = try Desk().founded()
    let file = try desk.file("in.jsonl", Lines.file(Lines.course))
    for path in [file, desk.store] {
      let outcome = try desk.vigil("import", file, "--refused", path)
      #expect(outcome.status == 2)
      #expect(outcome.messages.contains("name another"))
    }
    #expect(try desk.text(file) == Lines.file(Lines.course))
    #expect(try desk.vigil("verify").status == 0)
    #expect(try desk.vigil("export").lines.count == 2)
  }

  @Test("the same file twice adds nothing, renamed or not, and an export comes back to nothing")
  func twice() throws {
    let desk = try Desk().founded()
    let file = try desk.file("in.jsonl", Lines.file(Lines.course))
    #expect(try desk.vigil("import", file).messages.contains("6 events stored"))
    let other = try desk.file("renamed.jsonl", Lines.file(Lines.course.reversed()))
    for path in [file, other] {
      let outcome = try desk.vigil("import", path)
      #expect(outcome.status == 0)
      #expect(outcome.messages.contains("0 events stored, 6 already there, 0 lines refused"))
    }
    let exported = try desk.vigil("export")
    let back = try desk.vigil("import", "-", input: exported.output)
    #expect(back.status == 0)
    #expect(back.messages.contains("0 events stored, 8 already there"))
    #expect(try desk.vigil("export").output == exported.output)
    let elsewhere = try Desk().founded()
    #expect(try elsewhere.vigil("import", "-", input: exported.output).status == 0)
    #expect(
      try elsewhere.vigil("export", "CD7-003").output == desk.vigil("export", "CD7-003").output)
  }

  @Test("equal lines in one file are one event and are reported")
  func equalLines() throws {
    let desk = try Desk().founded()
    let file = try desk.file("in.jsonl", Lines.file([Lines.ice, Lines.cannula, Lines.ice]))
    let outcome = try desk.vigil("import", file)
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("line 3: this is the same event as an earlier line"))
    #expect(outcome.messages.contains("2 events stored"))
  }

  @Test("a correction whose target is missing counts and is reported, until the target comes")
  func missingTarget() throws {
    let desk = try Desk().founded()
    let alone = try desk.vigil("import", "-", input: Lines.correction)
    #expect(alone.status == 1)
    #expect(alone.messages.contains("6f0c0000-0000-4000-8000-000000000001"))
    #expect(try desk.vigil("import", "-", input: Lines.round).status == 0)
    let both = try Desk().founded()
    let file = Lines.file([Lines.correction, Lines.round])
    #expect(try both.vigil("import", "-", input: file).status == 0)
  }

  @Test("a correction of another patient's event is refused, and says to retract it")
  func foreignCorrection() throws {
    let desk = try Desk().founded()
    let foreign = Lines.correction.replacing("CD7-003", with: "CD7-004")
    let outcome = try desk.vigil("import", "-", input: Lines.file([Lines.round, foreign]))
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("retract it"))
  }

  @Test(
    "--dry-run says what would come of it, lines that lean on one another included, and stores nothing"
  )
  func dryRun() throws {
    let desk = try Desk().founded()
    let lines = [
      Lines.round, Lines.correction, Lines.round, Lines.round.replacing("38.4", with: "38.5"),
      Lines.correction.replacing("CD7-003", with: "CD7-004"), "nonsense",
    ]
    let file = try desk.file("in.jsonl", Lines.file(lines))
    let dry = try desk.vigil("import", "--dry-run", file)
    #expect(dry.status == 1)
    #expect(
      dry.messages.contains("2 events would be stored, 1 already there, 3 lines refused, 1 finding")
    )
    #expect(try desk.vigil("export").lines.count == 2)
    let real = try desk.vigil("import", file)
    #expect(real.messages.contains("2 events stored, 1 already there, 3 lines refused, 1 finding"))
    for outcome in [dry, real] {
      let told = outcome.messages.matches(of: /line (\d)/).map { String($0.output.1) }
      #expect(told == ["3", "4", "5", "6"])
    }
  }

  @Test("--format json gives each refusal, each finding and the sum as a line")
  func asJSON() throws {
    let desk = try Desk().founded()
    let file = Lines.file([Lines.ice, Lines.ice, "nonsense"])
    let outcome = try desk.vigil("import", "--format", "json", "-", input: file)
    #expect(outcome.status == 1)
    #expect(outcome.messages.isEmpty)
    #expect(outcome.lines.count == 3)
    #expect(
      outcome.lines.last
        == #"{"alreadyThere":1,"dryRun":false,"findings":1,"refused":1,"stored":1,"what":"sum"}"#)
    #expect(
      outcome.lines.contains { $0.contains(#""line":3"#) && $0.contains(#""what":"refused""#) })
  }

  @Test("a report whose reader goes away is no whole import: 3, and what to do")
  func unreadReport() throws {
    let desk = try Desk().founded()
    let shell = try #require(Desk.tool("sh"))
    // More than a pipe holds.
    let lines = (0..<3000).map { "nonsense \($0)" } + Lines.course
    let file = try desk.file("in.jsonl", Lines.file(lines))
    for (option, words) in [("", "run the import again"), ("--dry-run", "Nothing was stored")] {
      let outcome = try desk.run(
        shell,
        [
          "-c",
          "('\(Desk.program.path)' import \(option) --format json '\(file)'; echo $? >&2) | head -n 1",
        ])
      #expect(outcome.lines.count == 1)
      #expect(outcome.messages.contains(words), "\(outcome.messages)")
      #expect(outcome.messages.hasSuffix("\n3\n"))
    }
  }

  static let others: [(String, String)] = [
    ("{\"datasetJSONVersion\":\"1.1.0\"}", "CDISC"), ("{\"resourceType\":\"Bundle\"}", "FHIR"),
    ("id,time,value\n1,2,3\n", "comma-separated"), ("\u{1F}\u{8B}", "UTF-8"),
    ("SQLite format 3\0", "database"),
  ]

  @Test("another format is told by its content and named, and nothing is stored", arguments: others)
  func otherFormat(_ row: (String, String)) throws {
    let desk = try Desk().founded()
    let data = row.1 == "UTF-8" ? Data([0xFF, 0xFE, 0x7B, 0]) : Data(row.0.utf8)
    let outcome = try desk.vigil(["import", "-"], input: data)
    #expect(outcome.status == 3)
    #expect(outcome.messages.contains(row.1), "\(outcome.messages)")
    #expect(outcome.messages.contains("--as jsonl"))
    #expect(try desk.vigil("export").lines.count == 2)
  }

  @Test(
    "a byte order mark, line ends of Windows, blank lines and a missing last line end do no harm")
  func lineEnds() throws {
    let desk = try Desk().founded()
    let text = "\u{FEFF}" + Lines.course.joined(separator: "\r\n\r\n  \r\n")
    let outcome = try desk.vigil("import", "-", input: text)
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.messages.contains("6 events stored, 0 already there, 0 lines refused"))
  }

  @Test("an import keeps who wrote it down and when, and fills in only what is missing")
  func provenance() throws {
    let desk = try Desk().founded()
    let carried = Lines.ice.replacing(
      #""kind""#, with: #""recordedAt":"2026-03-06T04:20:00+08:00","by":"li","role":"nurse","kind""#
    )
    let file = try desk.file("night shift.jsonl", Lines.file([carried, Lines.cannula]))
    #expect(try desk.vigil("import", file).status == 0)
    let lines = try desk.vigil("export", "CD7-003").lines
    try #require(lines.count == 2)
    #expect(lines[0].contains(#""by":"li""#))
    #expect(
      lines[0].contains(
        #""recordedAt":"2026-03-06T04:20:00+08:00","role":"nurse","source":"import:night shift.jsonl""#
      ))
    #expect(!lines[1].contains(#""by""#))
    #expect(lines[1].contains(#""recordedAt":"20"#))
  }

  @Test("what is written down later than now is refused, with both clocks named")
  func fromTheFuture() throws {
    let desk = try Desk().founded()
    let future = Lines.ice.replacing(
      #""kind""#, with: #""recordedAt":"2199-01-01T00:00:00Z","kind""#)
    let outcome = try desk.vigil("import", "-", input: future)
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("recordedAt"))
    #expect(outcome.messages.contains("2199"))
  }

  @Test("a misspelt file stops the whole import before its first line")
  func misspelt() throws {
    let desk = try Desk().founded()
    let file = try desk.file("in.jsonl", Lines.file(Lines.course))
    #expect(try desk.vigil("import", file, desk.path("no-such")).status == 3)
    #expect(try desk.vigil("import", desk.folder.path).messages.contains("folder"))
    #expect(try desk.vigil("export").lines.count == 2)
  }

  @Test("export of patients is theirs alone, and of nobody known names the nearest")
  func exportOfPatients() throws {
    let desk = try Desk().founded()
    let file = Lines.file(Lines.course + (0..<3).map { Lines.vitals($0) })
    #expect(try desk.vigil("import", "-", input: file).status == 0)
    #expect(try desk.vigil("export", "CD7-009").lines.count == 3)
    #expect(
      try desk.vigil("export", "CD7-009", "CD7-003").output
        == desk.vigil("export").lines.dropFirst(2).map { $0 + "\n" }.joined())
    let unknown = try desk.vigil("export", "CD7-0O9")
    #expect(unknown.status == 2)
    #expect(unknown.messages.contains("nearest is CD7-009"))
  }
}
