import Clinical

/// How an event stands in its row.
enum EventRow {
  /// The columns that make a `StoredEvent`, in the order in which `read` takes them.
  static let columns = "seq, storedAt, id, patient, kind, body, contentHash, previousHash, hash"

  static let insert = """
    INSERT INTO event (seq, id, patient, kind, at, atIsDay, recordedAt, storedAt, "by", role,
      source, "set", corrects, retracts, contentHash, body, previousHash, hash)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
    """

  /// Positions that a store can have: more than will ever be, and no sum with one overflows.
  static let positions: ClosedRange<Int64> = 1...9_007_199_254_740_991

  /// Reads the row on which a statement stands.
  ///
  /// - Throws: `damaged` for a position, time, id or hash that is none.
  static func read(_ row: PreparedStatement) throws(StoreError) -> StoredEvent {
    let seq = row.int(0)
    guard positions.contains(seq), row.instant(1).microseconds == row.int(1) else {
      throw StoreError(
        .damaged, "event \(seq) has an impossible position or time of storing",
        remedy: "Run vigil verify, and restore from a backup")
    }
    guard let id = row.id(2),
      let previous = ChainHash(bytes: row.bytes(7)), let hash = ChainHash(bytes: row.bytes(8))
    else {
      throw StoreError(
        .damaged, "event \(seq) has an id or a hash of the wrong length",
        remedy: "Run vigil verify, and restore from a backup")
    }
    return StoredEvent(
      seq: seq, storedAt: Instant(microseconds: row.int(1)), id: id,
      patient: row.text(3).flatMap(PatientID.init), kind: row.text(4) ?? "", body: row.bytes(5),
      contentHash: row.bytes(6), previousHash: previous, hash: hash)
  }

  static func bind(_ stored: StoredEvent, _ event: Event, to row: PreparedStatement) {
    let (at, isDay) = place(of: event.at)
    row.bind(stored.seq, at: 1)
    row.bind(blob: stored.id.bytes, at: 2)
    row.bind(text: stored.patient?.text, at: 3)
    row.bind(text: stored.kind, at: 4)
    row.bind(at, at: 5)
    row.bind(isDay ? 1 : 0, at: 6)
    row.bind(event.recordedAt?.microseconds, at: 7)
    row.bind(stored.storedAt.microseconds, at: 8)
    row.bind(text: event.by, at: 9)
    row.bind(text: event.role?.rawValue, at: 10)
    row.bind(text: event.source, at: 11)
    row.bind(blob: event.set?.bytes, at: 12)
    row.bind(blob: event.corrects?.bytes, at: 13)
    row.bind(blob: event.retracts?.bytes, at: 14)
    row.bind(blob: stored.contentHash, at: 15)
    row.bind(utf8: stored.body, at: 16)
    row.bind(blob: stored.previousHash.bytes, at: 17)
    row.bind(blob: stored.hash.bytes, at: 18)
  }

  /// The column `at`: a moment, or the UTC midnight of a date, whose true beginning depends on the
  /// site's zone and is never read from here.
  static func place(of time: EventTime) -> (at: Int64, isDay: Bool) {
    switch time {
    case .moment(let instant, _): (instant.microseconds, false)
    case .day(let date): (date.dayNumber * 86_400_000_000, true)
    }
  }
}
