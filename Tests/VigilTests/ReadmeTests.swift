import Foundation
import Testing

@Suite("The README says what is so")
struct ReadmeTests {
  static let text =
    (try? String(contentsOf: Desk.checkout.appending(path: "README.md"), encoding: .utf8)) ?? ""

  // The first block of code behind a heading.
  private func block(after heading: String) throws -> String {
    let place = try #require(Self.text.range(of: heading))
    let parts = Self.text[place.upperBound...].split(separator: "\n```", maxSplits: 2)
    let block = try #require(parts.dropFirst().first)
    return block.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).dropFirst()
      .joined() + "\n"
  }

  @Test("its ten lines check the chain of a real store, and see what was altered")
  func chainScript() throws {
    let script = try block(after: "## Checking the chain without Vigil")
    #expect(script.split(separator: "\n").count <= 10)
    let desk = try Desk().founded()
    let lines = Lines.file(
      Lines.course + [
        #"{"patient":"CD7-003","kind":"note","at":"2026-03-06T04:10:00Z","text":"| a\nb 🩺 |"}"#
      ])
    #expect(try desk.vigil("import", "-", input: lines).status == 0)
    let file = try desk.file("check.sh", script)
    let shell = try #require(Desk.tool("sh"))
    let sound = try desk.run(shell, [file, desk.store])
    #expect(sound.status == 0, "\(sound.messages)")
    let anchor = try desk.vigil("anchor").output.split(whereSeparator: \.isWhitespace)
    #expect(sound.output.contains(try #require(anchor.dropFirst().first)))
    #expect(sound.output.contains(try #require(anchor.last)))
    let tool = try #require(Desk.tool("sqlite3"))
    let tampering = """
      DROP TRIGGER IF EXISTS \(try desk.run(tool, [desk.store, "SELECT group_concat(name, '; DROP TRIGGER IF EXISTS ') FROM sqlite_master WHERE type = 'trigger'"]).first);
      UPDATE event SET body = replace(body, '38.4', '37.4') WHERE seq = 7;
      """
    #expect(try desk.run(tool, [desk.store], input: Data(tampering.utf8)).messages.isEmpty)
    let altered = try desk.run(shell, [file, desk.store])
    #expect(altered.status != 0)
    #expect((altered.output + altered.messages).contains("7"))
  }

  @Test("it names every command, and every command it names is there")
  func commands() throws {
    let help = try Desk().vigil("--help").output
    let named = Set(Self.text.matches(of: /`vigil ([a-z]+)/).map { String($0.output.1) })
    for command in UsageTests.commands { #expect(named.contains(command), "\(command)") }
    for command in named where !Self.text.contains("`vigil \(command)` comes") {
      #expect(help.contains("\n  \(command) "), "\(command)")
    }
  }

  @Test("its burden and its list of the highest alerts are those of the sample ward")
  func burden() throws {
    let output = try Desk().vigil("alerts", "--sample", "ward", "--burden").output
    let ids = output.matches(of: /A[0-9]+b?:[A-Z0-9-]+:[0-9T:-]+Z/).map { String($0.output) }
    #expect(ids.count > 50)
    for id in ids { #expect(Self.text.contains("- `\(id)` "), "\(id)") }
    let rows = output.matches(of: /\n(\*+) [a-z]+ +([0-9]+) +([0-9]+) +([0-9.]+)/)
    #expect(rows.count == 3)
    for row in rows {
      let start = "| `\(row.output.1)` | \(row.output.2) | \(row.output.3) | \(row.output.4)"
      #expect(Self.text.contains(start), "\(start)")
    }
  }

  @Test("it says plainly what Vigil is not")
  func plainly() {
    #expect(Self.text.contains("not a medical device"))
    #expect(Self.text.contains("not an alarm system"))
    #expect(Self.text.contains("not yet been reviewed by a haematologist"))
  }

  @Test("the continuous integration runs the README's own test command, word for word")
  func testCommand() throws {
    let command = try block(after: "## Tests").trimmingCharacters(in: .whitespacesAndNewlines)
    let script = try String(contentsOf: Desk.checkout.appending(path: ".ci/run"), encoding: .utf8)
    #expect(command.hasPrefix("swift test"))
    #expect(script.contains(command))
  }
}
