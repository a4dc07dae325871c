package import Clinical
package import EventText
import Synchronization

/// A store as it would be with more events: they are taken under the store's own rules, seen by
/// those that follow, and kept in memory only. What `vigil import --dry-run` brings events into.
package final class Rehearsal: EventLog {
  package let identity: StoreIdentity
  private let base: SQLiteEventLog
  private let added: Mutex<Overlay>

  /// Begins with what `base` holds now; what others store meanwhile is seen too.
  package init(over base: SQLiteEventLog) throws(StoreError) {
    self.base = base
    identity = base.identity
    added = Mutex(Overlay(base: base, events: MemoryLedger(at: try base.head())))
  }

  package func append(
    _ events: [SentEvent], by author: Authorship, together: Bool, clock: StoreClock
  ) throws(StoreError) -> [AppendOutcome] {
    let now = clock()
    let items = Prepared.each(of: events, by: author, at: now, in: identity.kind)
    let run = AppendRun(
      admission: Admission(reader: base.reader, entry: author.entry, expects: author.expects),
      now: now)
    let result = added.withLock { overlay in
      Result { () throws(StoreError) in
        try run.take(items, into: &overlay, together: together)
      }
    }
    return try result.get()
  }

  package func head() throws(StoreError) -> ChainHead { added.withLock { $0.events.head } }

  package func position() throws(StoreError) -> Int64 { added.withLock { $0.events.head.seq } }

  package func events(after seq: Int64, limit: Int) throws(StoreError) -> [StoredEvent] {
    let stored = try base.events(after: seq, limit: limit)
    let more = added.withLock { overlay in overlay.events.events.filter { $0.seq > seq } }
    return Array((stored + more).prefix(max(0, limit)))
  }

  package func events(of patient: PatientID?, after seq: Int64) throws(StoreError)
    -> [StoredEvent]
  {
    let stored = try base.events(of: patient, after: seq)
    return stored
      + added.withLock { overlay in
        overlay.events.events.filter { $0.seq > seq && $0.patient == patient }
      }
  }

  package func event(_ id: EventID) throws(StoreError) -> StoredEvent? {
    if let event = added.withLock({ $0.events.stored(id) }) { return event }
    return try base.event(id)
  }

  package func patients() throws(StoreError) -> [PatientID] {
    let more = added.withLock { overlay in overlay.events.events.compactMap(\.patient) }
    return Set(try base.patients() + more).sorted()
  }
}

/// The rows of a store with those of a rehearsal behind them.
private struct Overlay: Ledger {
  let base: SQLiteEventLog
  var events: MemoryLedger

  var head: ChainHead { events.head }
  var lastStoredAt: Instant? { events.lastStoredAt }

  func stored(_ id: EventID) throws(StoreError) -> StoredEvent? {
    if let event = events.stored(id) { return event }
    return try base.event(id)
  }

  func naming(_ id: EventID) throws(StoreError) -> [StoredEvent] {
    try base.naming(id) + events.naming(id)
  }

  func hasEvent(of patient: PatientID?, after seq: Int64) throws(StoreError) -> Bool {
    if events.hasEvent(of: patient, after: seq) { return true }
    return try !base.events(of: patient, after: seq).isEmpty
  }

  mutating func insert(_ stored: StoredEvent, _ event: Event) throws(StoreError) {
    events.insert(stored, event)
  }
}

extension SQLiteEventLog {
  /// The events that correct or retract one, in order of `seq`.
  fileprivate func naming(_ id: EventID) throws(StoreError) -> [StoredEvent] {
    let genesis = genesis
    return try readConnection.run { db in
      try SQLiteLedger(readConnection, db, genesis: genesis).naming(id)
    }
  }
}
