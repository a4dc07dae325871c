import GRDBSQLite

/// What the store is built on.
package enum StoreEngine {
  /// The version of the SQLite library in use, e.g. `3.40.1`.
  package static var sqliteVersion: String { String(cString: sqlite3_libversion()) }
}
