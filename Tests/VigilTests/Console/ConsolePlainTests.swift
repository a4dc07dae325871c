import Foundation
import Testing

@Suite("The console without a screen: read out, and played from a file")
struct ConsolePlainTests {
  @Test("--plain reads out ward, patient and course, one fact a line, and takes names and commands")
  func plain() throws {
    let outcome = try Desk().vigil("demo", "--plain", input: "王芳\npatient.view\nquit\n")
    #expect(outcome.status == 0)
    #expect(!outcome.output.utf8.contains { $0 < 0x20 && $0 != 0x0A })
    let lines = outcome.lines
    #expect(lines.first?.contains("[DEMO DATA]") == true)
    let worst = try #require(lines.first { $0.contains("Bed ICU-1") })
    #expect(worst.hasPrefix("chosen: ") && worst.contains("CRS 4") && worst.contains("00883918"))
    #expect(lines.contains { $0.contains("D+5: CRS 2, ICANS 1") })
    #expect(lines.contains { $0.contains("nasal cannula 4 L/min since 02:15") })
    for drawn in ["─", "│", "⣀", "┄", "╭"] { #expect(!outcome.output.contains(drawn), "\(drawn)") }
  }

  @Test("What is not understood is said, and nothing is done")
  func unknown() throws {
    let outcome = try Desk().vigil("demo", "--plain", input: "no such thing\nquit\n")
    #expect(outcome.status == 0)
    #expect(outcome.messages.contains("nothing is called no such thing"))
  }

  @Test("In a locale without UTF-8 the lines are ASCII")
  func ascii() throws {
    let outcome = try Desk().vigil(["demo", "--plain"], variables: ["LC_ALL": "C"])
    #expect(outcome.status == 0 && outcome.output.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test("A script plays a session on a clock of its own and saves what it shows")
  func script() throws {
    let desk = try Desk()
    let script = try desk.file(
      "session.txt",
      """
      # The ward, a patient found by name, an hour later.
      :save-display \(desk.path("ward.txt"))
      ward.find
      :type Rossi
      :key Enter
      ward.open
      :save-display \(desk.path("patient.txt"))
      :save-style \(desk.path("style.txt"))
      :save-plain \(desk.path("plain.txt"))
      :wait 3600
      ward
      :key Esc
      :size 100x30
      :save-display \(desk.path("later.txt"))
      """)
    let outcome = try desk.vigil("demo", "--script", script, "--size", "80x24")
    #expect(outcome.status == 0, "\(outcome.messages)")
    let ward = try desk.text(desk.path("ward.txt")).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(ward.count >= 24 && ward[0].hasSuffix("DEMO DATA  Fri 2026-03-06 04:30:00"))
    #expect(ward[3].hasPrefix(" ***▸ICU-1 刘洋            00883918  D+8 4"))
    let patient = try desk.text(desk.path("patient.txt"))
    #expect(patient.contains("Sofia Rossi") && patient.contains("00884513"))
    #expect(patient.contains("[Course]"))
    // As many rows of styles as of text.
    #expect(
      try desk.text(desk.path("style.txt")).filter { $0 == "\n" }.count
        == patient.filter { $0 == "\n" }.count)
    #expect(try desk.text(desk.path("plain.txt")).contains("CRS"))
    let later = try desk.text(desk.path("later.txt"))
    #expect(later.contains("05:30:00") && later.contains("ICU-1"))
    // The same script shows the same, to the letter.
    let first = try desk.text(desk.path("later.txt"))
    #expect(try desk.vigil("demo", "--script", script, "--size", "80x24").status == 0)
    #expect(try desk.text(desk.path("later.txt")) == first)
  }

  @Test("A script comes from standard input as well, with the keys of the person who plays it")
  func scriptFromInput() throws {
    let desk = try Desk()
    let folder = desk.home.appending(path: ".config/vigil")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("[keys]\n\"ward.open\" = [\"x\"]\n".utf8).write(
      to: folder.appending(path: "keys.toml"))
    let steps = ":key x\n:save-plain \(desk.path("shown.txt"))\n"
    let outcome = try desk.vigil("demo", "--script", "-", input: steps)
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(try desk.text(desk.path("shown.txt")).contains("[Course]"))
    let wrong = try desk.vigil("demo", "--script", "-", input: "nosuch\n")
    #expect(wrong.status == 2 && wrong.messages.contains("standard input, line 1"))
  }

  @Test(
    "A step that means nothing is named with its line",
    arguments: [
      ("nosuch", "line 2"), (":key Nokey", "Nokey"), (":wait soon", ":wait"),
      (":size 0x3", ":size"), (":save-display", "names no file"),
      ("ward.open now", "ward.open now"),
    ])
  func wrongSteps(_ step: String, _ words: String) throws {
    let desk = try Desk()
    let script = try desk.file("wrong.txt", "ward\n\(step)\n")
    let outcome = try desk.vigil("demo", "--script", script)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.messages.contains(words) && outcome.messages.contains("line 2"))
  }
}
