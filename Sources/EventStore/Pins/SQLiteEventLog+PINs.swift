import Clinical
import Foundation
import GRDB

extension SQLiteEventLog: StationPINs {
  package func save(_ pin: KeptPIN) throws(StoreError) {
    try write(now: pin.setAt) { connection, db in
      if try !PINRow.hasTable(db) {
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

  package func loginsWithPIN() throws(StoreError) -> [String] {
    try readConnection.run { db in try PINRow.all(db).filter(\.isSound).map(\.pin.login) }
  }
}

/// A PIN as it stands in its row, with whether it is what was saved.
struct PINRow {
  static let columns = "login, salt, rounds, hash, setAt, setBy, digest"

  var pin: KeptPIN
  var isSound: Bool

  static func hasTable(_ db: Database) throws -> Bool {
    try Int.fetchOne(
      db, sql: "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'pin'") != nil
  }

  /// Every row, sorted by login; none where no PIN was ever set.
  static func all(_ db: Database) throws -> [PINRow] {
    guard try hasTable(db) else { return [] }
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
}
