import Foundation
import PseudoTerminals
import Testing

@Suite("A station with one account and several people", .serialized)
struct StationTests {
  // Who runs the tests is the station's nurse; li is a physician with a PIN.
  private func desk() throws -> Desk {
    let desk = try Desk()
    let own = NSUserName()
    let made = try desk.vigil(
      "init", "--site", "Ward 7B", "--time-zone", "Asia/Shanghai", "--user", own, "--name",
      "Station 7B")
    #expect(made.status == 0)
    for arguments in [
      ["users", "add", "zhou", "--name", "Zhou", "--role", "administrator"],
      ["users", "add", "li", "--name", "Li Na", "--role", "physician"],
    ] { #expect(try desk.vigil(arguments).status == 0) }
    try desk.onTerminal(["users", "pin", "li"]) { terminal throws in
      #expect(terminal.shows("PIN, 4"))
      usleep(200_000)
      terminal.type("24681357\n")
      #expect(terminal.shows("again"))
      usleep(200_000)
      terminal.type("24681357\n")
      #expect(terminal.end() == 0)
    }
    #expect(try desk.vigil("users", "role", own, "nurse").status == 0)
    let lines = [Lines.patient, Lines.infusion]
    #expect(try desk.vigil("import", "-", input: Lines.file(lines)).status == 0)
    return desk
  }

  @Test("C-u, login and PIN on a real terminal: what follows is written by that person")
  func change() throws {
    let desk = try desk()
    try desk.onTerminal(["console"], columns: 120, rows: 30) { terminal throws in
      #expect(terminal.shows("Station 7B, nurse"), "\(terminal.text)")
      terminal.type("h")
      #expect(terminal.shows("王芳"))
      terminal.type("\r")
      #expect(terminal.shows("[Course]") || terminal.shows("Course"))
      terminal.type("\u{15}")
      #expect(terminal.shows("Who writes now"))
      terminal.slowly("li")
      terminal.type("\r")
      terminal.slowly("24681357")
      #expect(terminal.shows("********"))
      #expect(!terminal.text.contains("24681357"))
      terminal.type("\r")
      #expect(terminal.shows("Li Na, physician"), "\(terminal.text)")
      terminal.type("v")
      #expect(
        terminal.waits {
          terminal.text.contains("Quick line") || terminal.text.contains("typed by")
        }, "\(terminal.text)")
      terminal.slowly("368 78 122/74 16 98 r a")
      terminal.type("\r")
      // The form is gone, and the patient stands there again.
      #expect(terminal.shows("Reasons"), "\(terminal.text)")
      // Back without a PIN.
      terminal.type("\u{15}")
      #expect(terminal.shows("Who writes now"))
      terminal.type("\r")
      #expect(terminal.shows("Station 7B, nurse"))
      terminal.type("q")
      #expect(terminal.end() == 0)
      #expect(!String(decoding: terminal.received, as: UTF8.self).contains("24681357"))
    }
    let stored = try desk.vigil("export", "CD7-003").lines.filter {
      $0.contains(#""kind":"vitals""#)
    }
    #expect(stored.count == 1)
    #expect(stored.allSatisfy { $0.contains(#""by":"li""#) && $0.contains(#""role":"physician""#) })
  }

  @Test(
    "in a script: a wrong PIN changes nobody, nothing saved shows the digits, drafts stay apart")
  func script() throws {
    let desk = try desk()
    let script = try desk.file(
      "s.txt",
      """
      ward.house
      ward.open
      enter.note
      :type seen by the station
      :key Esc
      station.person
      :type li
      :key Enter
      :type 99999999
      :save-display \(desk.path("pin.txt"))
      :save-plain \(desk.path("pin-plain.txt"))
      :key Enter
      :save-display \(desk.path("wrong.txt"))
      :key Esc
      :wait 2
      station.person
      :type li
      :key Enter
      :type 24681357
      :key Enter
      :save-display \(desk.path("right.txt"))
      enter.note
      :save-display \(desk.path("note.txt"))
      :type seen by the physician
      :key F2
      """)
    let outcome = try desk.vigil("console", "--script", script, "--size", "120x34")
    #expect(outcome.status == 0, "\(outcome.messages)")
    for name in ["pin.txt", "pin-plain.txt"] {
      let text = try desk.text(desk.path(name))
      #expect(text.contains("********"), "\(text)")
      #expect(!text.contains("99999999"))
    }
    let wrong = try desk.text(desk.path("wrong.txt"))
    #expect(wrong.contains("do not match"), "\(wrong)")
    #expect(wrong.contains("Station 7B, nurse"))
    #expect(try desk.text(desk.path("right.txt")).contains("Li Na, physician"))
    // The station's draft is not the physician's.
    #expect(!(try desk.text(desk.path("note.txt")).contains("seen by the station")))
    let notes = try desk.vigil("export", "CD7-003").lines.filter { $0.contains(#""kind":"note""#) }
    #expect(notes.count == 1)
    #expect(notes.first?.contains(#""by":"li""#) == true)
  }

  @Test(
    "in plain lines the PIN is not shown either, and five minutes without a line cover the ward")
  func plain() throws {
    let desk = try desk()
    try desk.onTerminal(["console", "--plain"], columns: 160, rows: 60) { terminal throws in
      #expect(terminal.shows("> "))
      terminal.type("C-u\n")
      #expect(terminal.shows("Who writes now"))
      terminal.type("li\n")
      #expect(
        terminal.waits { terminal.text.contains("chosen PIN") || terminal.text.contains("PIN:") })
      usleep(300_000)
      terminal.type("24681357\n")
      #expect(terminal.shows("Li Na, physician"), "\(terminal.text)")
      #expect(!terminal.text.contains("24681357"))
      terminal.type("quit\n")
      #expect(terminal.end() == 0)
    }
  }

  @Test("a covered screen in a script: no name, and the first key only shows the ward again")
  func covered() throws {
    let desk = try Desk()
    let script = try desk.file(
      "s.txt",
      """
      :key j
      :wait 301
      :save-display \(desk.path("covered.txt"))
      :save-plain \(desk.path("plain.txt"))
      :key q
      :save-display \(desk.path("again.txt"))
      """)
    let outcome = try desk.vigil("demo", "--script", script, "--size", "100x30")
    #expect(outcome.status == 0, "\(outcome.messages)")
    for name in ["covered.txt", "plain.txt"] {
      let text = try desk.text(desk.path(name))
      #expect(text.contains("ICU-1") && text.contains("DEMO"))
      for secret in ["刘洋", "00883918", "Rossi"] { #expect(!text.contains(secret), "\(name)") }
    }
    #expect(try desk.text(desk.path("again.txt")).contains("刘洋"))
  }

  @Test("what changed: another's round since the patient was opened is told after a new start")
  func changes() throws {
    let desk = try desk()
    let admission =
      #"{"patient":"CD7-003","kind":"stay","at":"2026-02-24T09:00:00+08:00","action":"admission","unit":"7B","bed":"B07"}"#
    #expect(try desk.vigil("import", "-", input: Lines.file([admission])).status == 0)
    let look = try desk.file(
      "look.txt", "ward.open\n:key Esc\n:save-display \(desk.path("seen.txt"))\n")
    #expect(try desk.vigil("console", "--script", look, "--size", "120x30").status == 0)
    #expect(!(try desk.text(desk.path("seen.txt")).contains("+ new since")))
    #expect(try desk.vigil("import", "-", input: Lines.file([Lines.feverOnset])).status == 0)
    let again = try desk.file(
      "again.txt",
      """
      :save-display \(desk.path("ward.txt"))
      ward.changes
      :save-display \(desk.path("list.txt"))
      :key Enter
      :save-display \(desk.path("patient.txt"))
      :key Esc
      ward.changes
      :save-display \(desk.path("none.txt"))
      """)
    #expect(try desk.vigil("console", "--script", again, "--size", "140x30").status == 0)
    let row = try desk.text(desk.path("ward.txt")).split(separator: "\n").first {
      $0.contains("B07")
    }
    #expect(row?.contains("B07 + ") == true, "\(row ?? "-")")
    let list = try desk.text(desk.path("list.txt"))
    #expect(list.contains("1 new since"), "\(list)")
    #expect(list.contains("38.6"))
    #expect(try desk.text(desk.path("patient.txt")).contains("born 1997-05-02"))
    #expect(try desk.text(desk.path("none.txt")).contains("nothing new since you last looked"))
  }
}

extension PseudoTerminal {
  /// Types as a hand does: keys that come all at once would be a paste.
  fileprivate func slowly(_ text: String) {
    for letter in text {
      type(String(letter))
      usleep(30_000)
    }
  }
}
