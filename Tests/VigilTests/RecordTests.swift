import Foundation
import Testing

@Suite("vigil record enters one line and answers with the grade")
struct RecordTests {
  private static let nurse =
    #"{"kind":"user","at":"2026-03-01T00:00:00+08:00","login":"LOGIN","name":"Li","role":"ROLE"}"#

  // A store whose only user is who runs the tests.
  private func desk(role: String = "nurse") throws -> Desk {
    let desk = try Desk()
    let login = NSUserName()
    let made = try desk.vigil(
      "init", "--site", "Ward 7B", "--time-zone", "Asia/Shanghai", "--user", "somebody", "--name",
      "Somebody")
    #expect(made.status == 0)
    let user = Self.nurse.replacing("LOGIN", with: login).replacing("ROLE", with: role)
    let lines = [user, Lines.patient, Lines.infusion]
    #expect(try desk.vigil("import", "-", input: Lines.file(lines)).status == 0)
    return desk
  }

  @Test("the line of the contract is stored whole, and the grade is printed")
  func example() throws {
    let desk = try desk()
    let outcome = try desk.vigil(
      "record", "CD7-003", "t", "38.4", "bp", "92/50", "hr", "118", "spo2", "93", "o2", "nc", "4",
      "at", "2026-03-06T04:10+08:00")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("stored for CD7-003, 王芳: T 38.4 °C HR 118 BP 92/50 SpO2 93 %"))
    #expect(outcome.output.contains("nasal cannula 4 L/min"))
    let grade = try desk.vigil("grade", "CD7-003", "--at", "2026-03-06T04:10:00+08:00")
    #expect(grade.output.contains("CRS    2"))
    let stored = try desk.vigil("export", "CD7-003").lines.suffix(2)
    #expect(stored.allSatisfy { $0.contains(#""source":"command""#) && $0.contains(#""set":"#) })
  }

  @Test(
    "what is not understood or cannot be true stores nothing: 2",
    arguments: [
      ["t", "46"], ["t", "3.89"], ["hrr", "80"], ["bp", "50/90"], ["ice", "11"], ["t"],
      ["o2", "foo"], ["ne", "0.08"], ["t", "38", "at", "2099-01-01T00:00Z"],
      ["spo2", "101", "t", "38"],
    ])
  func refused(words: [String]) throws {
    let desk = try desk()
    let before = try desk.vigil("export").lines.count
    let outcome = try desk.vigil(["record", "CD7-003"] + words)
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("nothing was stored"))
    #expect(outcome.output.isEmpty)
    #expect(try desk.vigil("export").lines.count == before)
  }

  @Test("an unknown word and an unknown patient are told with the nearest")
  func nearest() throws {
    let desk = try desk()
    #expect(
      try desk.vigil("record", "CD7-003", "tocilizumap", "480").messages.contains(
        "the nearest is tocilizumab"))
    let stranger = try desk.vigil("record", "CD7-033", "t", "38")
    #expect(stranger.status == 2)
    #expect(stranger.messages.contains("the nearest is CD7-003"))
  }

  @Test("an improbable value is stored and reported where nobody can be asked: 1")
  func improbable() throws {
    let outcome = try desk().vigil("record", "CD7-003", "t", "41.5")
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("41.5 is improbable"))
    #expect(outcome.output.contains("T 41.5 °C"))
  }

  @Test("a second tocilizumab within 8 h needs --reason, and then is stored")
  func tocilizumab() throws {
    let desk = try desk()
    #expect(try desk.vigil("record", "CD7-003", "toci", "480").status == 0)
    let stopped = try desk.vigil("record", "CD7-003", "toci", "480")
    #expect(stopped.status == 2)
    #expect(stopped.messages.contains("less than 8 h"))
    let given = try desk.vigil(
      "record", "--reason", "agreed with Dr Moss", "CD7-003", "toci", "480")
    #expect(given.status == 0)
    #expect(
      try desk.vigil("export", "CD7-003").lines.last?.contains("agreed with Dr Moss") == true)
  }

  @Test("who may not write is told who may: 3")
  func roles() throws {
    let outcome = try desk(role: "reader").vigil("record", "CD7-003", "t", "38")
    #expect(outcome.status == 3)
    #expect(outcome.messages.contains("nurse"))
    let stranger = try Desk().founded()
    #expect(try stranger.vigil("import", "-", input: Lines.file([Lines.patient])).status == 0)
    #expect(try stranger.vigil("record", "CD7-003", "t", "38").status == 3)
  }

  @Test("as JSON: the stored texts, then the grade")
  func json() throws {
    let outcome = try desk().vigil("record", "--format", "json", "CD7-003", "ice", "8")
    #expect(outcome.status == 0)
    #expect(outcome.lines.count == 2)
    for line in outcome.lines {
      #expect((try? JSONSerialization.jsonObject(with: Data(line.utf8))) is [String: Any])
    }
    #expect(outcome.lines.first?.contains(#""total":8"#) == true)
  }

  @Test("a session of the console: a round saved, a draft kept and taken up again")
  func session() throws {
    let desk = try desk()
    let script = try desk.file(
      "s.txt",
      """
      ward.house
      ward.open
      enter.vitals
      :type 368 78 122/74 16 98 r a
      :key Enter
      :wait 1
      enter.neuro
      :type 11011
      :key Esc
      enter.neuro
      :save-plain \(desk.path("form.txt"))
      """)
    let outcome = try desk.vigil("console", "--script", script, "--size", "100x30")
    #expect(outcome.status == 0, "\(outcome.messages)")
    let stored = try desk.vigil("export", "CD7-003").lines
    #expect(stored.suffix(3).allSatisfy { $0.contains(#""source":"console""#) })
    #expect(stored.contains { $0.contains(#""kind":"vitals""#) && $0.contains("36.8") })
    let form = try desk.text(desk.path("form.txt"))
    #expect(form.contains("4 of 5 asked"))
    // Another console finds the same draft.
    let second = try desk.file(
      "t.txt",
      """
      ward.house
      ward.open
      enter.neuro
      :save-plain \(desk.path("again.txt"))
      """)
    #expect(try desk.vigil("console", "--script", second).status == 0)
    #expect(try desk.text(desk.path("again.txt")).contains("4 of 5 asked"))
    #expect(try desk.vigil("verify").status == 0)
  }

  @Test("the console as plain lines takes a round, answer by answer")
  func plainEntry() throws {
    let desk = try desk()
    let lines = [
      "ward.house", "ward.open", "enter.neuro", "1", "1", "0", "1", "1", "1", "1", "1", "1", "1",
      "F2", "enter.vitals", "368 78 122/74 16 98 r a", "quit",
    ]
    let outcome = try desk.vigil(
      "console", "--plain", input: lines.joined(separator: "\n") + "\n")
    #expect(outcome.output.contains("10 of 10 asked") || outcome.output.contains("9 of 10 asked"))
    let stored = try desk.vigil("export", "CD7-003").lines
    #expect(stored.contains { $0.contains(#""kind":"ice""#) })
    #expect(stored.contains { $0.contains(#""kind":"vitals""#) && $0.contains("36.8") })
  }
}
