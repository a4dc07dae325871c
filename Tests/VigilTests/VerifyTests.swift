import Foundation
import Testing

@Suite("vigil verify names what was done to a store behind its back")
struct VerifyTests {
  private func storeOfCourse() throws -> Desk {
    let desk = try Desk().founded()
    let outcome = try desk.vigil("import", "-", input: Lines.file(Lines.course))
    guard outcome.status == 0 else { throw Desk.Trouble(text: outcome.messages) }
    return desk
  }

  /// What is done, and what must be named.
  static let tampers: [(String, String)] = [
    ("UPDATE event SET body = replace(body, '38.4', '37.4') WHERE seq = 7", "event 7"),
    ("UPDATE event SET hash = zeroblob(32) WHERE seq = 5", "event 5"),
    ("UPDATE event SET storedAt = storedAt + 1 WHERE seq = 4", "event 4"),
    ("DELETE FROM event WHERE seq = 5", "5"),
    (
      "UPDATE event SET seq = -seq WHERE seq IN (4, 5); UPDATE event SET seq = 9 + seq WHERE seq < 0",
      "4"
    ),
    ("UPDATE event SET patient = 'CD7-999' WHERE seq = 6", "event 6"),
    ("UPDATE event SET at = at + 60000000 WHERE seq = 6", "event 6"),
    ("UPDATE store SET id = randomblob(16)", "this store's id"),
  ]

  @Test(
    "a byte of a body, a hash, a time, a row gone, two swapped, a column edited", arguments: tampers
  )
  func tampered(_ row: (String, String)) throws {
    let desk = try storeOfCourse()
    try desk.tamper(row.0)
    let outcome = try desk.vigil("verify")
    #expect(outcome.status == 1, "\(outcome.output)")
    #expect(outcome.output.contains(row.1), "\(outcome.output)")
    #expect(!outcome.output.contains(": 1 faults"))
    let document = try desk.vigil("verify", "--format", "json").output
    #expect(document.contains(#""faults":[{"#))
  }

  @Test("a dropped trigger is named, and --rebuild brings it back")
  func droppedTrigger() throws {
    let desk = try storeOfCourse()
    let tool = try #require(Desk.tool("sqlite3"))
    let name = try desk.run(
      tool, [desk.store, "SELECT name FROM sqlite_master WHERE type = 'trigger' LIMIT 1"]
    ).first
    try desk.sqlite("DROP TRIGGER \(name);")
    let outcome = try desk.vigil("verify")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains(name))
    #expect(outcome.output.contains("store.vigil: 1 fault\n"), "\(outcome.output)")
    #expect(try desk.vigil("verify", "--rebuild").status == 0)
    #expect(try desk.vigil("export").lines.count == 8)
  }

  @Test("a tail cut off is sound by itself, and seen against a head or an anchor kept elsewhere")
  func cutTail() throws {
    let desk = try storeOfCourse()
    let anchor = try desk.vigil("anchor").output
    let head = try #require(anchor.split(whereSeparator: \.isWhitespace).last).description
    let anchors = try desk.file("anchors.txt", anchor)
    #expect(try desk.vigil("verify", "--head", head, "--anchors", anchors).status == 0)
    try desk.tamper("DELETE FROM event WHERE seq = 8")
    #expect(try desk.vigil("verify").status == 0)
    #expect(try desk.vigil("verify", "--head", head).status == 1)
    #expect(try desk.vigil("verify", "--anchors", anchors).status == 1)
  }

  @Test("a store that has grown extends its older anchors; another store's anchor is a fault")
  func anchors() throws {
    let desk = try storeOfCourse()
    let anchors = try desk.file("anchors.txt", "# kept elsewhere\n" + desk.vigil("anchor").output)
    #expect(try desk.vigil("import", "-", input: Lines.vitals(1)).status == 0)
    #expect(try desk.vigil("verify", "--anchors", anchors).status == 0)
    let other = try storeOfCourse()
    #expect(try other.vigil("verify", "--anchors", anchors).status == 1)
    let spoilt = try desk.file("spoilt.txt", "not an anchor\n")
    #expect(try desk.vigil("verify", "--anchors", spoilt).status == 3)
  }

  @Test("the document of a sound store")
  func document() throws {
    let desk = try storeOfCourse()
    let head = try #require(desk.vigil("anchor").output.split(whereSeparator: \.isWhitespace).last)
    #expect(
      try desk.vigil("verify", "--format", "json").output
        == "{\"events\":8,\"faults\":[],\"head\":\"\(head)\"}\n")
  }

  @Test("a file that is no store, or open to others, is refused with the reason")
  func foreignFiles() throws {
    let desk = try storeOfCourse()
    let text = try desk.file("text.vigil", "not a store")
    chmod(text, 0o600)
    #expect(try desk.vigil("anchor", "--store", text).status == 3)
    chmod(desk.store, 0o644)
    let wide = try desk.vigil("anchor")
    #expect(wide.status == 3)
    #expect(wide.messages.contains("store.vigil"))
  }
}
