import Clinical
import EventStore
import Testing

@Suite("What a person chose of screens is kept beside the record")
struct PreferenceTests {
  private func choice(
    _ content: String, of login: String = "li", named name: String = "trends"
  ) -> Preference {
    Preference(login: login, name: name, savedAt: Ward.morning, content: Array(content.utf8))
  }

  @Test(
    "The newest choice of the person and name, and nobody else's; the record does not grow",
    arguments: Maker.allCases)
  func keeping(_ maker: Maker) throws {
    let record = try maker.make()
    #expect(try record.log.preference(of: "li", name: "trends") == nil)
    try record.log.save(choice("one"))
    try record.log.save(choice("two"))
    try record.log.save(choice("three", of: "chen"))
    try record.log.save(choice("four", named: "other"))
    #expect(try record.log.preference(of: "li", name: "trends") == choice("two"))
    #expect(try record.log.preference(of: "chen", name: "trends") == choice("three", of: "chen"))
    #expect(try record.log.preference(of: "wang", name: "trends") == nil)
    #expect(try record.log.position() == 0)
  }

  @Test(
    "A store in which nobody chose is as stores always were; with a choice it is sound, and copied")
  func schema() throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    let table = "SELECT name FROM sqlite_master WHERE name = 'preference'"
    #expect(try Raw(folder.store).text(table) == nil)
    try log.save(choice("one"))
    #expect(try Raw(folder.store).text(table) == "preference")
    #expect(try log.verify().faults.isEmpty)
    _ = try log.take(try Ward.vitals())
    #expect(try log.position() == 1)
    let copy = folder.path + "/copy.vigil"
    _ = try log.backup(to: copy)
    let other = try Folder()
    _ = try SQLiteEventLog.restore(
      from: copy, to: other.store, opening: Ward.opening(), reader: Ward.reader)
    let restored = try SQLiteEventLog(
      path: other.store, opening: Ward.opening(), reader: Ward.reader)
    #expect(try restored.preference(of: "li", name: "trends") == choice("one"))
  }

  @Test("A choice that was altered in the file is none, and verify names whose it is")
  func altered() throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    try log.save(choice("one"))
    try Raw(folder.store).run("UPDATE preference SET login = 'chen'")
    #expect(try log.preference(of: "chen", name: "trends") == nil)
    #expect(
      try log.verify().faults.map(\.what).contains { $0.contains("the choice trends of chen") })
  }
}
