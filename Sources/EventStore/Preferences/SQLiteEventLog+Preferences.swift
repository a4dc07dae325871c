import Clinical
import Foundation
import GRDB

extension SQLiteEventLog: Preferences {
  package func save(_ preference: Preference) throws(StoreError) {
    try write(now: preference.savedAt) { connection, db in
      if try !Schema.has(Schema.preferenceTable, db) {
        // Stores are made without it: it comes with the first preference.
        try connection.changingSchema { try db.execute(sql: Schema.preferenceTable.sql) }
      }
      try db.execute(
        sql: """
          INSERT INTO preference (\(PreferenceRow.columns)) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (login, name) DO UPDATE SET savedAt = excluded.savedAt,
            content = excluded.content, digest = excluded.digest
          """,
        arguments: [
          preference.login, preference.name, preference.savedAt.microseconds,
          Data(preference.content), Data(PreferenceRow.digest(preference)),
        ])
      return .commit(())
    }
  }

  package func preference(of login: String, name: String) throws(StoreError) -> Preference? {
    try readConnection.run { db in
      guard try Schema.has(Schema.preferenceTable, db) else { return nil }
      return try PreparedStatement.rows(
        "SELECT \(PreferenceRow.columns) FROM preference WHERE login = ?1 AND name = ?2", db,
        {
          $0.bind(text: login, at: 1)
          $0.bind(text: name, at: 2)
        }, read: PreferenceRow.init
      ).first { $0.isSound }?.preference
    }
  }
}

/// A preference as it stands in its row, with whether it is what was saved.
struct PreferenceRow {
  static let columns = "login, name, savedAt, content, digest"

  var preference: Preference
  var isSound: Bool

  /// Every row, by person and name; none where nothing was ever chosen.
  static func all(_ db: Database) throws -> [PreferenceRow] {
    guard try Schema.has(Schema.preferenceTable, db) else { return [] }
    return try PreparedStatement.rows(
      "SELECT \(columns) FROM preference ORDER BY login, name", db, read: PreferenceRow.init)
  }

  init(_ row: PreparedStatement) {
    preference = Preference(
      login: row.text(0) ?? "", name: row.text(1) ?? "", savedAt: row.instant(2),
      content: row.bytes(3))
    isSound = Self.digest(preference) == row.bytes(4)
  }

  static func digest(_ preference: Preference) -> [UInt8] {
    var text = Array(
      "\(preference.login)\n\(preference.name)\n\(preference.savedAt.microseconds)\n".utf8)
    text += preference.content
    return ContentDigest.sha256(text[...])
  }
}

extension Schema {
  /// Not among the objects with which a store is made: stores in which nobody chose stay as they were.
  static let preferenceTable: (name: String, sql: String) = (
    "preference",
    """
    CREATE TABLE preference (
      login TEXT NOT NULL,
      name TEXT NOT NULL,
      savedAt INTEGER NOT NULL,
      content BLOB NOT NULL,
      digest BLOB NOT NULL,
      PRIMARY KEY (login, name)
    ) STRICT, WITHOUT ROWID
    """
  )
}
