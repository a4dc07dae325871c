import Clinical
import EventStore
import Testing

@Suite("What the running program forbids itself")
struct GuardTests {
  @Test(
    "No statement that could change what was taken can even be prepared",
    arguments: [
      "UPDATE event SET body = '{}'", "DELETE FROM event", "DROP TABLE event",
      "ALTER TABLE event ADD COLUMN x", "DROP TRIGGER eventNeverChanges", "DROP INDEX eventID",
      "CREATE TRIGGER t BEFORE INSERT ON event BEGIN SELECT 1; END", "CREATE TABLE t (x)",
      "ATTACH ':memory:' AS other", "UPDATE store SET createdAt = 0", "DELETE FROM sqlite_master",
      "PRAGMA writable_schema = ON", "PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF",
      "PRAGMA wal_checkpoint", "PRAGMA user_version = 9", "SELECT \"no such column\"",
    ])
  func forbidden(_ sql: String) throws {
    let folder = try Folder()
    #expect(try Ward.found(folder).permits(sql) == false)
  }

  @Test(
    "What the store lives by can be prepared",
    arguments: [
      "SELECT * FROM event", "DELETE FROM draft", "DELETE FROM checkpoint", "PRAGMA synchronous",
      "PRAGMA integrity_check(100)", "UPDATE lastLooked SET seq = 1",
    ])
  func allowed(_ sql: String) throws {
    let folder = try Folder()
    #expect(try Ward.found(folder).permits(sql))
  }

  @Test("A copy that was put in place by hand is read, and written in the store's own journal mode")
  func copiedByHand() throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    _ = try log.take(try Ward.vitals(minute: 1))
    _ = try log.backup(to: folder.file("copy.vigil"))
    let copy = try SQLiteEventLog(
      path: folder.file("copy.vigil"), opening: Ward.opening(), reader: Ward.reader)
    #expect(try copy.position() == 1)
    #expect(try copy.take(try Ward.vitals(minute: 2)).seq == 2)
    #expect(try Raw(folder.file("copy.vigil")).text("PRAGMA journal_mode") == "wal")
    #expect(try copy.verify().isSound)
  }
}
