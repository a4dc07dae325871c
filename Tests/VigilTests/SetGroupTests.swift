import Foundation
import Testing

/// What the kit needs of a machine.
private enum SetGroupKit {
  static let isPossible: Bool =
    geteuid() == 0 && Desk.tool("setpriv") != nil && Desk.tool("sqlite3") != nil
    && getgrnam("games") != nil && getpwnam("nobody") != nil && getpwnam("daemon") != nil
}

@Suite(
  "The kit of the README: a program with a group of its own",
  .enabled(if: SetGroupKit.isPossible, "needs root, setpriv, sqlite3 and the users of Debian"))
struct SetGroupTests {
  // The program under a group, with a folder that only the group reaches.
  private func kit(_ desk: Desk) throws -> (program: String, store: String) {
    let group = try #require(getgrnam("games")).pointee.gr_gid
    let program = desk.path("vigil")
    try FileManager.default.copyItem(atPath: Desk.program.path, toPath: program)
    let folder = desk.path("srv")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    chown(program, 0, group)
    chmod(program, 0o2755)
    chown(folder, 0, group)
    chmod(folder, 0o2770)
    chmod(desk.folder.path, 0o755)
    return (program, folder + "/store.vigil")
  }

  // Runs a shell command as a user who is in no group of the kit's.
  private func run(_ desk: Desk, as user: String, _ command: String) throws -> Desk.Outcome {
    let home = desk.path("home-\(user)")
    if !FileManager.default.fileExists(atPath: home) {
      try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: false)
      chown(home, try #require(getpwnam(user)).pointee.pw_uid, 0)
    }
    let tool = try #require(Desk.tool("setpriv"))
    return try desk.run(
      tool, ["--reuid", user, "--regid", "nogroup", "--clear-groups", "sh", "-c", command],
      variables: ["HOME": home])
  }

  @Test("two users share a store through the program, and neither reaches it without")
  func shared() throws {
    let desk = try Desk()
    let (program, store) = try kit(desk)
    // A toolchain that other users may not read cannot be tested this way.
    guard try run(desk, as: "nobody", "'\(program)' --version").status == 0 else { return }
    let vigil = "'\(program)' --store '\(store)'"
    let made = try run(
      desk, as: "nobody",
      "\(vigil) init --group games --site W --time-zone UTC --user a --name b")
    #expect(made.status == 0, "\(made.messages)")
    let line = Lines.vitals(1)
    let brought = try run(desk, as: "daemon", "echo '\(line)' | \(vigil) import -")
    #expect(brought.status == 0, "\(brought.messages)")
    #expect(try run(desk, as: "nobody", "\(vigil) export CD7-009").lines.count == 1)
    #expect(try run(desk, as: "nobody", "\(vigil) verify").status == 0)
    #expect(try run(desk, as: "nobody", "cat '\(store)'").status != 0)
    #expect(
      try run(desk, as: "daemon", "sqlite3 '\(store)' 'select count(*) from event'").status != 0)
  }

  @Test("the program does not lend its group to the files that a person names")
  func ownRights() throws {
    let desk = try Desk()
    let (program, store) = try kit(desk)
    guard try run(desk, as: "nobody", "'\(program)' --version").status == 0 else { return }
    let vigil = "'\(program)' --store '\(store)'"
    #expect(
      try run(
        desk, as: "nobody",
        "\(vigil) init --group games --site W --time-zone UTC --user a --name b"
      ).status == 0)
    let line = Lines.vitals(1)
    for path in [store, store + "-wal", store + "-turn", desk.path("srv/new")] {
      let outcome = try run(
        desk, as: "daemon", "echo '\(line)' | \(vigil) import --refused '\(path)' -")
      #expect(outcome.status >= 2, "\(path): \(outcome.messages)")
    }
    #expect(try run(desk, as: "daemon", "\(vigil) import --as jsonl '\(store)'").status == 3)
    #expect(try run(desk, as: "daemon", "\(vigil) grade --events '\(store)'").status == 3)
    #expect(try run(desk, as: "nobody", "\(vigil) verify").status == 0)
    #expect(try run(desk, as: "nobody", "\(vigil) export").lines.count == 2)
  }
}
