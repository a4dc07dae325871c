import Clinical
import GRDB
import GRDBSQLite

/// One statement on SQLite's own handle: those that run once for every event, where GRDB's values
/// would cost more than the statement, and those that read rows of a file that may be damaged.
///
/// Used only where its connection's queue runs, and gone before the connection closes.
final class PreparedStatement {
  private let connection: OpaquePointer
  private let handle: OpaquePointer
  let sql: String

  // Tells SQLite to copy what is bound; the header's macro does not import.
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init(_ sql: String, on connection: OpaquePointer) throws(SQLiteTrouble) {
    var handle: OpaquePointer?
    let code = sqlite3_prepare_v3(
      connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
    guard code == SQLITE_OK, let handle else {
      throw SQLiteTrouble(connection, statement: sql)
    }
    self.connection = connection
    self.handle = handle
    self.sql = sql
  }

  deinit { sqlite3_finalize(handle) }

  /// The rows of a statement that runs now and then.
  ///
  /// Unlike GRDB's rows, these give something for whatever a damaged file holds, and never end the
  /// program.
  static func rows<T>(
    _ sql: String, _ db: Database, _ bind: (PreparedStatement) -> Void = { _ in },
    read: (PreparedStatement) throws -> T
  ) throws -> [T] {
    let statement = try PreparedStatement(sql, on: Connection.handle(db))
    bind(statement)
    var found: [T] = []
    while try statement.step() { found.append(try read(statement)) }
    return found
  }

  func bind(_ value: Int64?, at index: Int32) {
    if let value { sqlite3_bind_int64(handle, index, value) } else { bindNull(at: index) }
  }

  func bind(text: String?, at index: Int32) {
    guard var text else { return bindNull(at: index) }
    text.withUTF8 { bytes in
      _ = bytes.withMemoryRebound(to: CChar.self) {
        sqlite3_bind_text(handle, index, $0.baseAddress, Int32($0.count), Self.transient)
      }
    }
  }

  func bind(utf8 bytes: [UInt8], at index: Int32) {
    bytes.withUnsafeBufferPointer { buffer in
      _ = buffer.withMemoryRebound(to: CChar.self) {
        sqlite3_bind_text(handle, index, $0.baseAddress, Int32($0.count), Self.transient)
      }
    }
  }

  func bind(blob bytes: [UInt8]?, at index: Int32) {
    guard let bytes else { return bindNull(at: index) }
    _ = bytes.withUnsafeBytes {
      sqlite3_bind_blob(handle, index, $0.baseAddress, Int32($0.count), Self.transient)
    }
  }

  private func bindNull(at index: Int32) { sqlite3_bind_null(handle, index) }

  /// Goes to the next row; false after the last.
  func step() throws(SQLiteTrouble) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw SQLiteTrouble(connection, statement: sql)
    }
  }

  /// Runs `body`, then makes the statement ready for its next use, whatever happened.
  func use<T>(_ body: (PreparedStatement) throws -> T) rethrows -> T {
    defer {
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
    }
    return try body(self)
  }

  func int(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  /// A time, drawn into the years that an event may carry, outside of which none was ever written.
  func instant(_ column: Int32) -> Instant {
    min(max(Instant(microseconds: int(column)), .earliest), .latest)
  }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  /// The bytes of a text or blob; empty for NULL.
  func bytes(_ column: Int32) -> [UInt8] {
    guard let start = sqlite3_column_blob(handle, column) else { return [] }
    let count = Int(sqlite3_column_bytes(handle, column))
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// The id in a blob of 16 bytes; `nil` for anything else. Read in place, for it is read for
  /// every event.
  func id(_ column: Int32) -> EventID? {
    guard sqlite3_column_bytes(handle, column) == 16,
      let start = sqlite3_column_blob(handle, column)
    else { return nil }
    let high = start.loadUnaligned(as: UInt64.self)
    let low = start.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    return EventID(high: UInt64(bigEndian: high), low: UInt64(bigEndian: low))
  }

  func text(_ column: Int32) -> String? {
    isNull(column) ? nil : String(decoding: bytes(column), as: UTF8.self)
  }
}
