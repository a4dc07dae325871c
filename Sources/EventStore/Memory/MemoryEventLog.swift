package import Clinical
package import EventText
import Synchronization

/// A record held in memory: what a file graded without a store, a demo and a test need.
package final class MemoryEventLog: EventLog, PersonalNotes, Checkpoints {
  package let identity: StoreIdentity
  let reader: EventReader
  let contents: Mutex<MemoryLedger>

  /// An empty record.
  package init(
    id: EventID, kind: StoreKind = .ward, createdAt: Instant, reader: EventReader
  ) {
    identity = StoreIdentity(id: id, kind: kind, format: Schema.format, createdAt: createdAt)
    self.reader = reader
    contents = Mutex(MemoryLedger(genesis: .genesis(of: id)))
  }

  package func append(
    _ events: [SentEvent], by author: Authorship, together: Bool, clock: StoreClock
  ) throws(StoreError) -> [AppendOutcome] {
    let now = clock()
    let items = Prepared.each(of: events, by: author, at: now, in: identity.kind)
    let run = AppendRun(
      admission: Admission(
        reader: reader, entry: author.entry, expects: author.expects), now: now)
    let result = contents.withLock { ledger in
      Result { () throws(StoreError) in
        try run.take(items, into: &ledger, together: together)
      }
    }
    return try result.get()
  }

  package func head() -> ChainHead { contents.withLock { $0.head } }

  package func position() -> Int64 { contents.withLock { $0.head.seq } }

  package func events(after seq: Int64, limit: Int) -> [StoredEvent] {
    contents.withLock { Array($0.events.dropFirst(Int(max(0, seq))).prefix(max(0, limit))) }
  }

  package func events(of patient: PatientID?, after seq: Int64) -> [StoredEvent] {
    contents.withLock { ledger in
      (ledger.byPatient[patient] ?? []).filter { $0 >= seq }.map { ledger.events[$0] }
    }
  }

  package func event(_ id: EventID) -> StoredEvent? { contents.withLock { $0.stored(id) } }

  package func patients() -> [PatientID] {
    contents.withLock { $0.byPatient.keys.compactMap { $0 }.sorted() }
  }
}
