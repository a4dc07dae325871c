import Foundation
import Testing

@Suite("Nothing that somebody wrote commands the terminal it is shown on")
struct TerminalTests {
  /// Characters that would move the cursor, hide or reorder text.
  static let hostile = "\u{1B}[2J\u{7}\u{9B}31m\u{7F}\u{202E}"

  // Runs the program with a terminal for its output and messages.
  private func onTerminal(_ desk: Desk, _ arguments: [String]) throws -> Desk.Outcome {
    let script = try #require(Desk.tool("script"))
    let quoted = ([Desk.program.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
    return try desk.run(script, ["-qec", quoted, "/dev/null"])
  }

  private func isClean(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      ($0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0.value != 0x202E)
        || $0 == "\n" || $0 == "\r" || $0 == "\t"
    }
  }

  @Test("refusals, findings and paths are shown with control characters written out")
  func messages() throws {
    let desk = try Desk().founded()
    let lines = [
      #"{"patient":"a","kind":"\#(Self.hostile)","at":"2026-03-06T04:10:00Z"}"#,
      #"{"patient":"a","kind":"note","at":"\#(Self.hostile)","text":"x"}"#,
      Self.hostile,
    ]
    let file = try desk.file("in\u{1B}[31m.jsonl", Lines.file(lines))
    for arguments in [
      ["import", file], ["grade", "--events", file], ["grade", Self.hostile],
      ["import", Self.hostile], ["--store", Self.hostile, "anchor"], [Self.hostile],
      ["export", "--as", Self.hostile], ["grade", "--at", Self.hostile],
    ] {
      let outcome = try onTerminal(desk, arguments)
      #expect(outcome.status != 0, "\(arguments)")
      #expect(isClean(outcome.output), "\(arguments): \(outcome.output.debugDescription)")
      #expect(!outcome.output.isEmpty)
      #expect(isClean(try desk.vigil(arguments).messages))
    }
  }

  @Test("an export on a terminal shows escapes of JSON; anywhere else it is the stored text")
  func export() throws {
    let desk = try Desk().founded()
    let note =
      #"{"patient":"CD7-003","kind":"note","at":"2026-03-06T04:10:00Z","text":"b\u202ec"}"#
    #expect(try desk.vigil("import", "-", input: note).status == 0)
    let shown = try onTerminal(desk, ["export", "CD7-003"])
    #expect(isClean(shown.output))
    #expect(shown.output.contains(#"b\u202ec"#))
    let piped = try desk.vigil("export", "CD7-003")
    #expect(piped.output.contains("b\u{202E}c"))
  }

  @Test("there is no colour, on a terminal or off it")
  func noColour() throws {
    let desk = try Desk()
    let file = try desk.file("in.jsonl", Lines.file(Lines.course))
    for arguments in [["rules"], ["--help"], ["grade", "--events", file], ["--bogus"]] {
      #expect(isClean(try onTerminal(desk, arguments).output))
    }
  }
}
