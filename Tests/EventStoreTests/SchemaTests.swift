import Clinical
import EventStore
import Testing

@Suite("What the schema itself forbids")
struct SchemaTests {
  private static let copy = """
    INSERT INTO event SELECT %SEQ%, %ID%, patient, kind, at, atIsDay, recordedAt, storedAt + 1, "by",
      role, source, "set", corrects, retracts, contentHash, body, %PREVIOUS%, hash
    FROM event WHERE seq = 2
    """

  @Test(
    "Even with another program, events cannot be changed, deleted, put between or doubled",
    arguments: [
      ("UPDATE event SET body = '{}' WHERE seq = 1", "events are never changed"),
      ("UPDATE event SET patient = 'CD7-009'", "events are never changed"),
      ("DELETE FROM event", "events are never deleted"),
      ("REPLACE INTO event SELECT * FROM event WHERE seq = 1", "an event must follow"),
      ("UPDATE store SET createdAt = 0", "the store keeps its identity"),
      ("DELETE FROM store", "the store keeps its identity"),
      (insert(seq: "4", id: "randomblob(16)", previous: "hash"), "an event must follow"),
      (insert(seq: "3", id: "randomblob(16)", previous: "randomblob(32)"), "an event must follow"),
      (insert(seq: "3", id: "id", previous: "hash"), "an event must follow"),
    ])
  func forbidden(_ sql: String, _ message: String) throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    for minute in 1...2 { _ = try log.take(try Ward.vitals(minute: minute)) }
    let before = try log.head()
    let raw = try Raw(folder.store)
    #expect {
      try raw.run(sql)
    } throws: {
      "\($0)".hasPrefix(message)
    }
    #expect(try log.head() == before)
  }

  @Test("An event that follows is let in, so the refusals above are for the right reason")
  func follows() throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    for minute in 1...2 { _ = try log.take(try Ward.vitals(minute: minute)) }
    try Raw(folder.store).run(Self.insert(seq: "3", id: "randomblob(16)", previous: "hash"))
    #expect(try log.position() == 3)
  }

  private static func insert(seq: String, id: String, previous: String) -> String {
    copy.replacing("%SEQ%", with: seq).replacing("%ID%", with: id)
      .replacing("%PREVIOUS%", with: previous)
  }
}
