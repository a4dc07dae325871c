package import Clinical
import GRDB

extension SQLiteEventLog {
  package func head() throws(StoreError) -> ChainHead {
    let genesis = genesis
    return try readConnection.run { db in
      try SQLiteLedger(readConnection, db, genesis: genesis).head
    }
  }

  package func position() throws(StoreError) -> Int64 {
    try readConnection.run { db in
      try readConnection.statement("SELECT max(seq) FROM event", db).use { row in
        try row.step() ? row.int(0) : 0
      }
    }
  }

  package func events(after seq: Int64, limit: Int) throws(StoreError) -> [StoredEvent] {
    try rows("SELECT \(EventRow.columns) FROM event WHERE seq > ?1 ORDER BY seq LIMIT ?2") {
      $0.bind(seq, at: 1)
      $0.bind(Int64(max(0, limit)), at: 2)
    }
  }

  package func events(of patient: PatientID?, after seq: Int64) throws(StoreError)
    -> [StoredEvent]
  {
    // IS, for the events of no patient too.
    let sql = """
      SELECT \(EventRow.columns) FROM event WHERE patient IS ?1 AND seq > ?2 ORDER BY seq
      """
    return try rows(sql) {
      $0.bind(text: patient?.text, at: 1)
      $0.bind(seq, at: 2)
    }
  }

  package func event(_ id: EventID) throws(StoreError) -> StoredEvent? {
    try rows("SELECT \(EventRow.columns) FROM event WHERE id = ?1") {
      $0.bind(blob: id.bytes, at: 1)
    }.first
  }

  package func patients() throws(StoreError) -> [PatientID] {
    // Hops from patient to patient in the index, for there are many events of each.
    let sql = """
      WITH RECURSIVE hop (patient) AS (
        SELECT min(patient) FROM event
        UNION ALL
        SELECT (SELECT min(patient) FROM event WHERE patient > hop.patient)
        FROM hop WHERE hop.patient IS NOT NULL)
      SELECT patient FROM hop WHERE patient IS NOT NULL
      """
    return try readConnection.run { db in
      try String.fetchAll(db, sql: sql).compactMap(PatientID.init).sorted()
    }
  }

  func rows(_ sql: String, _ bind: (PreparedStatement) -> Void) throws(StoreError)
    -> [StoredEvent]
  {
    try readConnection.run { db in
      try readConnection.statement(sql, db).use { row in
        bind(row)
        var found: [StoredEvent] = []
        while try row.step() { found.append(try EventRow.read(row)) }
        return found
      }
    }
  }

  /// Checks the last links of the chain against the stored bytes.
  ///
  /// - Throws: `damaged`, with the first position that does not hold.
  func checkLastLinks() throws(StoreError) {
    let end = try head().seq
    let first = try readConnection.run { db in
      try Int64.fetchOne(db, sql: "SELECT min(seq) FROM event")
    }
    if let first, first != 1 {
      throw StoreError(
        .damaged, "the record begins with event \(first), not 1", file: place.path,
        remedy: "Run vigil verify to see what else; restore from a backup")
    }
    var previous: ChainHash?
    let start = max(0, end - Self.linksChecked)
    if start == 0 { previous = genesis }
    for event in try events(after: max(0, start - 1), limit: Int(Self.linksChecked) + 1) {
      if let previous {
        let expected = previous.next(seq: event.seq, storedAt: event.storedAt, body: event.body)
        if event.previousHash != previous || event.hash != expected {
          throw StoreError(
            .damaged,
            "event \(event.seq) does not agree with the chain: it was altered after it"
              + " was stored, or the file is damaged", file: place.path,
            remedy: "Run vigil verify to see what else; restore from a backup")
        }
      }
      previous = event.hash
    }
  }
}
