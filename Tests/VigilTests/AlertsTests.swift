import Foundation
import Testing

@Suite("vigil alerts and vigil due say what asks for somebody, as the contract prints it")
struct AlertsTests {
  private static let low =
    #"{"patient":"CD7-003","kind":"vitals","at":"2026-03-06T04:10:00+08:00","temperature":{"value":38.4,"unit":"Cel"},"systolic":{"value":84,"unit":"mm[Hg]"},"spo2":{"value":97,"unit":"%"}}"#
  private static let lines = [Lines.patient, Lines.infusion, low]
  private static let at = "2026-03-06T04:20:00+08:00"

  private func run(
    _ command: String, _ lines: [String], _ arguments: String...
  ) throws -> Desk.Outcome {
    let desk = try Desk()
    let file = try desk.file("in.jsonl", Lines.file(lines))
    return try desk.vigil([command, "--events", file] + arguments)
  }

  private func objects(_ outcome: Desk.Outcome) throws -> [[String: Any]] {
    try outcome.lines.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test("an alert carries every key of the contract, and no other")
  func keys() throws {
    let outcome = try run("alerts", Self.lines, "--format", "json", "--at", Self.at)
    #expect(outcome.status == 0, "\(outcome.messages)")
    let alerts = try objects(outcome)
    let low = try #require(alerts.first { $0["rule"] as? String == "A04" })
    #expect(
      Set(low.keys) == [
        "id", "patient", "rule", "priority", "raised", "reRaised", "escalated", "ended", "status",
        "text", "criterion", "source", "events", "acknowledged", "escalation",
      ])
    #expect(low["id"] as? String == "A04:CD7-003:2026-03-05T20:10:00Z")
    #expect(low["priority"] as? Int == 1)
    #expect(low["raised"] as? String == "2026-03-06T04:10:00+08:00")
    #expect(low["escalated"] as? String == "2026-03-06T04:15:00+08:00")
    #expect(low["status"] as? String == "active")
    #expect((low["criterion"] as? String)?.contains("90 mmHg") == true)
    #expect((low["events"] as? [String])?.count == 1)
    // The most urgent comes first.
    #expect(alerts.first?["priority"] as? Int == 1)
  }

  @Test("an acknowledgement says who and until when; the next call is named before")
  func acknowledged() throws {
    let onCall =
      #"{"kind":"setting","at":"2026-03-01T00:00:00+08:00","name":"onCall","value":["registrar"],"reason":"rota"}"#
    let before = try objects(
      try run(
        "alerts", Self.lines + [onCall], "--format", "json", "--at", "2026-03-06T04:12:00+08:00"))
    let waiting = try #require(before.first { $0["rule"] as? String == "A04" })
    #expect((waiting["escalation"] as? [String: Any])?["next"] as? String == "registrar")
    #expect(
      (waiting["escalation"] as? [String: Any])?["at"] as? String == "2026-03-06T04:15:00+08:00")
    let taken =
      #"{"patient":"CD7-003","kind":"acknowledgement","at":"2026-03-06T04:13:00+08:00","by":"wang","alert":"A04:CD7-003:2026-03-05T20:10:00Z","note":"fluids"}"#
    let after = try objects(
      try run("alerts", Self.lines + [taken], "--format", "json", "--at", Self.at))
    let alert = try #require(after.first { $0["rule"] as? String == "A04" })
    let given = try #require(alert["acknowledged"] as? [String: Any])
    #expect(given["by"] as? String == "wang")
    #expect(given["until"] as? String == "2026-03-06T04:28:00+08:00")
    #expect(given["note"] as? String == "fluids")
    #expect(alert["status"] as? String == "acknowledged")
    #expect(alert["escalation"] is NSNull)
  }

  @Test("ended and seen is printed with --all alone")
  func all() throws {
    let more = [
      #"{"patient":"CD7-003","kind":"acknowledgement","at":"2026-03-06T04:13:00+08:00","by":"wang","rule":"A04"}"#,
      #"{"patient":"CD7-003","kind":"vitals","at":"2026-03-06T04:14:00+08:00","systolic":{"value":112,"unit":"mm[Hg]"}}"#,
    ]
    func rules(_ arguments: String...) throws -> [String] {
      let desk = try Desk()
      let file = try desk.file("in.jsonl", Lines.file(Self.lines + more))
      let outcome = try desk.vigil(
        ["alerts", "--events", file, "--format", "json", "--at", Self.at] + arguments)
      return try objects(outcome).compactMap { $0["rule"] as? String }
    }
    #expect(try !rules().contains("A04"))
    #expect(try rules("--all").contains("A04"))
  }

  @Test("a store answers as the file does, in any order")
  func store() throws {
    let file = try run("alerts", Self.lines.reversed(), "--format", "json", "--at", Self.at)
    let desk = try Desk().founded()
    // The store says when it took them; the file's events have no other time than their own.
    let timed = Self.lines.map {
      $0.replacing("\"kind\"", with: "\"recordedAt\":\"2026-03-06T04:10:00+08:00\",\"kind\"")
    }
    #expect(try desk.vigil("import", "-", input: Lines.file(timed)).status == 0)
    let stored = try desk.vigil("alerts", "--format", "json", "--at", Self.at)
    func bare(_ outcome: Desk.Outcome) throws -> [[String]] {
      try objects(outcome).map { alert in
        ["id", "text", "status"].map { "\(alert[$0] ?? "")" }
      }
    }
    #expect(try bare(stored) == bare(file))
  }

  @Test("what is due carries the keys of the contract; only patients in house are due")
  func due() throws {
    let outcome = try run("due", Self.lines, "--format", "json", "--at", Self.at)
    let due = try objects(outcome)
    #expect(
      due.allSatisfy { Set($0.keys) == ["patient", "what", "due", "lateMinutes", "level", "why"] })
    let vitals = try #require(due.first { $0["what"] as? String == "vitals" })
    #expect(vitals["due"] as? String == "2026-03-06T05:10:00+08:00")
    #expect(vitals["level"] as? String == "upcoming")
    #expect(vitals["lateMinutes"] as? Int == -50)
    let left =
      #"{"patient":"CD7-003","kind":"stay","at":"2026-03-06T04:15:00+08:00","action":"discharge"}"#
    #expect(try run("due", Self.lines + [left], "--format", "json", "--at", Self.at).output.isEmpty)
  }

  @Test("the burden of the sample ward: at most one highest alert for each patient-day")
  func burden() throws {
    let outcome = try Desk().vigil("alerts", "--sample", "ward", "--burden", "--format", "json")
    let page = try #require(try objects(outcome).first)
    let counts = try #require(page["byPriority"] as? [String: [String: Any]])
    let highest = try #require(counts["1"]?["perPatientDay"] as? Double)
    #expect(highest > 0 && highest <= 1)
    #expect((page["highest"] as? [Any])?.count ?? 0 > 10)
    let text = try Desk().vigil("alerts", "--sample", "ward", "--burden").output
    #expect(text.contains("per patient-day"))
  }

  @Test("a page for a person fits a terminal and says what it is not")
  func page() throws {
    let outcome = try run("alerts", Self.lines, "--at", Self.at)
    #expect(outcome.output.contains("*** A04"))
    #expect(outcome.output.contains("Not an alarm system"))
    #expect(outcome.output.contains("local protocol prevails"))
    for line in outcome.lines { #expect(line.count <= 80, "\(line)") }
    for line in try run("due", Self.lines, "--at", Self.at).lines {
      #expect(line.count <= 80, "\(line)")
    }
  }

  @Test("an unknown setting of an alert is refused with the nearest")
  func settings() throws {
    for (name, value, words) in [
      ("A04.sistolic", "85", "A04.systolic"), ("A09.systolic", "85", "A09.grades"),
      ("A04.systolic", "200", "60 to 120"), ("plan.vitals.15-22", "6", "plan.vitals.15-21"),
      ("plan.labs.pause", "\"x\"", "hours, 1 to 168"), ("onCal", "\"x\"", "onCall"),
    ] {
      let line =
        #"{"kind":"setting","at":"2026-03-01T00:00:00+08:00","name":"\#(name)","value":\#(value),"reason":"x"}"#
      let outcome = try run("alerts", Self.lines + [line], "--at", Self.at)
      #expect(outcome.status == 1, "\(name)")
      #expect(outcome.messages.contains(words), "\(outcome.messages)")
    }
  }

  @Test("times are in the zone asked for, west of Greenwich too", arguments: ["alerts", "due"])
  func zones(_ command: String) throws {
    let outcome = try run(
      command, Self.lines, "--format", "json", "--at", Self.at, "--time-zone", "-05:30")
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(!outcome.lines.isEmpty)
    #expect(outcome.lines.allSatisfy { $0.contains("-05:30") })
  }

  @Test("wrong usage says why", arguments: ["alerts", "due"])
  func usage(_ command: String) throws {
    let desk = try Desk()
    #expect(try desk.vigil(command, "--events", "a", "--sample", "ward").status == 2)
    #expect(try desk.vigil(command, "--at", "yesterday", "--sample", "ward").status == 2)
    #expect(try desk.vigil(command).status == 3)
    let unknown = try desk.vigil(command, "CD7-03", "--sample", "ward")
    #expect(unknown.status == 2)
    #expect(unknown.messages.contains("CD7-003"))
    #expect(try desk.vigil(command, "--help").output.contains("Example"))
  }
}
