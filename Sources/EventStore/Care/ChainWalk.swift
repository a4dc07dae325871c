import Clinical
import EventText
import GRDB

/// Goes along the chain from its beginning and names every event that does not agree with it.
struct ChainWalk {
  let store: EventID?
  /// What the file says it is; `nil` where it says nothing that is known.
  let kind: StoreKind?
  let reader: EventReader
  let head: ChainHash?
  let anchors: [Anchor]

  private(set) var events: Int64 = 0
  private(set) var faults: [VerifyReport.Fault] = []
  /// The hash of the last event read, as it is stored.
  private(set) var lastHash: ChainHash?
  // What the last event's hash should be; the same as stored when all is well.
  private var lastComputed: ChainHash?
  private var lastSeq: Int64 = 0
  private var lastStoredAt: Instant?
  private var headIsMet = false
  private var anchorsMet: Set<Int> = []

  init(
    store: EventID?, _ kind: StoreKind?, reader: EventReader, head: ChainHash?, anchors: [Anchor]
  ) {
    self.store = store
    self.kind = kind
    self.reader = reader
    self.head = head
    self.anchors = anchors
    lastHash = store.map(ChainHash.genesis)
    lastComputed = lastHash
  }

  private mutating func note(_ seq: Int64?, _ what: String) {
    faults.append(VerifyReport.Fault(seq: seq, what: what))
  }

  mutating func run(_ connection: Connection, _ db: Database) throws {
    meet(0, lastHash)
    let sql = "SELECT \(EventRow.columns), \(ProjectedColumns.list) FROM event ORDER BY seq"
    do {
      let statement = try PreparedStatement(sql, on: Connection.handle(db))
      try statement.use { row in
        while try row.step() { check(row) }
      }
    } catch let trouble as SQLiteTrouble {
      note(lastSeq + 1, "the events from here on cannot be read: \(trouble.message)")
    }
    checkExpectations()
  }

  private mutating func check(_ row: PreparedStatement) {
    let seq = row.int(0)
    events += 1
    guard EventRow.positions.contains(seq) else {
      note(seq, "is no position that an event can have")
      return
    }
    if seq != lastSeq + 1 {
      note(
        lastSeq + 1, seq == lastSeq + 2 ? "is missing" : "is missing, and all up to \(seq - 1)")
    }
    defer { lastSeq = seq }
    let stored: StoredEvent
    do throws(StoreError) {
      stored = try EventRow.read(row)
    } catch {
      note(seq, error.problem)
      (lastHash, lastComputed) = (nil, nil)
      return
    }
    checkLink(stored)
    checkContent(stored, row)
    meet(seq, stored.hash)
    lastStoredAt = stored.storedAt
  }

  private mutating func checkLink(_ stored: StoredEvent) {
    let computed = stored.previousHash.next(
      seq: stored.seq, storedAt: stored.storedAt, body: stored.body)
    if computed != stored.hash {
      note(stored.seq, "the body, its time of storing, its position or its hash was altered")
    }
    if stored.seq == lastSeq + 1, let lastHash, let lastComputed,
      stored.previousHash != lastHash, stored.previousHash != lastComputed
    {
      note(stored.seq, "does not follow the event before it")
    }
    if let lastStoredAt, stored.storedAt <= lastStoredAt {
      note(stored.seq, "is not stored later than the event before it")
    }
    lastHash = stored.hash
    lastComputed = computed
  }

  private mutating func checkContent(_ stored: StoredEvent, _ row: PreparedStatement) {
    do throws(Refusal) {
      let event = try stored.read(reader)
      if let differing = ProjectedColumns(row).difference(from: event, stored) {
        note(stored.seq, "the column \(differing) does not agree with the body")
      }
      if let kind, !kind.holds(event) {
        note(stored.seq, "\(event.kind.rawValue) does not belong in \(kind.text)")
      }
      if !SameContent.accepts(stored.contentHash, body: stored.body) {
        note(stored.seq, "the content hash does not agree with the body")
      }
    } catch {
      let field = error.field.map { "\($0): " } ?? ""
      note(stored.seq, "the body is no event: \(field)\(error.problem)")
    }
  }

  private mutating func meet(_ seq: Int64, _ hash: ChainHash?) {
    guard let hash else { return }
    if hash == head { headIsMet = true }
    for (index, anchor) in anchors.enumerated()
    where anchor.events == seq && anchor.head == hash && anchor.store == store {
      anchorsMet.insert(index)
    }
  }

  private mutating func checkExpectations() {
    if let head, !headIsMet {
      note(
        lastSeq,
        "the record does not contain the head \(head): its end was cut off, an older copy was put"
          + " back, or the chain was rebuilt")
    }
    for (index, anchor) in anchors.enumerated() where !anchorsMet.contains(index) {
      if anchor.store != store {
        note(nil, "the anchor at \(anchor.events) events is of another store, \(anchor.store)")
      } else if anchor.events > lastSeq {
        note(
          lastSeq,
          "the record ends here, and an anchor knows \(anchor.events) events: its end was cut off"
            + " or an older copy was put back")
      } else {
        note(
          anchor.events,
          "the hash is not the one of the anchor, \(anchor.head): the chain was"
            + " rebuilt")
      }
    }
  }
}
