import Foundation
import Testing

@Suite("vigil import files messages of HL7 version 2 by identifier, and keeps what it cannot file")
struct MessagesTests {
  private func desk() throws -> Desk {
    let desk = try Desk().founded()
    #expect(try desk.vigil("import", "-", input: HL7.patient + "\n").status == 0)
    return desk
  }

  private func events(_ desk: Desk) throws -> [[String: Any]] {
    try desk.vigil("export", "CD7-003").lines.dropFirst().compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }

  @Test(
    "a monitor's message becomes an event of the patient, told from the content; again adds nothing"
  )
  func filed() throws {
    let desk = try desk()
    let file = try desk.file("monitor", HL7.vitals("1"))
    let outcome = try desk.vigil("import", file)
    #expect(outcome.status == 0)
    #expect(outcome.messages.contains("1 event stored, 0 already there"))
    let event = try #require(try events(desk).first)
    #expect(event["kind"] as? String == "vitals")
    #expect(event["source"] as? String == "hl7:MONITOR")
    #expect(event["at"] as? String == "2026-03-06T04:15:00+08:00")
    let again = try desk.vigil("import", file)
    #expect(again.status == 0)
    #expect(again.messages.contains("0 events stored, 1 already there"))
  }

  @Test("what nobody can be found for waits, once, and the exit status says so")
  func held() throws {
    let desk = try desk()
    let file = try desk.file("monitor", HL7.vitals("1", patient: "4711"))
    for _ in 0..<2 {
      let outcome = try desk.vigil("import", "--format", "json", file)
      #expect(outcome.status == 1)
      #expect(outcome.output.contains(#""what":"held""#))
      #expect(outcome.output.contains(#""stored":0"#))
    }
    #expect(try desk.vigil("verify").status == 0)
    let script = try desk.file("script", ":wait 5\nholding\n:save-plain held.txt\n")
    #expect(try desk.vigil("console", "--script", script, "--size", "120x30").status == 0)
    let shown = try desk.text(desk.path("empty/held.txt"))
    #expect(shown.contains("4711") && shown.contains("unknown patient or bed"))
    // Known now, and sent again: filed, and gone from the list.
    let known = HL7.patient.replacing("00884471", with: "4711")
      .replacing("CD7-003", with: "CD7-004")
    #expect(try desk.vigil("import", "-", input: known + "\n").status == 0)
    let filed = try desk.vigil("import", file)
    #expect(filed.status == 0)
    #expect(filed.messages.contains("1 event stored"))
  }

  @Test("a nurse files what waits for a patient, and puts the rest aside; neither waits again")
  func workedOff() throws {
    let desk = try desk()
    let login = String(cString: try #require(getpwuid(getuid())).pointee.pw_name)
    let user =
      #"{"kind":"user","at":"2026-02-01T08:00:00+08:00","login":"\#(login)","name":"Li","role":"nurse"}"#
    #expect(try desk.vigil("import", "-", input: user + "\n").status == 0)
    let text =
      HL7.vitals("1", patient: "4711") + HL7.vitals("2", patient: "4711", time: "20260306042000")
      + HL7.vitals("3", unit: "268192^MDC_DIM_DEGC^MDC")
    let file = try desk.file("monitor", text)
    #expect(try desk.vigil("import", file).status == 1)
    let script = try desk.file(
      "script",
      """
      :wait 5
      holding
      holding.file
      :type CD7-003
      :key Enter
      :key Down
      :key Enter
      :save-plain filed.txt
      holding.dismiss
      :key Enter
      :save-plain after.txt
      """)
    #expect(try desk.vigil("console", "--script", script, "--size", "120x30").status == 0)
    #expect(try desk.text(desk.path("empty/filed.txt")).contains("2 events filed for CD7-003"))
    #expect(try desk.text(desk.path("empty/after.txt")).contains("nothing waits"))
    let filed = try events(desk)
    #expect(filed.compactMap { $0["by"] as? String } == [login, login])
    #expect(filed.compactMap { $0["source"] as? String } == ["hl7:MONITOR", "hl7:MONITOR"])
    let again = try desk.vigil("import", file)
    #expect(again.status == 0)
    #expect(again.messages.contains("0 events stored, 3 already there"))
    #expect(try desk.vigil("verify").status == 0)
  }

  @Test("a dry run stores nothing, and keeps nothing in the holding list")
  func dryRun() throws {
    let desk = try desk()
    let text = HL7.vitals("1") + HL7.vitals("2", patient: "4711")
    let outcome = try desk.vigil("import", "--dry-run", "--as", "hl7", "-", input: text)
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("1 event would be stored"))
    #expect(outcome.messages.contains("1 message would wait for a person"))
    #expect(try events(desk).isEmpty)
    let script = try desk.file("script", ":wait 5\nholding\n:save-plain held.txt\n")
    #expect(try desk.vigil("console", "--script", script, "--size", "120x30").status == 0)
    #expect(try desk.text(desk.path("empty/held.txt")).contains("nothing waits"))
  }

  @Test(
    "preliminary, final and corrected results become versions of one fact, and repeats add nothing")
  func versions() throws {
    let desk = try desk()
    let messages = [
      HL7.lab("1", "874", "P"), HL7.lab("2", "880", "F"), HL7.lab("3", "88", "C"),
    ]
    for message in messages + messages {
      #expect(try desk.vigil("import", "--as", "hl7", "-", input: message).status == 0)
    }
    let all = try events(desk)
    #expect(all.count == 3)
    #expect(all.compactMap { $0["corrects"] as? String }.count == 2)
    let wide = try desk.vigil("export", "--as", "csv-wide", "CD7-003")
    #expect(wide.output.contains("CD7-003,,2026-03-06T04:00:00+08:00"))
    #expect(wide.output.hasSuffix(",88\r\n"))
  }

  @Test(
    "what cannot be taken is refused with line, field and reason, and kept",
    arguments: [
      ("MSH|^~\\&|A||||20260306041500||ADT^A01|7|P|2.5\r", "MSH-9"),
      ("MSH|^~\\&|A||||20260306041500||ORU^R01||P|2.5\r", "MSH-10"),
      ("MSH|^^\\&|A\r", "MSH-2"), ("nonsense\r", "begins with MSH"),
    ])
  func refused(_ row: (String, String)) throws {
    let desk = try desk()
    let outcome = try desk.vigil(
      "import", "--as", "hl7", "--refused", desk.path("refused"), "-", input: row.0)
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("line 1") && outcome.messages.contains(row.1))
    #expect(try desk.text(desk.path("refused")) == row.0)
  }
}
