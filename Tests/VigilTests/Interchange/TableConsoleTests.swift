import Foundation
import Testing

@Suite("The console asks for a table's mapping, shows it as understood, saves it, imports it")
struct TableConsoleTests {
  private func desk() throws -> Desk {
    let desk = try Desk().founded()
    let login = String(cString: try #require(getpwuid(getuid())).pointee.pw_name)
    let user =
      #"{"kind":"user","at":"2026-02-01T08:00:00+08:00","login":"\#(login)","name":"Li","role":"nurse"}"#
    #expect(try desk.vigil("import", "-", input: HL7.patient + "\n" + user + "\n").status == 0)
    return desk
  }

  // Steps that answer the chosen row.
  private func say(_ word: String) -> String {
    "table.change\n:type \(word)\n:key Enter\n"
  }

  private let table =
    "Laboratory of the ward\r\nSubject;Collected;Test;Result\r\n00884471;06.03.2026 06:00;\"IL \"\"6\"\"\";874,5\r\n"
    + "00884471;03.06.2026 06:00;CRP;12\r\n884471;06.03.2026 07:00;CRP;12\r\n"

  @Test(
    "from nothing to stored events; the mapping lies beside the file and serves the command too")
  func whole() throws {
    let desk = try desk()
    let file = try desk.file("il6.csv", table)
    let script = try desk.file(
      "script",
      """
      :wait 5
      table
      :type \(file)
      :key Enter
      :key End
      table.change
      :key Down
      :key Enter
      \(say("one result"))\(say("Subject"))\(say("Collected"))\(say("Test"))\(say("Result"))
      :save-display asked.txt
      \(say("IL6")):key Enter
      \(say("CRP")):type mg/L
      :key Enter
      \(say("day-month"))\(say("comma"))
      table.lines
      :save-display refused.txt
      table.save
      :save-plain saved.txt
      table.import
      :key Down
      :key Enter
      :save-plain done.txt
      """)
    let session = try desk.vigil("console", "--script", script, "--size", "80x24")
    #expect(session.status == 0, "\(session.messages)")
    let asked = try desk.text(desk.path("empty/asked.txt"))
    #expect(asked.contains("not said yet") && asked.contains("0 of 3 lines"), "\(asked)")
    let refused = try desk.text(desk.path("empty/refused.txt"))
    #expect(refused.contains("5  patient") && refused.contains("2 of 3 lines"), "\(refused)")
    let saved = try desk.text(desk.path("empty/saved.txt"))
    #expect(saved.contains("il6.csv.toml saved"), "\(saved)")
    let done = try desk.text(desk.path("empty/done.txt"))
    #expect(done.contains("2 events stored, 0 already there, 1 line refused"), "\(done)")
    let events = try desk.vigil("export", "CD7-003").lines.filter { $0.contains("\"lab\"") }
    #expect(events.count == 2)
    #expect(events.contains { $0.contains("874.5") && $0.contains("2026-03-06T06:00:00+08:00") })
    #expect(
      events.allSatisfy { $0.contains("\"role\":\"nurse\"") && $0.contains("import:il6.csv") })
    let again = try desk.vigil("import", "--mapping", file + ".toml", file)
    #expect(again.status == 1, "\(again.messages)")
    #expect(again.messages.contains("0 events stored, 2 already there, 1 line refused"))
    // The next time the mapping is found, and its other keys are kept.
    let map = try desk.text(file + ".toml")
    try desk.file("il6.csv.toml", "laboratory = \"Central\"\n" + map)
    let second = try desk.file(
      "script2", ":wait 5\ntable\n:type \(file)\n:key Enter\n:save-display found.txt\ntable.save\n")
    #expect(try desk.vigil("console", "--script", second, "--size", "80x24").status == 0)
    let found = try desk.text(desk.path("empty/found.txt"))
    #expect(found.contains("by the mapping beside the file"), "\(found)")
    #expect(try desk.text(file + ".toml").contains("laboratory = \"Central\""))
  }

  @Test("what cannot be read is told, and nothing that is no mapping is overwritten")
  func refused() throws {
    let desk = try desk()
    let file = try desk.file("il6.csv", table)
    try desk.file("il6.csv.toml", "these are notes, and no mapping")
    let script = try desk.file(
      "script",
      """
      :wait 5
      table
      :type \(desk.path("no.csv"))
      :key Enter
      :save-plain none.txt
      ward
      table
      :type \(desk.path("xdg/state/vigil/store.vigil"))/
      :key Enter
      :save-plain folder.txt
      ward
      table
      :type \(file)
      :key Enter
      :key End
      table.change
      :key Down
      :key Enter
      \(say("one result"))\(say("Subject"))\(say("Collected"))\(say("Test"))\(say("Result"))
      table.save
      :save-plain kept.txt
      """)
    #expect(try desk.vigil("console", "--script", script, "--size", "80x24").status == 0)
    #expect(try desk.text(desk.path("empty/none.txt")).contains("no.csv"))
    #expect(try desk.text(desk.path("empty/folder.txt")).contains("cannot read"))
    let kept = try desk.text(desk.path("empty/kept.txt"))
    #expect(kept.contains("il6.csv.toml") && kept.contains("move that file away"), "\(kept)")
    #expect(try desk.text(file + ".toml") == "these are notes, and no mapping")
  }
}
