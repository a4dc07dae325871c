import GRDB
import GRDBSQLite
import Glibc
import Synchronization

/// One connection to a store's file, with every setting that the store relies on in force.
///
/// `@unchecked`: the prepared statements are touched only inside `run`, which GRDB's queue lets in
/// one at a time.
final class Connection: @unchecked Sendable {
  enum Use: Hashable {
    case read
    /// Through a descriptor that cannot write to the file.
    case readOnly
    case write
    /// Of a file that nobody else knows yet; closing it leaves one file, without a log beside it.
    case make
  }

  let path: String
  private let queue: DatabaseQueue
  private let authorizer = RuntimeAuthorizer()
  private var statements: [String: PreparedStatement] = [:]
  /// Pages in the write-ahead log after the last COMMIT of this connection.
  private let logPages = Mutex(0)
  private let didCommit: @Sendable () -> Void

  /// Opens a file that is there already.
  ///
  /// - Parameter didCommit: called after every COMMIT that reached the write-ahead log.
  init(
    _ path: String, for use: Use, probe: StoreProbe? = nil,
    didCommit: @escaping @Sendable () -> Void = {}
  ) throws(StoreError) {
    self.path = path
    self.didCommit = didCommit
    queue = try inStoreWords(path) {
      guard NoSymlinks.isInForce else {
        throw StoreError(.file, "SQLite's file layer could not be set up", file: path)
      }
      var configuration = Configuration()
      configuration.label = "vigil"
      configuration.readonly = use == .readOnly
      configuration.busyMode = .timeout(5)
      configuration.foreignKeysEnabled = true
      configuration.acceptsDoubleQuotedStringLiterals = false
      // A backup reads one state over several accesses; and where a ROLLBACK fails with the disk,
      // GRDB would end the program instead of letting the failure be told.
      configuration.allowsUnsafeTransactions = true
      configuration.prepareDatabase { db in
        if use != .make, let refused = ConnectionGuard.harden(try Self.handle(db)) {
          throw StoreError(.file, "SQLite would not set \(refused)", file: path)
        }
        try db.execute(sql: "PRAGMA cell_size_check = ON")
      }
      return try DatabaseQueue(path: path, configuration: configuration)
    }
    try run { db in
      let handle = try Self.handle(db)
      try db.execute(sql: "PRAGMA synchronous = FULL")
      let synchronous = try Int.fetchOne(db, sql: "PRAGMA synchronous")
      guard synchronous == 2 else {
        throw StoreError(
          .notDurable,
          "writing durably is not in force (synchronous reads"
            + " \(synchronous.map(String.init) ?? "nothing"), not 2)",
          file: path, remedy: "Nothing can be saved safely with this SQLite; report it")
      }
      if use == .read || use == .readOnly { try db.execute(sql: "PRAGMA query_only = ON") }
      if use == .write {
        probe?.opened(synchronous: 2)
        sqlite3_wal_hook(
          handle,
          { context, _, _, pages in
            guard let context else { return SQLITE_OK }
            Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue()
              .committed(pages: Int(pages))
            return SQLITE_OK
          },
          Unmanaged.passUnretained(self).toOpaque())
      }
      authorizer.register(on: handle)
    }
  }

  deinit { try? close() }

  /// Runs `body` alone on this connection.
  func run<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    try inStoreWords(path) { try queue.inDatabase(body) }
  }

  /// Runs `body`, which may change the schema.
  func runChangingSchema<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    try run { db in try changingSchema { try body(db) } }
  }

  /// Lets the schema be changed while `body` runs; inside `run` only.
  func changingSchema<T>(_ body: () throws -> T) rethrows -> T {
    try authorizer.permittingSchemaChanges(body)
  }

  func close() throws(StoreError) {
    try run { _ in statements = [:] }
    try inStoreWords(path) { try queue.close() }
  }

  /// The statement of that text, prepared once; inside `run` only.
  func statement(_ sql: String, _ db: Database) throws -> PreparedStatement {
    if let known = statements[sql] { return known }
    let statement = try PreparedStatement(sql, on: Self.handle(db))
    statements[sql] = statement
    return statement
  }

  static func handle(_ db: Database) throws -> OpaquePointer {
    guard let handle = db.sqliteConnection else {
      throw SQLiteTrouble(code: SQLITE_MISUSE, message: "the connection is closed", statement: nil)
    }
    return handle
  }

  private func committed(pages: Int) {
    logPages.withLock { $0 = pages }
    didCommit()
  }

  /// How long the write-ahead log was after the last COMMIT.
  var pagesInLog: Int { logPages.withLock { $0 } }

  /// Copies the log into the file as far as no reader needs the older pages. Only under the turn.
  func checkpoint(_ db: Database, mode: Int32 = SQLITE_CHECKPOINT_PASSIVE) throws {
    let handle = try Self.handle(db)
    let code = sqlite3_wal_checkpoint_v2(handle, nil, mode, nil, nil)
    // A reader in the way is no failure: the next checkpoint copies the rest.
    guard code == SQLITE_OK || code == SQLITE_BUSY else {
      throw SQLiteTrouble(handle, statement: "wal_checkpoint")
    }
    logPages.withLock { $0 = 0 }
  }
}
