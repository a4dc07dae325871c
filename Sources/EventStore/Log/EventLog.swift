package import Clinical
package import EventText

/// The store's clock, handed in by whoever runs the program.
package typealias StoreClock = @Sendable () -> Instant

/// The record: a list of events that only grows.
///
/// Both makers, `SQLiteEventLog` and `MemoryEventLog`, follow the same rules (contract 1.1, 1.4
/// and 4) and pass the same tests. Calls block until done and may come from any thread; a screen
/// makes its appends away from its own thread.
package protocol EventLog: Sendable {
  var identity: StoreIdentity { get }

  /// Takes events, in order, and returns what became of each, in the same order.
  ///
  /// - Parameters:
  ///   - together: with `true`, all are stored in one transaction or none is, as a form's `set`
  ///     asks; with `false`, each stands on its own, and those of one call are stored in
  ///     transactions of at most 1,000 events or 50 ms.
  ///   - clock: read when the store takes the events.
  /// - Returns: once everything that it calls stored is durable.
  /// - Throws: when the store cannot be written; the error says whether anything was saved.
  func append(
    _ events: [SentEvent], by author: Authorship, together: Bool, clock: StoreClock
  ) throws(StoreError) -> [AppendOutcome]

  /// Where the chain ends now, other processes' events included.
  func head() throws(StoreError) -> ChainHead

  /// The position of the last event, other processes' included; readers follow the store by
  /// comparing it with the last that they have seen.
  func position() throws(StoreError) -> Int64

  /// At most `limit` events after a position, in order of `seq`.
  func events(after seq: Int64, limit: Int) throws(StoreError) -> [StoredEvent]

  /// A patient's events after a position, in order of `seq`; `nil` asks for the events of no
  /// patient: `site`, `user` and settings of the ward.
  func events(of patient: PatientID?, after seq: Int64) throws(StoreError) -> [StoredEvent]

  /// The event of that id.
  func event(_ id: EventID) throws(StoreError) -> StoredEvent?

  /// Every patient with an event, sorted by id.
  func patients() throws(StoreError) -> [PatientID]
}

extension EventLog {
  /// Every event of a patient.
  package func events(of patient: PatientID?) throws(StoreError) -> [StoredEvent] {
    try events(of: patient, after: 0)
  }

  /// Hands every event after a position to `body`, a thousand at a time, so that a long record
  /// is never held whole.
  package func forEachEvent<E: Error>(
    after seq: Int64 = 0, _ body: (StoredEvent) throws(E) -> Void
  ) throws {
    var last = seq
    while true {
      let page = try events(after: last, limit: 1000)
      for event in page { try body(event) }
      guard let end = page.last else { return }
      last = end.seq
    }
  }
}
