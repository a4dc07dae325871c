import Foundation
import Testing

@Suite("vigil grade says what is known, from where, and what is not")
struct GradeTests {
  private static let day5 = "2026-03-06T04:12:00+08:00"

  private func grade(
    _ lines: [String], _ arguments: String..., format: String = "json"
  ) throws -> Desk.Outcome {
    let desk = try Desk()
    let file = try desk.file("in.jsonl", Lines.file(lines))
    return try desk.vigil(["grade", "--events", file, "--format", format] + arguments)
  }

  private func field(_ outcome: Desk.Outcome, _ path: String...) throws -> String {
    var value = try JSONSerialization.jsonObject(with: Data(outcome.first.utf8))
    for name in path {
      let object = try #require(value as? [String: Any])
      value = try #require(object[name])
    }
    return value is NSNull ? "null" : "\(value)"
  }

  @Test("the document of a patient, to the letter")
  func golden() throws {
    for minute in ["0410", "0412"] {
      let outcome = try grade(
        Lines.course, "--at", "2026-03-06T04:\(minute.suffix(2)):00+08:00")
      #expect(outcome.status == 0)
      #expect(outcome.output == Golden.course[minute])
    }
  }

  @Test("lines in another order, or a store in between, give the same bytes")
  func sameBytes() throws {
    let forward = try grade(Lines.course, "--at", Self.day5)
    #expect(try grade(Lines.course.reversed(), "--at", Self.day5).output == forward.output)
    let desk = try Desk().founded()
    #expect(try desk.vigil("import", "-", input: Lines.file(Lines.course)).status == 0)
    #expect(
      try desk.vigil("grade", "--format", "json", "--at", Self.day5).output == forward.output)
  }

  @Test("an infused patient without any reading is indeterminate: null in JSON, -- for a person")
  func nothingKnown() throws {
    let lines = [Lines.patient, Lines.infusion]
    let outcome = try grade(lines)
    for scale in ["crs", "icans"] {
      #expect(try field(outcome, scale, "grade") == "null")
      #expect(try field(outcome, scale, "status") == "indeterminate")
      #expect(try field(outcome, scale, "atMost") == "4")
    }
    let page = try grade(lines, format: "text").output
    #expect(page.contains("CRS    --"))
    #expect(page.contains("ICANS  --"))
    #expect(page.contains("fever: never recorded"))
    #expect(!page.contains(/(CRS|ICANS) +0/))
  }

  @Test("before the infusion no grade applies, and no day is counted")
  func beforeInfusion() throws {
    let outcome = try grade([Lines.patient])
    #expect(try field(outcome, "day") == "null")
    #expect(try field(outcome, "crs", "status") == "notApplicable")
    #expect(try field(outcome, "crs", "atMost") == "null")
    #expect(try grade([Lines.patient], format: "text").output.contains("not infused"))
  }

  @Test("a correction changes the grade from when it was written down, and not before")
  func asKnownAt() throws {
    let lines = Lines.course + [Lines.correction]
    let before = try grade(lines, "--as-known-at", "2026-03-06T04:59:59+08:00")
    #expect(try field(before, "asKnownAt") == "2026-03-06T04:59:59+08:00")
    #expect(try field(before, "at") == "2026-03-06T04:59:59+08:00")
    #expect(before.output.contains("38.4 °C"))
    let after = try grade(
      lines, "--as-known-at", "2026-03-06T05:00:00+08:00", "--at", "2026-03-06T04:12:00+08:00")
    #expect(!after.output.contains("38.4 °C"))
    #expect(try field(after, "at") == "2026-03-06T04:12:00+08:00")
    let all = try grade(lines, "--at", Self.day5)
    #expect(try field(all, "asKnownAt") == "null")
    #expect(!all.output.contains("38.4 °C"))
  }

  @Test("--as-stored-at shows what the store had, whatever the events say of themselves")
  func asStoredAt() throws {
    let desk = try Desk().founded()
    #expect(try desk.vigil("import", "-", input: Lines.file(Lines.course)).status == 0)
    Thread.sleep(forTimeInterval: 1.1)
    let moment = ISO8601DateFormatter().string(from: Date())
    Thread.sleep(forTimeInterval: 1.1)
    let correction = Lines.correction.replacing(
      #""recordedAt":"2026-03-06T05:00:00+08:00","#, with: "")
    #expect(try desk.vigil("import", "-", input: correction).status == 0)
    let arguments = ["grade", "--format", "json", "--at", Self.day5]
    let then = try desk.vigil(arguments + ["--as-stored-at", moment])
    #expect(then.output.contains("38.4 °C"))
    #expect(try desk.vigil(arguments).output.contains("38.4 °C") == false)
    let never = try desk.vigil(arguments + ["--as-stored-at", "2000-01-01T00:00:00Z"])
    #expect(try field(never, "crs", "status") == "notApplicable")
  }

  @Test("the timeline begins with the infusion, ends by the time asked, and names each change once")
  func timeline() throws {
    let outcome = try grade(Lines.course, "--timeline", "--at", "2026-03-07T12:00:00+08:00")
    let times = try outcome.lines.map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try #require(object?["at"] as? String)
    }
    #expect(times.first == "2026-03-01T10:20:00+08:00")
    #expect(times.contains("2026-03-04T18:05:00+08:00"))
    #expect(times.contains("2026-03-06T02:15:00+08:00"))
    // Time alone: the oxygen asks to be confirmed after 8 h, the ICE expires after 13 h.
    #expect(times.contains("2026-03-06T10:15:00+08:00"))
    #expect(times.contains("2026-03-06T17:12:00+08:00"))
    #expect(times == times.sorted())
    #expect(Set(times).count == times.count)
    let page = try grade(Lines.course, "--timeline", format: "text").lines
    #expect(page.contains { $0.contains("2026-03-04T18:05:00+08:00") && $0.contains("CRS >=1") })
  }

  @Test("times are in the zone asked for, else the site's, else that of the infusion")
  func zones() throws {
    let site =
      #"{"kind":"site","at":"2026-01-01T00:00:00Z","name":"B","timeZone":"Europe/Berlin"}"#
    #expect(try field(grade(Lines.course, "--at", Self.day5), "at") == Self.day5)
    let berlin = try grade(Lines.course + [site], "--at", Self.day5)
    #expect(try field(berlin, "at") == "2026-03-05T21:12:00+01:00")
    #expect(try field(berlin, "day") == "4")
    let asked = try grade(Lines.course + [site], "--at", Self.day5, "--time-zone", "-05:30")
    #expect(try field(asked, "at") == "2026-03-05T14:42:00-05:30")
    let named = try grade(Lines.course, "--at", Self.day5, "--time-zone", "UTC")
    #expect(try field(named, "at") == "2026-03-05T20:12:00Z")
  }

  @Test("refused lines are told, the rest is graded, and the status is 1")
  func refusedLines() throws {
    let good = try grade(Lines.course, "--at", Self.day5)
    let mixed = try grade(["nonsense"] + Lines.course, "--at", Self.day5)
    #expect(mixed.status == 1)
    #expect(mixed.output == good.output)
    #expect(mixed.messages.contains("line 1"))
    let twice = try grade(Lines.course + [Lines.ice], "--at", Self.day5)
    #expect(twice.status == 1)
    #expect(twice.messages.contains("line 7: this is the same event as line 6"))
    let other = try grade(
      Lines.course + [Lines.round.replacing("38.4", with: "39")], "--at", Self.day5)
    #expect(other.status == 1)
    #expect(other.output == good.output)
    #expect(other.messages.contains("line 7, id"))
  }

  @Test("links that a store would refuse are refused, and change no grade")
  func links() throws {
    let good = try grade(Lines.course, "--at", Self.day5)
    let id = "6f0c0000-0000-4000-8000-000000000001"
    let foreign = Lines.correction.replacing("CD7-003", with: "CD7-004")
    let retraction =
      #"{"patient":"CD7-004","kind":"retraction","at":"2026-03-06T04:10:00Z","retracts":"\#(id)","reason":"x"}"#
    let itself =
      #"{"id":"6f0c0000-0000-4000-8000-000000000009","patient":"CD7-003","kind":"retraction","at":"2026-03-06T04:10:00Z","retracts":"6f0c0000-0000-4000-8000-000000000009","reason":"x"}"#
    for (line, word) in [
      (foreign, "another patient"), (retraction, "another patient"), (itself, "itself"),
    ] {
      let outcome = try grade([line] + Lines.course, "CD7-003", "--at", Self.day5)
      #expect(outcome.status == 1)
      #expect(outcome.messages.contains(word), "\(outcome.messages)")
      #expect(outcome.output == good.output)
    }
    let orphan = try grade([Lines.patient, Lines.infusion, Lines.correction])
    #expect(orphan.status == 1)
    #expect(orphan.messages.contains("is not here"))
    #expect(orphan.output.contains("\"status\""))
  }

  @Test("patients come in order of id, and an unknown one is wrong usage with the nearest")
  func patients() throws {
    let lines = Lines.course.map { $0.replacing("CD7-003", with: "CD7-010") } + Lines.course
    let all = try grade(lines, "--at", Self.day5)
    try #require(all.lines.count == 2)
    #expect(all.lines[0].hasSuffix(#""patient":"CD7-003"}"#))
    let one = try grade(lines, "CD7-010", "--at", Self.day5)
    #expect(one.lines == [all.lines[1]])
    let unknown = try grade(lines, "CD7-01")
    #expect(unknown.status == 2)
    #expect(unknown.output.isEmpty)
    #expect(unknown.messages.contains("nearest is CD7-010"))
  }

  @Test("the page for a person fits 80 columns, whatever is in it")
  func width() throws {
    let ward = try Desk().vigil("sample", "--set", "ward").output
    let desk = try Desk()
    let file = try desk.file("ward.jsonl", ward)
    for arguments in [[], ["--timeline"]] {
      let page = try desk.vigil(["grade", "--events", file] + arguments)
      #expect(page.status <= 1)
      #expect(page.lines.count > 100)
      for line in page.lines { #expect(line.count <= 80, "\(line)") }
    }
  }

  @Test("evidence names its rule, its age and, where it rests on memory, that it does")
  func evidence() throws {
    let page = try grade(Lines.course, "--at", Self.day5, format: "text").output
    #expect(page.contains("nasal cannula 4 L/min since 02:15, 1 h 57 min ago"))
    #expect(page.contains("(CRS-HYPOXIA-LOWFLOW)"))
    #expect(page.contains("Not a medical device"))
    let death =
      #"{"patient":"CD7-003","kind":"status","at":"2026-03-07T01:00:00+08:00","state":"death","principalCause":"crs"}"#
    let after = try grade(Lines.course + [death], format: "text").output
    #expect(
      after.replacing(/\s+/, with: " ").contains("from memory, not checked against the paper"))
  }

  @Test(
    "a documented choice that decides is named in its own words, and so is what awaits confirmation"
  )
  func choices() throws {
    let low = Lines.round.replacing(#""systolic":{"value":104"#, with: #""systolic":{"value":82"#)
    let lines = Lines.course.map { $0 == Lines.round ? low : $0 }.filter {
      $0 != Lines.patient && $0 != Lines.cannula
    }
    let outcome = try grade(lines, "--at", Self.day5)
    #expect(try field(outcome, "crs", "status") == "provisional")
    let page = try grade(lines, "--at", Self.day5, format: "text").output.replacing(
      /\s+/, with: " ")
    #expect(page.contains("provisional: a clinician is to confirm it"))
    #expect(page.contains("D-32"))
    #expect(page.contains("awaits confirmation by the clinical lead"))
  }

  @Test("--sample ward grades the ward that comes with the program, at its demo moment")
  func sampleWard() throws {
    let outcome = try Desk().vigil("grade", "--sample", "ward", "--format", "json")
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.lines.count == 20)
    let file = try String(
      contentsOf: Desk.checkout.appending(path: "sample-data/ward.jsonl"), encoding: .utf8)
    let moment = try #require(file.firstMatch(of: /"demoMoment":"([^"]+)"/)).output.1
    let same = try Desk().vigil(
      "grade", "--events", Desk.checkout.appending(path: "sample-data/ward.jsonl").path, "--format",
      "json", "--at", String(moment))
    #expect(outcome.output == same.output)
  }

  @Test("checkpoints change nothing: the first answer, the next, and after a rebuild are the same")
  func checkpoints() throws {
    let desk = try Desk().founded()
    let ward = try desk.file("ward.jsonl", desk.vigil("sample", "--set", "ward").output)
    #expect(try desk.vigil("import", ward).status == 0)
    let arguments = ["grade", "--format", "json", "--at", "2026-12-01T00:00:00Z"]
    let first = try desk.vigil(arguments).output
    #expect(try desk.vigil(arguments).output == first)
    let late = (0..<30).map { Lines.vitals($0, patient: "CD7-001") }
    #expect(try desk.vigil("import", "-", input: Lines.file(late)).status == 0)
    let kept = try desk.vigil(arguments).output
    #expect(try desk.vigil("verify", "--rebuild").status == 0)
    #expect(try desk.vigil(arguments).output == kept)
    let copy = try desk.file("all.jsonl", desk.vigil("export").output)
    let alone = try desk.vigil(
      "grade", "--format", "json", "--events", copy, "--at", "2026-12-01T00:00:00Z")
    #expect(alone.output == kept)
  }

  @Test(
    "a day without a time, not dated by who wrote it down, is known from its beginning on the ward")
  func dayOfTheWard() throws {
    let site =
      #"{"kind":"site","at":"2026-01-01T00:00:00Z","name":"Ward 7B","timeZone":"Asia/Shanghai"}"#
    let infusion = Lines.infusion.replacing("10:20:00+08:00", with: "02:20:00Z")
    let death =
      #"{"patient":"CD7-003","kind":"status","at":"2026-03-06","state":"death","principalCause":"crs"}"#
    // 6 March begins at 16:00 of Greenwich in Shanghai; the patient's own events would say 24:00.
    // Asked of the day after, when a death of that day has ended the stay.
    for (hour, isInHouse) in [(15, true), (17, false)] {
      let outcome = try grade(
        [site, infusion, death], "--in-house", "--as-known-at", "2026-03-05T\(hour):00:00Z",
        "--at", "2026-03-06T20:00:00Z")
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(outcome.lines.isEmpty != isInHouse, "\(hour)")
    }
  }

  @Test("a file of something else is named, without advice that this command cannot follow")
  func otherFormat() throws {
    let desk = try Desk()
    let file = try desk.file("in.csv", "id,time,value\n1,2,3\n")
    let outcome = try desk.vigil("grade", "--events", file)
    #expect(outcome.status == 3 && outcome.messages.contains("comma-separated"))
    #expect(!outcome.messages.contains("--as"))
  }
}
