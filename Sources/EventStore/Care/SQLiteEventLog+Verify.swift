package import EventText
import GRDB

extension SQLiteEventLog {
  /// Checks the whole store at `path`, damaged or not.
  ///
  /// - Parameters:
  ///   - head: a hash that the chain must contain; without it a tail that was cut off is not seen.
  ///   - anchors: each must be of this store and lie on its chain.
  /// - Throws: when there is nothing to check or it may not be opened; damage is a fault.
  package static func verify(
    path: String, reader: EventReader, head: ChainHash? = nil, anchors: [Anchor] = []
  ) throws(StoreError) -> VerifyReport {
    let place = try StorePlace(path)
    try place.check()
    do {
      let connection = try Connection(place.path, for: .read)
      defer { try? connection.close() }
      var verifier = Verifier(connection, reader, head: head, anchors: anchors)
      return try verifier.run()
    } catch {
      guard [.damaged, .notAStore, .statement].contains(error.code) else { throw error }
      return VerifyReport(
        events: 0, head: nil, faults: [.init(seq: nil, what: error.problem)])
    }
  }

  /// Checks the whole store while it is open.
  package func verify(head: ChainHash? = nil, anchors: [Anchor] = []) throws(StoreError)
    -> VerifyReport
  {
    try Self.verify(path: place.path, reader: reader, head: head, anchors: anchors)
  }

  /// Drops every checkpoint, index and trigger and makes those anew that belong to the schema; the
  /// events stay as they are, and drafts and last-looked marks too.
  package func rebuild() throws(StoreError) {
    try write(now: nil) { connection, db in
      try connection.changingSchema {
        let derived = try PreparedStatement.rows(
          """
          SELECT type, name FROM sqlite_master
          WHERE type IN ('index', 'trigger', 'view') AND sql IS NOT NULL ORDER BY name
          """, db
        ) { (type: $0.text(0) ?? "", name: $0.text(1) ?? "") }
        for object in derived {
          let name = object.name.replacing("\"", with: "\"\"")
          try db.execute(sql: "DROP \(object.type) \"\(name)\"")
        }
        for table in Schema.tables where try !db.tableExists(table.name) {
          try db.execute(sql: table.sql)
        }
        for object in Schema.indexes + Schema.triggers { try db.execute(sql: object.sql) }
        try db.execute(sql: "DELETE FROM checkpoint")
      }
      return .commit(())
    }
  }
}
