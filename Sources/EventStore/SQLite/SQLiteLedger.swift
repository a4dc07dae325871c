import Clinical
import GRDB

/// The store's file while a transaction takes events, and the rules' look-ups in it.
struct SQLiteLedger: Ledger {
  let connection: Connection
  let db: Database
  private(set) var head: ChainHead
  private(set) var lastStoredAt: Instant?

  private static let last = "SELECT seq, storedAt, hash FROM event ORDER BY seq DESC LIMIT 1"
  private static let byID = "SELECT \(EventRow.columns) FROM event WHERE id = ?1"
  private static let correctors = "SELECT \(EventRow.columns) FROM event WHERE corrects = ?1"
  private static let retractors = "SELECT \(EventRow.columns) FROM event WHERE retracts = ?1"

  private static let later = "SELECT 1 FROM event WHERE patient IS ?1 AND seq > ?2 LIMIT 1"

  init(_ connection: Connection, _ db: Database, genesis: ChainHash) throws {
    self.connection = connection
    self.db = db
    head = ChainHead(seq: 0, hash: genesis)
    try connection.statement(Self.last, db).use { row in
      guard try row.step() else { return }
      let time = row.instant(1)
      guard let hash = ChainHash(bytes: row.bytes(2)), EventRow.positions.contains(row.int(0)),
        time.microseconds == row.int(1)
      else {
        throw StoreError(
          .damaged, "the last event has no hash, or an impossible position or time",
          file: connection.path, remedy: "Run vigil verify, and restore from a backup")
      }
      head = ChainHead(seq: row.int(0), hash: hash)
      lastStoredAt = time
    }
  }

  func stored(_ id: EventID) throws(StoreError) -> StoredEvent? {
    try rows(Self.byID, id).first
  }

  func naming(_ id: EventID) throws(StoreError) -> [StoredEvent] {
    let corrections = try rows(Self.correctors, id)
    let retractions = try rows(Self.retractors, id)
    if retractions.isEmpty { return corrections }
    return (corrections + retractions).sorted { $0.seq < $1.seq }
  }

  func hasEvent(of patient: PatientID?, after seq: Int64) throws(StoreError) -> Bool {
    try inStoreWords(connection.path) {
      try connection.statement(Self.later, db).use { row in
        row.bind(text: patient?.text, at: 1)
        row.bind(seq, at: 2)
        return try row.step()
      }
    }
  }

  mutating func insert(_ stored: StoredEvent, _ event: Event) throws(StoreError) {
    try inStoreWords(connection.path) {
      try connection.statement(EventRow.insert, db).use { row in
        EventRow.bind(stored, event, to: row)
        _ = try row.step()
      }
    }
    head = ChainHead(seq: stored.seq, hash: stored.hash)
    lastStoredAt = stored.storedAt
  }

  private func rows(_ sql: String, _ id: EventID) throws(StoreError) -> [StoredEvent] {
    try inStoreWords(connection.path) {
      try connection.statement(sql, db).use { row in
        row.bind(blob: id.bytes, at: 1)
        var found: [StoredEvent] = []
        while try row.step() { found.append(try EventRow.read(row)) }
        return found
      }
    }
  }
}
