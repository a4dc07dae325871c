import GRDBSQLite
import Glibc

/// Settings of a SQLite connection that GRDB has no word for.
enum ConnectionGuard {
  private typealias SetFlag =
    @convention(c) (OpaquePointer, Int32, Int32, UnsafeMutablePointer<Int32>?) -> Int32

  // `sqlite3_db_config` takes its last arguments as C varargs, which Swift does not import. On
  // Linux, on x86-64 and AArch64, integers and pointers travel in the same registers either way.
  private static let setFlag: SetFlag? = {
    guard let symbol = dlsym(nil, "sqlite3_db_config") else { return nil }
    return unsafeBitCast(symbol, to: SetFlag.self)
  }()

  /// Turns a flag of `sqlite3_db_config` on or off and reads it back.
  static func set(_ flag: Int32, to on: Bool, of connection: OpaquePointer) -> Bool {
    var inForce: Int32 = -1
    guard let setFlag, setFlag(connection, flag, on ? 1 : 0, &inForce) == SQLITE_OK else {
      return false
    }
    return inForce == (on ? 1 : 0)
  }

  /// Makes a hostile or damaged file unable to run or reach anything: DEFENSIVE on, the schema not
  /// trusted, no extension, nothing attached, and no checkpoint on closing, which would be one
  /// without the turn.
  ///
  /// - Returns: the name of a setting that could not be made, or `nil`.
  static func harden(_ connection: OpaquePointer) -> String? {
    let flags: [(String, Int32, Bool)] = [
      ("DEFENSIVE", SQLITE_DBCONFIG_DEFENSIVE, true),
      ("TRUSTED_SCHEMA", SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
      ("DQS_DML", SQLITE_DBCONFIG_DQS_DML, false),
      ("DQS_DDL", SQLITE_DBCONFIG_DQS_DDL, false),
      ("LOAD_EXTENSION", SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, false),
      ("NO_CKPT_ON_CLOSE", SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true),
    ]
    for (name, flag, on) in flags where !set(flag, to: on, of: connection) { return name }
    sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 0)
    if sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, -1) != 0 { return "LIMIT_ATTACHED" }
    sqlite3_wal_autocheckpoint(connection, 0)
    return nil
  }
}
