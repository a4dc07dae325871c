import Clinical
import EventStore
import EventText
import Foundation
import Testing

@Suite("Checking a whole store")
struct VerifyTests {
  // Twelve events of two patients, with a checkpoint and a draft, closed.
  private func store(_ folder: Folder) throws -> Anchor {
    let log = try Ward.found(folder)
    for minute in 1...10 { _ = try log.take(try Ward.vitals("38.4", minute: minute)) }
    _ = try log.take(try Ward.vitals("37.0", minute: 11, patient: "CD7-001"), by: Ward.nurse)
    _ = try log.take(try Ward.vitals("37.0", minute: 12, patient: "CD7-001"), by: Ward.nurse)
    try log.save(
      Checkpoint(
        patient: try Ward.patient("CD7-003"), seq: 9, engine: "1", settings: [1], state: [2]))
    try log.save(
      Draft(login: "chen", form: "note", patient: nil, savedAt: Ward.morning, content: [7]))
    let anchor = try log.anchor()
    try log.close()
    return anchor
  }

  private func verify(_ folder: Folder, head: ChainHash? = nil, anchors: [Anchor] = []) throws
    -> VerifyReport
  {
    try SQLiteEventLog.verify(
      path: folder.store, reader: Ward.reader, head: head, anchors: anchors)
  }

  @Test("A store that nobody touched is sound")
  func sound() throws {
    let folder = try Folder()
    let anchor = try store(folder)
    let report = try verify(folder, head: anchor.head, anchors: [anchor])
    #expect(report == VerifyReport(events: 12, head: anchor.head, faults: []))
  }

  struct Tamper: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var sql: String
    var faults: [String]
  }

  private static let tampers: [Tamper] = [
    Tamper(
      testDescription: "a byte of a body",
      sql: "UPDATE event SET body = replace(body, '38.4', '38.5') WHERE seq = 5",
      faults: [
        "5 the body, its time of storing, its position or its hash was altered",
        "5 the content hash does not agree with the body",
      ]),
    Tamper(
      testDescription: "a body made unreadable",
      sql: "UPDATE event SET body = replace(body, '38.4', '38,4') WHERE seq = 5",
      faults: [
        "5 the body, its time of storing, its position or its hash was altered",
        "5 the body is no event: ",
      ]),
    Tamper(
      testDescription: "a byte of a hash",
      sql: "UPDATE event SET hash = CAST(substr(hash, 1, 31) || x'00' AS BLOB) WHERE seq = 5",
      faults: ["5 the body, its time of storing, its position or its hash was altered"]),
    Tamper(
      testDescription: "a byte of a link",
      sql: "UPDATE event SET previousHash = zeroblob(32) WHERE seq = 5",
      faults: [
        "5 the body, its time of storing, its position or its hash was altered",
        "5 does not follow the event before it",
      ]),
    Tamper(
      testDescription: "the first link",
      sql: "UPDATE event SET previousHash = zeroblob(32) WHERE seq = 1",
      faults: [
        "1 the body, its time of storing, its position or its hash was altered",
        "1 does not follow the event before it",
      ]),
    Tamper(
      testDescription: "a time of storing",
      sql: "UPDATE event SET storedAt = storedAt + 10 WHERE seq = 5",
      faults: [
        "5 the body, its time of storing, its position or its hash was altered",
        "6 is not stored later than the event before it",
      ]),
    Tamper(
      testDescription: "a row removed", sql: "DELETE FROM event WHERE seq = 5",
      faults: ["5 is missing"]),
    Tamper(
      testDescription: "the first rows removed", sql: "DELETE FROM event WHERE seq < 3",
      faults: ["1 is missing, and all up to 2"]),
    Tamper(
      testDescription: "two bodies swapped",
      sql: """
        CREATE TEMP TABLE t AS SELECT seq, body FROM event WHERE seq IN (5, 6);
        UPDATE event SET body = (SELECT body FROM t WHERE t.seq = 11 - event.seq)
        WHERE seq IN (5, 6)
        """,
      faults: [
        "5 the body, its time of storing, its position or its hash was altered",
        "5 the column id does not agree with the body",
        "5 the content hash does not agree with the body",
        "6 the body, its time of storing, its position or its hash was altered",
        "6 the column id does not agree with the body",
        "6 the content hash does not agree with the body",
      ]),
    Tamper(
      testDescription: "two rows swapped",
      sql: """
        UPDATE event SET seq = -5 WHERE seq = 5; UPDATE event SET seq = 5 WHERE seq = 6;
        UPDATE event SET seq = 6 WHERE seq = -5
        """,
      faults: [
        "5 the body, its time of storing, its position or its hash was altered",
        "5 does not follow the event before it",
        "6 the body, its time of storing, its position or its hash was altered",
        "6 does not follow the event before it",
        "6 is not stored later than the event before it",
        "7 does not follow the event before it",
      ]),
    Tamper(
      testDescription: "a row pushed in at the end",
      sql: """
        INSERT INTO event SELECT 13, randomblob(16), patient, kind, at, atIsDay, recordedAt,
          storedAt + 1, "by", role, source, "set", corrects, retracts, contentHash, body, hash, hash
        FROM event WHERE seq = 12
        """,
      faults: [
        "13 the body, its time of storing, its position or its hash was altered",
        "13 the column id does not agree with the body",
      ]),
    Tamper(
      testDescription: "a patient's column",
      sql: "UPDATE event SET patient = 'CD7-001' WHERE seq = 5",
      faults: ["5 the column patient does not agree with the body"]),
    Tamper(
      testDescription: "a column of time", sql: "UPDATE event SET at = at + 1 WHERE seq = 7",
      faults: ["7 the column at does not agree with the body"]),
    Tamper(
      testDescription: "who wrote it", sql: #"UPDATE event SET "by" = 'chen' WHERE seq = 11"#,
      faults: ["11 the column by does not agree with the body"]),
    Tamper(
      testDescription: "an id", sql: "UPDATE event SET id = randomblob(16) WHERE seq = 5",
      faults: ["5 the column id does not agree with the body"]),
    Tamper(
      testDescription: "a content hash",
      sql: "UPDATE event SET contentHash = zeroblob(32) WHERE seq = 5",
      faults: ["5 the content hash does not agree with the body"]),
    Tamper(
      testDescription: "a checkpoint", sql: "UPDATE checkpoint SET state = x'03'",
      faults: ["9 the checkpoint of CD7-003 was altered"]),
    Tamper(
      testDescription: "a draft", sql: "UPDATE draft SET content = x'08'",
      faults: ["- the draft note of chen was altered"]),
    Tamper(
      testDescription: "the store's id",
      sql: "DROP TRIGGER storeNeverChanges; UPDATE store SET id = randomblob(16)",
      faults: [
        "- storeNeverChanges is missing from the schema",
        "- the beginning of the chain does not belong to this store's id",
        "1 does not follow the event before it",
      ]),
  ]

  @Test("Each tampering is named with its position", arguments: tampers)
  func named(_ tamper: Tamper) throws {
    let folder = try Folder()
    _ = try store(folder)
    do {
      let raw = try Raw(folder.store)
      let triggers = try raw.triggers()
      try raw.dropTriggers()
      try raw.run(tamper.sql)
      try raw.restoreTriggers(triggers)
    }
    let report = try verify(folder)
    let found = report.faults.map { "\($0.seq.map(String.init) ?? "-") \($0.what)" }
    #expect(found.count == tamper.faults.count, "\(found)")
    for (fault, expected) in zip(found, tamper.faults) {
      #expect(fault.hasPrefix(expected), "\(fault)")
    }
  }

  @Test(
    "A trigger, an index or a table that is gone, altered or strange is named",
    arguments: [
      ("DROP TRIGGER eventNeverChanges", "eventNeverChanges is missing from the schema"),
      ("DROP INDEX eventPatient", "eventPatient is missing from the schema"),
      ("DROP TABLE draft; CREATE TABLE draft (login, form, content, digest)", "draft was altered"),
      (
        """
        DROP TRIGGER eventNeverGoes;
        CREATE TRIGGER eventNeverGoes BEFORE DELETE ON event WHEN OLD.seq < 0
        BEGIN SELECT raise(ABORT, 'no'); END
        """, "eventNeverGoes was altered"
      ),
      ("CREATE TABLE extra (x)", "extra does not belong in the schema"),
      ("CREATE VIEW extra AS SELECT 1", "extra does not belong in the schema"),
    ])
  func schema(_ sql: String, _ fault: String) throws {
    let folder = try Folder()
    _ = try store(folder)
    try Raw(folder.store).run(sql)
    let report = try verify(folder)
    #expect(report.faults.map(\.what).contains { $0.hasPrefix(fault) }, "\(report.faults)")
  }

  @Test("A tail that was cut off is seen with a head or an anchor from before, and only so")
  func cutTail() throws {
    let folder = try Folder()
    let anchor = try store(folder)
    do {
      let raw = try Raw(folder.store)
      let triggers = try raw.triggers()
      try raw.dropTriggers()
      try raw.run("DELETE FROM event WHERE seq > 10; DELETE FROM checkpoint")
      try raw.restoreTriggers(triggers)
    }
    #expect(try verify(folder).isSound)
    let byHead = try verify(folder, head: anchor.head).faults
    #expect(byHead.count == 1 && byHead[0].seq == 10)
    #expect(byHead[0].what.contains("its end was cut off"))
    let byAnchor = try verify(folder, anchors: [anchor]).faults
    #expect(byAnchor.count == 1 && byAnchor[0].seq == 10)
    #expect(byAnchor[0].what.contains("an anchor knows 12 events"))
  }

  @Test("A store that has grown since still contains its earlier heads and anchors")
  func grown() throws {
    let folder = try Folder()
    let anchor = try store(folder)
    let log = try Ward.open(folder)
    _ = try log.take(try Ward.vitals(minute: 40))
    let report = try log.verify(head: anchor.head, anchors: [anchor, try log.anchor()])
    #expect(report.faults == [])
  }

  @Test("A ward whose file says that it is a training store is named event by event")
  func otherKind() throws {
    let folder = try Folder()
    _ = try store(folder)
    try Raw(folder.store).run("PRAGMA application_id = \(0x5649_4754)")
    let faults = try verify(folder).faults
    #expect(faults.map(\.seq) == (1...12).map(Int64.init))
    #expect(faults.allSatisfy { $0.what == "vitals does not belong in a training store" })
  }

  @Test("A chain that was rebuilt, and an anchor of another store, are told apart by anchors")
  func rebuiltChain() throws {
    let folder = try Folder()
    let anchor = try store(folder)
    var rebuilt = anchor
    rebuilt.events = 5
    let other = Anchor(store: Ward.id(5), events: 12, head: anchor.head)
    let faults = try verify(folder, anchors: [rebuilt, other]).faults
    #expect(faults.map(\.seq) == [5, nil])
    #expect(faults[0].what.contains("the chain was rebuilt"))
    #expect(faults[1].what.contains("another store"))
  }

  @Test(
    "A file with broken pages is reported, not crashed on",
    arguments: [100, 4096 * 2 + 8, 4096 * 5 + 3])
  func brokenPages(_ offset: Int) throws {
    let folder = try Folder()
    _ = try store(folder)
    // Opening by hand and closing folds the log into the file.
    _ = try Raw(folder.store).text("PRAGMA wal_checkpoint(TRUNCATE)")
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: folder.store))
    try file.seek(toOffset: UInt64(offset))
    try file.write(contentsOf: Data(repeating: 0xA5, count: 64))
    try file.close()
    #expect(try !verify(folder).isSound)
  }

  @Test("No flipped bit ends the program or changes what is read without being named")
  func flippedBits() throws {
    let folder = try Folder()
    let anchor = try store(folder)
    _ = try Raw(folder.store).text("PRAGMA wal_checkpoint(TRUNCATE)")
    let sound = try Data(contentsOf: URL(fileURLWithPath: folder.store))
    let other = try Folder()
    var state: UInt64 = 20_260_306
    var named = 0
    for _ in 0..<200 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let offset = Int(state >> 33) % sound.count
      var flipped = sound
      flipped[offset] ^= 1 << UInt8(state >> 30 & 7)
      for suffix in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: other.store + suffix)
      }
      #expect(
        FileManager.default.createFile(
          atPath: other.store, contents: flipped, attributes: [.posixPermissions: 0o600]))
      let report = try SQLiteEventLog.verify(
        path: other.store, reader: Ward.reader, anchors: [anchor])
      if report.isSound {
        // A byte that nothing is kept in.
        #expect(report.head == anchor.head && report.events == anchor.events, "byte \(offset)")
      } else {
        named += 1
      }
    }
    #expect(named > 20)
  }

  @Test(
    "Positions and times that no event can have are named, not computed with",
    arguments: [
      "UPDATE event SET storedAt = 9223372036854775807 WHERE seq = 12",
      "UPDATE event SET storedAt = -9223372036854775808 WHERE seq = 12",
      "UPDATE event SET seq = 9223372036854775807 WHERE seq = 12",
      "UPDATE event SET seq = -9223372036854775808 WHERE seq = 12",
    ])
  func impossible(_ sql: String) throws {
    let folder = try Folder()
    _ = try store(folder)
    do {
      let raw = try Raw(folder.store)
      try raw.dropTriggers()
      try raw.run(sql)
    }
    #expect(
      try verify(folder).faults.map(\.what).contains {
        $0.contains("can have") || $0.contains("impossible")
      })
    #expect {
      _ = try Ward.open(folder).take(try Ward.vitals(minute: 50))
    } throws: {
      ($0 as? StoreError)?.code == .damaged
    }
  }

  @Test("Rebuilding mends indexes, triggers and checkpoints, and leaves events and drafts alone")
  func rebuild() throws {
    let folder = try Folder()
    let anchor = try store(folder)
    do {
      let raw = try Raw(folder.store)
      try raw.run("DROP TRIGGER eventNeverGoes; DROP INDEX eventID; CREATE VIEW extra AS SELECT 1")
      try raw.run("UPDATE checkpoint SET state = x'03'")
    }
    #expect(try verify(folder).faults.count == 4)
    let log = try Ward.open(folder)
    try log.rebuild()
    #expect(try log.verify() == VerifyReport(events: 12, head: anchor.head, faults: []))
    #expect(try log.draft(of: "chen", form: "note") != nil)
    guard case .duplicate(1, _) = try log.take(try Ward.vitals(minute: 1)) else {
      Issue.record("the look-up by id was not mended")
      return
    }
  }
}
