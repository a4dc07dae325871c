import Clinical
import GRDB

/// An entry of the holding list as it stands in its row, with whether it is what was saved.
struct HeldRow {
  static let columns = """
    id, receivedAt, source, subject, patient, reason, text, content, outcome, settledAt, settledBy,
    note, digest
    """

  var message: HeldMessage
  var isSound: Bool

  static func hasTable(_ db: Database) throws -> Bool {
    try Int.fetchOne(
      db, sql: "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'held'") != nil
  }

  /// Rows in the order in which they came; none where nothing was ever held.
  static func rows(_ condition: String, _ db: Database) throws -> [HeldRow] {
    guard try hasTable(db) else { return [] }
    return try PreparedStatement.rows(
      "SELECT \(columns) FROM held WHERE \(condition) ORDER BY receivedAt, id", db,
      read: HeldRow.init)
  }

  private init(_ row: PreparedStatement) {
    let settlement = row.text(8).flatMap(HeldMessage.Settlement.Outcome.init).map {
      HeldMessage.Settlement(
        outcome: $0, at: row.instant(9), by: row.text(10) ?? "", note: row.text(11))
    }
    message = HeldMessage(
      receivedAt: row.instant(1), source: row.text(2) ?? "", subject: row.text(3) ?? "",
      patient: row.text(4).flatMap(PatientID.init), reason: row.text(5) ?? "",
      text: row.text(6) ?? "", content: row.bytes(7), settlement: settlement)
    isSound = row.bytes(0) == message.id && row.bytes(12) == Self.digest(message)
  }

  static func digest(_ message: HeldMessage) -> [UInt8] {
    var text = message.id
    let parts = [
      "\(message.receivedAt.microseconds)", message.source, message.subject,
      message.patient?.text ?? "", message.reason, message.text,
      message.settlement?.outcome.rawValue ?? "",
      message.settlement.map { "\($0.at.microseconds)" } ?? "", message.settlement?.by ?? "",
      message.settlement?.note ?? "",
    ]
    for part in parts { text += "\(part.utf8.count):\(part)\n".utf8 }
    return ContentDigest.sha256(text[...])
  }
}

extension Schema {
  /// Not among the objects with which a store is made: it comes with the first entry.
  static let heldTable: (name: String, sql: String) = (
    "held",
    """
    CREATE TABLE held (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 32),
      receivedAt INTEGER NOT NULL,
      source TEXT NOT NULL,
      subject TEXT NOT NULL,
      patient TEXT,
      reason TEXT NOT NULL,
      text TEXT NOT NULL,
      content BLOB NOT NULL,
      outcome TEXT,
      settledAt INTEGER,
      settledBy TEXT,
      note TEXT,
      digest BLOB NOT NULL
    ) STRICT, WITHOUT ROWID
    """
  )
}
