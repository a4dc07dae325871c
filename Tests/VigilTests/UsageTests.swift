import Foundation
import Testing

@Suite("Every command tells what was wrong with how it was used")
struct UsageTests {
  /// Arguments, exit status, and what the message must name.
  static let wrong: [([String], Int32, String)] = [
    (["grad"], 2, "nearest is grade"), (["help", "nosuch"], 2, "nosuch"),
    (["help", "grad"], 2, "nearest is grade"), (["--bogus"], 2, "--bogus"),
    (["grade", "--bogus"], 2, "--bogus"), (["--paths", "grade"], 2, "--paths"),
    (["verify", "--version"], 2, "--version"),
    (["init"], 2, "--site, --time-zone, --user, --name"),
    (["init", "--site", "a", "--user", "b", "--name", "c"], 2, "--time-zone"),
    (
      ["init", "--site", "a", "--user", "b", "--name", "c", "--time-zone", "Asia/Shangai"], 2,
      "Asia/Shangai"
    ),
    (["init", "--site", "", "--user", "b", "--name", "c", "--time-zone", "UTC"], 2, "name"),
    (
      [
        "init", "--site", "a", "--user", "b", "--name", "c", "--time-zone", "UTC", "--group",
        "no-such-group",
      ], 3, "no-such-group"
    ),
    (["import"], 2, "file"), (["import", "-", "-"], 2, "once only"),
    (["import", "--stream", "--dry-run", "-"], 2, "exclude"),
    (["import", "--as", "xlsx", "-"], 2, "xlsx"), (["import", "no-such-file"], 3, "no store"),
    (["export", "--as", "csv"], 2, "csv"),
    (["export"], 3, "vigil init"), (["export", "CD7-003"], 3, "vigil demo"),
    (["export", "--store"], 2, "--store"),
    (["grade", "--events", "a", "--sample", "ward"], 2, "exclude"),
    (["grade", "--sample", "wards"], 2, "wards"),
    (["grade", "--events", "no-such-file"], 3, "no-such-file"),
    (["grade", "--at", "yesterday"], 2, "yesterday"),
    (["grade", "--at", "2026-03-06T04:10:00"], 2, "offset"),
    (["grade", "--at", "2026-02-30T04:10:00Z"], 2, "does not exist"),
    (["grade", "--time-zone", "Mars/Base"], 2, "Mars/Base"),
    (
      ["grade", "--as-known-at", "2026-03-06T04:10:00Z", "--as-stored-at", "2026-03-06T04:10:00Z"],
      2, "exclude"
    ),
    (["grade", "--events", "-", "--as-stored-at", "2026-03-06T04:10:00Z"], 2, "--as-known-at"),
    (["grade", "--format", "xml"], 2, "xml"), (["grade"], 3, "vigil init"),
    (["rules", "--format", "xml"], 2, "xml"), (["rules", "D-05"], 2, "D-05"),
    (["verify", "--head", "abc"], 2, "64 hexadecimal"), (["verify"], 3, "no store"),
    (["verify", "--anchors", "no-such-file"], 3, "no-such-file"),
    (["verify", "extra"], 2, "extra"), (["verify", "--store", ""], 2, "--store"),
    (["users"], 3, "vigil init"), (["users", "rolls"], 2, "nearest is roles"),
    (["users", "pin"], 2, "login"), (["users", "pin", "li", "1234"], 2, "1234"),
    (["users", "add", "li", "--role", "nurse"], 2, "--name"),
    (["anchor"], 3, "vigil init"), (["anchor", "extra"], 2, "extra"),

    (["backup"], 2, "path"), (["backup", "copy"], 3, "vigil init"),
    (["backup", "a", "b"], 2, "b"),
    (["restore"], 2, "path"), (["restore", "no-such-file"], 3, "no-such-file"),
    (["restore", "a", "b"], 2, "b"),
    (["sample"], 2, "--set"), (["sample", "--set", "both"], 2, "both"),
    (["sample", "--set", "ward", "--seed", "x"], 2, "x"),
    (["sample", "--set", "ward", "--seed", "-1"], 2, "--seed"),
    (["replay"], 2, "path"), (["replay", "masked-fever", "--format", "json"], 2, "--script"),
    (["replay", "-", "--script", "-"], 2, "once only"),
    (["replay", "no-such-scenario", "--script", "-"], 3, "no-such-scenario"),
    (["replay", "no-such.jsonl", "--script", "-"], 3, "no-such.jsonl"),
    (["replay", "masked-fever", "--script", "no-such.jsonl"], 3, "no-such.jsonl"),
    (["replay", "masked-fever", "--script", "-"], 2, "learner"),
    (["replay", "masked-fever", "--script", "-", "--format", "xml"], 2, "xml"),
    (["scenario", "chek", "a"], 2, "nearest is check"), (["scenario", "check"], 2, "file"),
    (["scenario", "check", "no-such.jsonl"], 3, "no-such.jsonl"),
    (["scenario", "check", "-", "-"], 2, "once only"),
    (["scenario", "check", "a", "--format", "xml"], 2, "xml"),
    (["scenario", "from", "CD7-003"], 2, "--name"),
    (["scenario", "from", "CD7-003", "--name", "a", "--title", "b"], 3, "vigil init"),
    (
      ["scenario", "from", "CD7-03", "--name", "a", "--title", "b", "--sample", "ward"], 2,
      "nearest is CD7-003"
    ),
    (
      ["scenario", "from", "CD7-003", "--name", "A b", "--title", "b", "--sample", "ward"], 2,
      "small letters"
    ),
    (
      [
        "scenario", "from", "CD7-003", "--name", "a", "--title", "b", "--sample", "ward",
        "--starts",
        "2026-02-01T00:00:00Z",
      ], 2, "at or after the infusion"
    ),
    (
      [
        "scenario", "from", "CD7-003", "--name", "a", "--title", "b", "--sample", "ward",
        "--review",
      ], 2, "terminal"
    ),
    (["console"], 3, "vigil demo"), (["console", "--bogus"], 2, "--bogus"),
    (["console", "extra"], 2, "extra"), (["console", "--size", "80x24"], 2, "--script"),
    (["console", "--plain", "--script", "a"], 2, "exclude"),
    (["demo", "extra"], 2, "extra"), (["demo", "--theme", "none"], 2, "there is no theme"),
    (["demo", "--theme", "none", "--script", "/dev/null"], 2, "there is no theme"),
    (["demo", "--script", "no-such-file"], 3, "no-such-file"),
    (["demo", "--script", "a", "--size", "80"], 3, "cannot read a"),
  ]

  @Test(
    "wrong usage ends with 2, what cannot be done with 3, and the message says why",
    arguments: wrong)
  func wrongUsage(_ row: ([String], Int32, String)) throws {
    let desk = try Desk()
    let outcome = try desk.vigil(row.0)
    #expect(outcome.status == row.1, "\(outcome.messages)")
    #expect(outcome.messages.contains(row.2), "\(outcome.messages)")
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.hasPrefix("vigil: "))
    #expect(!FileManager.default.fileExists(atPath: desk.store))
  }

  static let commands = [
    "console", "demo", "init", "import", "export", "grade", "rules", "verify", "anchor", "backup",
    "restore", "sample", "install", "users", "scores", "replay", "scenario", "outcomes",
    "report",
  ]

  @Test("--help is data, with an example, and ends with 0", arguments: commands)
  func help(_ command: String) throws {
    let outcome = try Desk().vigil(command, "--help")
    #expect(outcome.status == 0)
    #expect(outcome.messages.isEmpty)
    #expect(outcome.output.contains("Example"))
    #expect(outcome.output.contains("vigil \(command)"))
  }

  @Test("vigil --help lists every command, and says what Vigil is not")
  func allCommands() throws {
    let outcome = try Desk().vigil("--help")
    #expect(outcome.status == 0)
    for command in Self.commands { #expect(outcome.output.contains("\n  \(command) ")) }
    #expect(outcome.output.contains("Not a medical device"))
  }

  @Test("vigil alone wants a store, and names the ways to one")
  func alone() throws {
    let outcome = try Desk().vigil()
    #expect(outcome.status == 3)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.contains("`vigil init`"))
    #expect(outcome.messages.contains("`vigil demo`"))
  }

  @Test("vigil alone opens the console on the store that is there")
  func aloneOnStore() throws {
    let desk = try Desk().founded()
    for arguments in [[], ["--store", desk.store]] {
      let outcome = try desk.vigil(arguments, input: Data("quit\n".utf8))
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(outcome.first.contains("Ward 7B"), "\(outcome.output)")
    }
  }

  @Test("vigil help of a command is its help")
  func helpOfCommand() throws {
    let outcome = try Desk().vigil("help", "grade")
    #expect(outcome.status == 0 && outcome.output.contains("vigil grade"))
    #expect(try Desk().vigil("help").status == 0)
  }

  @Test("--version names the version, that of SQLite, and the turn lock")
  func version() throws {
    let outcome = try Desk().vigil("--version")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(/^vigil \d+\.\d+\.\d+\nSQLite 3\.\d+\.\d+, turn lock on/))
  }

  @Test("a reader that goes away early is no failure, and nothing is said of it")
  func closedOutput() throws {
    let desk = try Desk()
    let shell = try #require(Desk.tool("sh"))
    let script = "'\(Desk.program.path)' rules | head -n 1"
    let outcome = try desk.run(shell, ["-c", script])
    #expect(outcome.lines.count == 1)
    #expect(outcome.messages.isEmpty)
    let bare = try desk.run(
      shell, ["-c", "('\(Desk.program.path)' sample --set ward; echo $? >&2) | true"])
    #expect(bare.messages == "0\n")
  }

  @Test("output that cannot be written is said, and ends with 3")
  func fullOutput() throws {
    let shell = try #require(Desk.tool("sh"))
    let outcome = try Desk().run(shell, ["-c", "'\(Desk.program.path)' rules > /dev/full"])
    #expect(outcome.status == 3)
    #expect(outcome.messages.contains("No space left"))
  }
}
