package import Clinical
import Foundation
import GRDB

extension SQLiteEventLog: StationPINs {
  package func save(_ pin: KeptPIN) throws(StoreError) {
    try write(now: pin.setAt) { connection, db in
      if try !Schema.has(Schema.pinTable, db) {
        // Stores are made without it: it comes with the first PIN.
        try connection.changingSchema { try db.execute(sql: Schema.pinTable.sql) }
      }
      try db.execute(
        sql: """
          INSERT INTO pin (\(PINRow.columns)) VALUES (?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (login) DO UPDATE SET salt = excluded.salt, rounds = excluded.rounds,
            hash = excluded.hash, setAt = excluded.setAt, setBy = excluded.setBy,
            digest = excluded.digest
          """,
        arguments: [
          pin.login, Data(pin.salt), pin.rounds, Data(pin.hash), pin.setAt.microseconds, pin.setBy,
          Data(PINRow.digest(pin)),
        ])
      return .commit(())
    }
  }

  package func pin(of login: String) throws(StoreError) -> KeptPIN? {
    try readConnection.run { db in
      try PINRow.all(db).first { $0.pin.login == login && $0.isSound }?.pin
    }
  }

  package func wrongTries(of login: String) throws(StoreError) -> WrongTries? {
    try readConnection.run { db in
      guard try Schema.has(Schema.wrongTriesTable, db) else { return nil }
      return try PreparedStatement.rows(
        "SELECT login, count, until FROM wrongTries WHERE login = ?1", db,
        { $0.bind(text: login, at: 1) }
      ) { row in
        WrongTries(
          login: row.text(0) ?? "", count: Int(clamping: row.int(1)), until: row.instant(2))
      }.first
    }
  }

  package func save(_ tries: WrongTries, now: Instant) throws(StoreError) {
    try write(now: now) { connection, db in
      if try !Schema.has(Schema.wrongTriesTable, db) {
        try connection.changingSchema { try db.execute(sql: Schema.wrongTriesTable.sql) }
      }
      if tries.count > 0 {
        try db.execute(
          sql: "INSERT OR REPLACE INTO wrongTries (login, count, until) VALUES (?, ?, ?)",
          arguments: [tries.login, tries.count, tries.until.microseconds])
      } else {
        try db.execute(sql: "DELETE FROM wrongTries WHERE login = ?", arguments: [tries.login])
      }
      return .commit(())
    }
  }

  package func loginsWithPIN() throws(StoreError) -> [String] {
    try readConnection.run { db in try PINRow.all(db).filter(\.isSound).map(\.pin.login) }
  }
}

/// A PIN as it stands in its row, with whether it is what was saved.
struct PINRow {
  static let columns = "login, salt, rounds, hash, setAt, setBy, digest"

  var pin: KeptPIN
  var isSound: Bool

  /// Every row, sorted by login; none where no PIN was ever set.
  static func all(_ db: Database) throws -> [PINRow] {
    guard try Schema.has(Schema.pinTable, db) else { return [] }
    return try PreparedStatement.rows(
      "SELECT \(columns) FROM pin ORDER BY login", db, read: PINRow.init)
  }

  private init(_ row: PreparedStatement) {
    pin = KeptPIN(
      login: row.text(0) ?? "", salt: row.bytes(1), rounds: Int(clamping: row.int(2)),
      hash: row.bytes(3), setAt: row.instant(4), setBy: row.text(5) ?? "")
    isSound = Self.digest(pin) == row.bytes(6)
  }

  static func digest(_ pin: KeptPIN) -> [UInt8] {
    var text = Array("\(pin.login)\n\(pin.rounds)\n\(pin.setAt.microseconds)\n\(pin.setBy)\n".utf8)
    text += "\(pin.salt.count)\n".utf8
    text += pin.salt + pin.hash
    return ContentDigest.sha256(text[...])
  }
}

extension Schema {
  /// Tables that are made when they are first needed.
  static let optional = [pinTable, wrongTriesTable, preferenceTable, heldTable]

  /// True once the store has one of them.
  static func has(_ table: (name: String, sql: String), _ db: Database) throws -> Bool {
    try Int.fetchOne(
      db, sql: "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?",
      arguments: [table.name]) != nil
  }

  /// Not among the objects with which a store is made: stores without a PIN stay as they were.
  static let pinTable: (name: String, sql: String) = (
    "pin",
    """
    CREATE TABLE pin (
      login TEXT NOT NULL PRIMARY KEY,
      salt BLOB NOT NULL,
      rounds INTEGER NOT NULL,
      hash BLOB NOT NULL,
      setAt INTEGER NOT NULL,
      setBy TEXT NOT NULL,
      digest BLOB NOT NULL
    ) STRICT, WITHOUT ROWID
    """
  )

  /// The same: it comes with the first wrong PIN.
  static let wrongTriesTable: (name: String, sql: String) = (
    "wrongTries",
    """
    CREATE TABLE wrongTries (
      login TEXT NOT NULL PRIMARY KEY,
      count INTEGER NOT NULL,
      until INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """
  )
}
