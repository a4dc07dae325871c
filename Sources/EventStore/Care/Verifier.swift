import Clinical
import EventText
import GRDB

/// Checks a whole store: every byte that the chain covers, and everything that is derived from it.
///
/// Reads one consistent state while others write. Stored bytes are hashed as they stand; nothing
/// is serialised anew.
struct Verifier {
  let connection: Connection
  let reader: EventReader
  /// A head and anchors that the record must contain.
  var head: ChainHash?
  var anchors: [Anchor] = []

  private(set) var faults: [VerifyReport.Fault] = []

  init(
    _ connection: Connection, _ reader: EventReader, head: ChainHash? = nil,
    anchors: [Anchor] = []
  ) {
    self.connection = connection
    self.reader = reader
    self.head = head
    self.anchors = anchors
  }

  mutating func note(_ seq: Int64?, _ what: String) {
    faults.append(VerifyReport.Fault(seq: seq, what: what))
  }

  /// Runs every check.
  ///
  /// - Throws: `busy` and the like; damage is a fault, never an error.
  mutating func run() throws(StoreError) -> VerifyReport {
    var report = VerifyReport(events: 0, head: nil, faults: [])
    do {
      report = try connection.run { db in
        try db.execute(sql: "BEGIN")
        defer { try? db.execute(sql: "ROLLBACK") }
        let store = try checkFile(db)
        let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        var walk = ChainWalk(
          store: store, StoreKind(applicationID: application), reader: reader, head: head,
          anchors: anchors)
        try walk.run(connection, db)
        faults += walk.faults
        try checkSideTables(db)
        return VerifyReport(events: walk.events, head: walk.lastHash, faults: [])
      }
    } catch {
      guard [.damaged, .notAStore, .statement].contains(error.code) else { throw error }
      note(nil, error.problem)
    }
    report.faults = faults
    return report
  }

  // The file itself, its identity and its schema; returns the store's id.
  private mutating func checkFile(_ db: Database) throws -> EventID? {
    let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    if StoreKind(applicationID: application) == nil {
      note(nil, "the application id is \(application), which is no store of Vigil")
    }
    let format = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    if format != Schema.format {
      note(nil, "the format is \(format), and this Vigil knows \(Schema.format)")
    }
    try checkSchema(db)
    for line in try String.fetchAll(db, sql: "PRAGMA integrity_check(100)") where line != "ok" {
      note(nil, "the file is damaged: \(line)")
    }
    let store = try PreparedStatement.rows("SELECT id, genesis FROM store", db) {
      (id: $0.id(0), genesis: $0.bytes(1))
    }
    guard store.count == 1, let id = store[0].id else {
      note(nil, "the store has no identity")
      return nil
    }
    if store[0].genesis != ChainHash.genesis(of: id).bytes {
      note(nil, "the beginning of the chain does not belong to this store's id")
    }
    return id
  }

  private mutating func checkSchema(_ db: Database) throws {
    var found: [String: String] = [:]
    let rows = try PreparedStatement.rows(
      "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name", db
    ) { (name: $0.text(0) ?? "", sql: $0.text(1) ?? "") }
    for row in rows { found[row.name] = row.sql }
    for object in Schema.objects {
      guard let sql = found.removeValue(forKey: object.name) else {
        note(nil, "\(object.name) is missing from the schema")
        continue
      }
      if sql != object.sql { note(nil, "\(object.name) was altered in the schema") }
    }
    // These come when they are first needed; a store without them lacks nothing.
    for object in Schema.optional {
      if let sql = found.removeValue(forKey: object.name), sql != object.sql {
        note(nil, "\(object.name) was altered in the schema")
      }
    }
    for name in found.keys.sorted() { note(nil, "\(name) does not belong in the schema") }
  }

  private mutating func checkSideTables(_ db: Database) throws {
    let checkpoints = try StoredCheckpoint.all(db)
    for stored in checkpoints where !stored.isSound {
      note(
        stored.seq,
        "the checkpoint of \(stored.patient) was altered or belongs to another record;"
          + " vigil verify --rebuild drops it")
    }
    let drafts = try PreparedStatement.rows(
      "SELECT \(DraftRow.columns) FROM draft ORDER BY login, form", db, read: DraftRow.init)
    for row in drafts where !row.isSound {
      note(nil, "the draft \(row.draft.form) of \(row.draft.login) was altered")
    }
    for row in try PreferenceRow.all(db) where !row.isSound {
      note(nil, "the choice \(row.preference.name) of \(row.preference.login) was altered")
    }
    for row in try HeldRow.rows("1", db) where !row.isSound {
      note(nil, "a message of \(row.message.source) in the holding list was altered")
    }
    for row in try PINRow.all(db) where !row.isSound {
      note(nil, "the PIN of \(row.pin.login) was altered; vigil users pin sets it anew")
    }
  }
}
