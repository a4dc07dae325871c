import GRDB
import GRDBSQLite

/// A failure of SQLite with what failed, before it is put into words for a person.
struct SQLiteTrouble: Error {
  /// The extended result code.
  var code: Int32
  var message: String
  var statement: String?

  init(code: Int32, message: String, statement: String?) {
    self.code = code
    self.message = message
    self.statement = statement
  }

  /// What `connection` says of its last failure.
  init(_ connection: OpaquePointer, statement: String?) {
    self.init(
      code: sqlite3_extended_errcode(connection),
      message: String(cString: sqlite3_errmsg(connection)), statement: statement)
  }

  init(_ error: DatabaseError) {
    self.init(
      code: error.extendedResultCode.rawValue, message: error.message ?? "\(error.resultCode)",
      statement: error.sql)
  }

  var primary: Int32 { code & 0xFF }

  /// True when the file or the disk cannot be trusted with another write.
  var endsWriting: Bool {
    [SQLITE_FULL, SQLITE_IOERR, SQLITE_READONLY, SQLITE_CORRUPT, SQLITE_NOTADB].contains(primary)
  }

  /// In words, with the file and the statement.
  func storeError(_ path: String) -> StoreError {
    var error = words(path)
    error.endsWriting = endsWriting
    return error
  }

  private func words(_ path: String) -> StoreError {
    let operation = statement.map { sql in
      sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    switch primary {
    case SQLITE_BUSY, SQLITE_LOCKED:
      return StoreError(
        .busy, "another program, not Vigil, holds a lock on the store", file: path,
        operation: operation, remedy: "Close it (sqlite3, a backup tool), then try again")
    case SQLITE_CORRUPT:
      return StoreError(
        .damaged, "the file is damaged: \(message)", file: path, operation: operation,
        remedy: "Run vigil verify, and restore from a backup")
    case SQLITE_NOTADB:
      return StoreError(.notAStore, "is not a store of Vigil", file: path)
    case SQLITE_FULL:
      return StoreError(
        .notSaved, "the disk is full", file: path, operation: operation,
        remedy: "Make room, then start Vigil again")
    case SQLITE_IOERR:
      return StoreError(
        .notSaved, "the disk reports an error: \(message)", file: path, operation: operation,
        remedy: "Look at the system's log; the disk may be failing")
    case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH:
      return StoreError(
        .file, "may not be written or opened: \(message)", file: path, operation: operation,
        remedy: "Look at who owns the file and its folder, and at their modes")
    default:
      return StoreError(
        .statement, "\(message) (SQLite \(code))", file: path, operation: operation)
    }
  }
}

/// Runs `body` with every failure of SQLite put into words.
func inStoreWords<T>(_ path: String, _ body: () throws -> T) throws(StoreError) -> T {
  do {
    return try body()
  } catch var error as StoreError {
    error.file = error.file ?? path
    throw error
  } catch let error as SQLiteTrouble {
    throw error.storeError(path)
  } catch let error as DatabaseError {
    throw SQLiteTrouble(error).storeError(path)
  } catch {
    throw StoreError(.file, "\(error)", file: path)
  }
}
