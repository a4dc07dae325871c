import Clinical
import EventText
import GRDB
import GRDBSQLite
import Glibc

/// A consistent copy of a store in one file, made with SQLite's online backup.
enum FileCopy {
  /// Copies what `source` reads in its open transaction into a new file at `path`, checks the
  /// copy as a whole, and writes it through to the disk.
  ///
  /// - Throws: `damaged`, naming the first fault of the copy; `exists`.
  static func make(
    from source: Connection, to path: String, permissions: UInt32, reader: EventReader
  ) throws(StoreError) -> VerifyReport {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw DurableFile.failure("open", path) }
    close(descriptor)
    try copy(source, to: path)
    let report = try check(path, reader)
    if let fault = report.faults.first {
      throw StoreError(
        .damaged,
        "the copy is not sound"
          + (fault.seq.map { ": event \($0) \(fault.what)" } ?? ": \(fault.what)"),
        file: source.path, remedy: "Run vigil verify on the store")
    }
    try DurableFile.settle(path, permissions: permissions)
    return report
  }

  private static func copy(_ source: Connection, to path: String) throws(StoreError) {
    let target = try Connection(path, for: .make)
    try target.runChangingSchema { targetDB in
      let to = try Connection.handle(targetDB)
      try source.run { sourceDB in
        let from = try Connection.handle(sourceDB)
        guard let backup = sqlite3_backup_init(to, "main", from, "main") else {
          throw SQLiteTrouble(to, statement: "backup")
        }
        var code = SQLITE_OK
        while code == SQLITE_OK { code = sqlite3_backup_step(backup, 4096) }
        let end = sqlite3_backup_finish(backup)
        guard code == SQLITE_DONE, end == SQLITE_OK else {
          throw SQLiteTrouble(
            code: code == SQLITE_DONE ? end : code, message: String(cString: sqlite3_errmsg(to)),
            statement: "backup")
        }
      }
      // One file that is whole by itself, without a log beside it.
      try targetDB.execute(sql: "PRAGMA journal_mode = DELETE")
    }
    try target.close()
  }

  static func check(_ path: String, _ reader: EventReader) throws(StoreError) -> VerifyReport {
    let connection = try Connection(path, for: .read)
    defer { try? connection.close() }
    var verifier = Verifier(connection, reader)
    return try verifier.run()
  }
}
