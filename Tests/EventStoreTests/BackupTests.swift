import Clinical
import EventStore
import EventText
import Foundation
import Testing

@Suite("Backup and restore")
struct BackupTests {
  private func restore(_ folder: Folder, _ name: String = "backup.vigil") throws -> RestoreReport {
    try SQLiteEventLog.restore(
      from: folder.file(name), to: folder.store, opening: Ward.opening(), reader: Ward.reader)
  }

  @Test("A backup holds what the store held, with drafts, in one file that nobody else may read")
  func backup() throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    for minute in 1...20 { _ = try log.take(try Ward.vitals(minute: minute)) }
    let draft = Draft(
      login: "chen", form: "note", patient: nil, savedAt: Ward.morning, content: [7])
    try log.save(draft)
    let head = try log.backup(to: folder.file("backup.vigil"))
    #expect(head == (try log.head()))
    #expect(folder.mode("backup.vigil") == 0o600)
    #expect(folder.names.filter { $0.hasPrefix("backup") } == ["backup.vigil"])
    try log.close()
    let elsewhere = try Folder()
    _ = try SQLiteEventLog.restore(
      from: folder.file("backup.vigil"), to: elsewhere.store, opening: Ward.opening(),
      reader: Ward.reader)
    let copy = try Ward.open(elsewhere)
    #expect(try copy.head() == head)
    #expect(try copy.draft(of: "chen", form: "note") == draft)
    #expect(try copy.take(try Ward.vitals(minute: 30)).seq == 21)
    #expect(try copy.verify().isSound)
  }

  @Test("A backup taken while others write is a state that the store had")
  func whileWriting() async throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    let other = try Ward.open(folder)
    let writing = Task.detached {
      for n in 0..<300 { _ = try other.take(try Ward.vitals(patient: "CD7-\(n)")) }
    }
    var heads: [ChainHead] = []
    for _ in 0..<5 { heads.append(try log.backup(to: folder.file("backup.vigil"))) }
    try await writing.value
    for head in heads where head.seq > 0 {
      #expect(try log.events(after: head.seq - 1, limit: 1).first?.hash == head.hash)
    }
    #expect(try log.position() == 300)
    #expect(try log.verify().isSound)
  }

  @Test("A backup replaces an earlier one of the same store, and nothing else")
  func replacing() throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    _ = try log.take(try Ward.vitals(minute: 1))
    _ = try log.backup(to: folder.file("backup.vigil"))
    _ = try log.take(try Ward.vitals(minute: 2))
    #expect(try log.backup(to: folder.file("backup.vigil")).seq == 2)
    try Data("thesis".utf8).write(to: URL(fileURLWithPath: folder.file("thesis.txt")))
    #expect(code { _ = try log.backup(to: folder.file("thesis.txt")) } == .exists)
    #expect(code { _ = try log.backup(to: folder.store) } == .exists)
    #expect(try String(contentsOfFile: folder.file("thesis.txt"), encoding: .utf8) == "thesis")
  }

  @Test("A store that lost its end does not overwrite the backup that still has it")
  func shrunk() throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    _ = try log.take(try Ward.vitals(minute: 1))
    _ = try log.backup(to: folder.file("old.vigil"))
    _ = try log.take(try Ward.vitals(minute: 2))
    _ = try log.backup(to: folder.file("new.vigil"))
    try log.close()
    _ = try restore(folder, "old.vigil")
    let again = try Ward.open(folder)
    #expect(code { _ = try again.backup(to: folder.file("new.vigil")) } == .exists)
    #expect(try again.backup(to: folder.file("old.vigil")).seq == 1)
  }

  @Test("A restored store is the backup; what was there before is kept, with its last events")
  func restored() throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    _ = try log.take(try Ward.vitals(minute: 1))
    let head = try log.backup(to: folder.file("backup.vigil"))
    _ = try log.take(try Ward.vitals(minute: 2))
    let before = try log.head()
    try log.close()
    let report = try restore(folder)
    #expect(report.restored == head)
    #expect(report.before == before)
    let kept = try #require(report.keptAt)
    #expect(kept.hasSuffix("/store.vigil.before-restore-1"))
    #expect(try SQLiteEventLog.verify(path: kept, reader: Ward.reader).events == 2)
    let again = try Ward.open(folder)
    #expect(try again.head() == head)
    #expect(try again.take(try Ward.vitals(minute: 3)).seq == 2)
  }

  @Test("Nothing is restored under a program that has the store open")
  func inUse() throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    _ = try log.take(try Ward.vitals(minute: 1))
    _ = try log.backup(to: folder.file("backup.vigil"))
    _ = try log.take(try Ward.vitals(minute: 2))
    #expect(code { _ = try restore(folder) } == .inUse)
    #expect(try log.position() == 2)
    #expect(folder.names.allSatisfy { !$0.contains("restor") })
  }

  @Test("A damaged backup is not put in place")
  func damaged() throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    for minute in 1...3 { _ = try log.take(try Ward.vitals(minute: minute)) }
    _ = try log.backup(to: folder.file("backup.vigil"))
    try log.close()
    do {
      let raw = try Raw(folder.file("backup.vigil"))
      let triggers = try raw.triggers()
      try raw.dropTriggers()
      try raw.run("UPDATE event SET body = replace(body, '38.4', '37.4') WHERE seq = 2")
      try raw.restoreTriggers(triggers)
    }
    #expect {
      _ = try restore(folder)
    } throws: {
      ($0 as? StoreError)?.code == .damaged && "\($0)".contains("event 2 ")
    }
    #expect(try Ward.open(folder).position() == 3)
  }

  @Test("A backup of another store, or of a training store, is not put in the ward's place")
  func otherStore() throws {
    let folder = try Folder()
    let other = try Folder()
    try Ward.found(folder).close()
    let training = try Ward.found(other, kind: .training)
    _ = try training.backup(to: folder.file("training.vigil"))
    #expect(code { _ = try restore(folder, "training.vigil") } == .otherKind)
    let third = try SQLiteEventLog.create(
      path: other.file("third.vigil"),
      as: .init(id: Ward.id(3), kind: .ward, createdAt: Ward.morning), opening: Ward.opening(),
      reader: Ward.reader)
    _ = try third.backup(to: folder.file("third-copy.vigil"))
    #expect(code { _ = try restore(folder, "third-copy.vigil") } == .exists)
  }

  @Test("Where only the log of a lost store is left, it is kept and not applied to the backup")
  func lostStore() throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    _ = try log.take(try Ward.vitals(minute: 1))
    let head = try log.backup(to: folder.file("backup.vigil"))
    _ = try log.take(try Ward.vitals(minute: 2))
    try log.close()
    try FileManager.default.removeItem(atPath: folder.store)
    let report = try restore(folder)
    #expect(report.keptAt == folder.file("store.vigil.before-restore-1-wal"))
    #expect(try Ward.open(folder).head() == head)
  }

  @Test("A store whose file is broken is replaced by its backup, and the broken file is kept")
  func brokenStore() throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    _ = try log.take(try Ward.vitals(minute: 1))
    let head = try log.backup(to: folder.file("backup.vigil"))
    try log.close()
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: folder.store))
    try file.write(contentsOf: Data(repeating: 0, count: 4096))
    try file.close()
    let report = try restore(folder)
    #expect(report.before == nil)
    #expect(report.keptAt != nil)
    #expect(try Ward.open(folder).head() == head)
  }
}
