extension SQLiteEventLog {
  /// Whether a statement could be prepared on the connection that writes, while the store runs;
  /// nothing is carried out. For showing that the guards are up.
  package func permits(_ sql: String) throws(StoreError) -> Bool {
    let connection = try writer()
    return try connection.run { db in
      (try? PreparedStatement(sql, on: Connection.handle(db))) != nil
    }
  }
}
