import Clinical
import Foundation
import GRDB

extension SQLiteEventLog: HoldingList {
  package func hold(_ message: HeldMessage) throws(StoreError) -> Bool {
    let kept = try write(now: message.receivedAt) { connection, db -> Ending<Bool?> in
      if try !HeldRow.hasTable(db) {
        try connection.changingSchema { try db.execute(sql: Schema.heldTable.sql) }
      }
      let id = Data(message.id)
      if try Int.fetchOne(db, sql: "SELECT 1 FROM held WHERE id = ?", arguments: [id]) != nil {
        return .rollBack(false)
      }
      let waiting =
        try Int.fetchOne(db, sql: "SELECT count(*) FROM held WHERE outcome IS NULL") ?? 0
      guard waiting < mostHeldMessages else { return .rollBack(nil) }
      try Self.put(message, db)
      return .commit(true)
    }
    guard let kept else {
      throw StoreError(
        .notSaved, "\(mostHeldMessages) messages wait already, and no more are kept",
        file: place.path,
        remedy: "Work off the holding list in the console")
    }
    return kept
  }

  package func waiting() throws(StoreError) -> [HeldMessage] {
    try readConnection.run { db in
      try HeldRow.rows("outcome IS NULL", db).filter(\.isSound).map(\.message)
    }
  }

  package func countWaiting() throws(StoreError) -> Int {
    try readConnection.run { db in
      guard try HeldRow.hasTable(db) else { return 0 }
      return try Int.fetchOne(db, sql: "SELECT count(*) FROM held WHERE outcome IS NULL") ?? 0
    }
  }

  package func waitingGroups() throws(StoreError) -> [HeldMessageGroup] {
    try readConnection.run { db in
      guard try HeldRow.hasTable(db) else { return [] }
      // Of a bare column beside max() SQLite takes the row that has it.
      return try PreparedStatement.rows(
        """
        SELECT source, subject, patient, reason, count(*), min(receivedAt), max(receivedAt), text
        FROM held WHERE outcome IS NULL GROUP BY source, subject, patient, reason
        ORDER BY min(receivedAt), source, subject
        """, db
      ) { row in
        HeldMessageGroup(
          key: HeldMessageGroup.Key(
            source: row.text(0) ?? "", subject: row.text(1) ?? "",
            patient: row.text(2).flatMap(PatientID.init), reason: row.text(3) ?? ""),
          count: Int(clamping: row.int(4)), first: row.instant(5), last: row.instant(6),
          text: row.text(7) ?? "")
      }
    }
  }

  package func waiting(in group: HeldMessageGroup.Key) throws(StoreError) -> [HeldMessage] {
    try waiting().filter { $0.key == group }
  }

  package func heldMessage(_ id: [UInt8]) throws(StoreError) -> HeldMessage? {
    try readConnection.run { db in
      let digits = id.map { String($0 | 0, radix: 16) }.map { $0.count == 1 ? "0" + $0 : $0 }
      return try HeldRow.rows("id = x'\(digits.joined())'", db).first { $0.isSound }?.message
    }
  }

  package func update(_ message: HeldMessage) throws(StoreError) {
    try write(now: message.settlement?.at ?? message.receivedAt) { _, db in
      guard try HeldRow.hasTable(db) else { return .commit(()) }
      try db.execute(sql: "DELETE FROM held WHERE id = ?", arguments: [Data(message.id)])
      try Self.put(message, db)
      return .commit(())
    }
  }

  private static func put(_ message: HeldMessage, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO held (\(HeldRow.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        Data(message.id), message.receivedAt.microseconds, message.source, message.subject,
        message.patient?.text, message.reason, message.text, Data(message.content),
        message.settlement?.outcome.rawValue, message.settlement?.at.microseconds,
        message.settlement?.by, message.settlement?.note, Data(HeldRow.digest(message)),
      ])
  }
}
