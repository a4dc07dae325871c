import GRDBSQLite

extension SQLiteEventLog {
  /// The SQLite that this program runs with, e.g. `3.40.1`.
  package static var sqliteVersion: String { String(cString: sqlite3_libversion()) }

  /// Whether a statement could be prepared on the connection that writes, while the store runs;
  /// nothing is carried out. For showing that the guards are up.
  package func permits(_ sql: String) throws(StoreError) -> Bool {
    let connection = try writer()
    return try connection.run { db in
      (try? PreparedStatement(sql, on: Connection.handle(db))) != nil
    }
  }
}
