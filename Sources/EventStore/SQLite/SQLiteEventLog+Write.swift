import Clinical
import GRDB
import GRDBSQLite
import Glibc
import Synchronization

extension SQLiteEventLog {
  /// What a transaction came to.
  enum Ending<T> {
    case commit(T)
    case rollBack(T)
  }

  // Where a transaction was when it failed.
  private enum Stage {
    case working, committing, committed
  }

  /// Pages of the write-ahead log after which it is copied into the file: about 4 MB.
  static let pagesBeforeCheckpoint = 1000

  /// Runs one transaction: the turn, BEGIN IMMEDIATE, `body`, COMMIT. The only way in which
  /// anything is written once a store is open.
  ///
  /// - Parameter whenUnknown: asked when the answer to COMMIT was lost: whether what `body`
  ///   returned is in the store; `nil` when that cannot be told.
  /// - Throws: `busy`, `stopped`, `notSaved`, `unknownOutcome`, or what `body` throws; nothing is
  ///   saved but after `unknownOutcome`, when it is not known.
  func write<T>(
    now: Instant?, _ body: (Connection, Database) throws -> Ending<T>,
    whenUnknown: (T) throws -> Bool? = { _ in nil }
  ) throws(StoreError) -> T {
    let connection = try writer()
    var stage = Stage.working
    var result: T?
    do {
      return try connection.run { db in
        try turn.hold(now: now) {
          try checkStillThere()
          try db.execute(sql: "BEGIN IMMEDIATE")
          do {
            switch try body(connection, db) {
            case .rollBack(let value):
              try db.execute(sql: "ROLLBACK")
              return value
            case .commit(let value):
              result = value
              stage = .committing
              try commit(db)
              stage = .committed
              try checkpointIfLong(connection, db)
              return value
            }
          } catch {
            if db.isInsideTransaction { try? db.execute(sql: "ROLLBACK") }
            throw error
          }
        }
      }
    } catch {
      switch (stage, result) {
      case (.committed, let value?):
        // What was saved is saved; only the copying of the log failed.
        if error.endsWriting { stop(error) }
        return value
      case (.committing, let value?):
        stop(error)
        return try settle(value, after: error, whenUnknown)
      default:
        if error.endsWriting { stop(error) }
        throw error
      }
    }
  }

  private func commit(_ db: Database) throws {
    if opening.probe?.takeFault(.beforeCommit) == true { throw Self.simulated }
    try db.execute(sql: "COMMIT")
    if opening.probe?.takeFault(.afterCommit) == true { throw Self.simulated }
  }

  private static var simulated: SQLiteTrouble {
    SQLiteTrouble(code: SQLITE_IOERR, message: "disk I/O error", statement: "COMMIT")
  }

  // The answer to COMMIT was lost; the file tells.
  private func settle<T>(
    _ value: T, after error: StoreError, _ isStored: (T) throws -> Bool?
  ) throws(StoreError) -> T {
    let answer: Bool? = (try? isStored(value)) ?? nil
    if answer == true { return value }
    guard answer == false else {
      throw StoreError(
        .unknownOutcome, "it is not known whether this was saved: \(error.problem)",
        file: place.path, operation: "COMMIT",
        remedy: "Start Vigil again and look before entering it again", endsWriting: true)
    }
    throw StoreError(
      .notSaved, "this was not saved: \(error.problem)", file: place.path, operation: "COMMIT",
      remedy: error.remedy, endsWriting: true)
  }

  private func checkpointIfLong(_ connection: Connection, _ db: Database) throws {
    guard connection.pagesInLog >= Self.pagesBeforeCheckpoint else { return }
    opening.probe?.checkpointed(withTurn: turn.isHeld)
    try connection.checkpoint(db)
  }

  // A file put in the store's place would take events that nobody sees again.
  private func checkStillThere() throws(StoreError) {
    guard let now = FileStatus(path: place.path) else {
      throw StoreError(
        .stopped, "the store cannot be reached any more: \(systemError(errno)); nothing was saved",
        file: place.path, remedy: "Start Vigil again", endsWriting: true)
    }
    guard now.isSameFile(as: file) else {
      throw StoreError(
        .stopped, "the store was moved or replaced while it was open; nothing was saved",
        file: place.path, remedy: "Start Vigil again", endsWriting: true)
    }
  }

  /// The connection that writes, opened when it is first needed.
  func writer() throws(StoreError) -> Connection {
    let result = writing.withLock { state in
      Result { () throws(StoreError) -> Connection in
        switch state {
        case .ready(let connection): return connection
        case .stopped(let error):
          throw StoreError(
            .stopped,
            "nothing more is saved by this program since an earlier failure: \(error.problem)",
            file: place.path, remedy: error.remedy)
        case .forReading:
          throw StoreError(
            .stopped, "the store was opened for reading alone; nothing was saved", file: place.path)
        case .notYet:
          let probe = opening.probe
          let turn = turn
          let connection = try Connection(place.path, for: .write, probe: probe) {
            probe?.committed(withTurn: turn.isHeld)
          }
          try useWriteAheadLog(connection)
          state = .ready(connection)
          return connection
        }
      }
    }
    return try result.get()
  }

  // A store is made in this mode; a backup that was put in place by hand is not in it.
  private func useWriteAheadLog(_ connection: Connection) throws(StoreError) {
    try connection.run { db in
      let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode")
      if mode == "wal" { return }
      try turn.hold(now: nil) {
        try connection.changingSchema { try db.execute(sql: "PRAGMA journal_mode = WAL") }
      }
    }
  }

  private func stop(_ error: StoreError) {
    writing.withLock { $0 = .stopped(error) }
  }
}
