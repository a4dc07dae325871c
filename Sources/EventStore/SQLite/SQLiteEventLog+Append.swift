package import Clinical
package import EventText
import GRDB

extension SQLiteEventLog {
  /// The most events of one transaction, and the longest that one may hold the turn, so that no
  /// console waits for an import (contract 2).
  static let batchSize = 1000
  static let batchTime = TimeSpan(microseconds: 50_000)

  package func append(
    _ events: [SentEvent], by author: Authorship, together: Bool,
    clock: @Sendable () -> Instant
  ) throws(StoreError) -> [AppendOutcome] {
    if events.isEmpty { return [] }
    let now = clock()
    // Without any lock: filling in and writing the bodies is most of the work.
    let items = Prepared.each(of: events, by: author, at: now, in: identity.kind)
    let admission = Admission(
      reader: reader, entry: author.entry, expects: author.expects)
    if together {
      return try transaction(items[...], admission, together: true, clock: clock)
    }
    var outcomes: [AppendOutcome] = []
    outcomes.reserveCapacity(items.count)
    while outcomes.count < items.count {
      let rest = items[outcomes.count..<Self.endOfBatch(from: outcomes.count, in: items)]
      outcomes += try transaction(rest, admission, together: false, clock: clock)
    }
    return outcomes
  }

  // A batch ends between two sets, never within one.
  private static func endOfBatch(
    from start: Int, in items: [Result<Prepared, Refusal>]
  ) -> Int {
    var end = min(start + batchSize, items.count)
    while end < items.count, let set = try? items[end].get().event.set,
      let last = try? items[end - 1].get().event.set, set == last
    {
      end += 1
    }
    return end
  }

  // One transaction; without `together` it may end early, having treated at least one event.
  private func transaction(
    _ items: ArraySlice<Result<Prepared, Refusal>>, _ admission: Admission, together: Bool,
    clock: StoreClock
  ) throws(StoreError) -> [AppendOutcome] {
    let start = clock()
    return try write(now: start) { connection, db in
      let run = AppendRun(admission: admission, now: clock())
      var ledger = try SQLiteLedger(connection, db, genesis: self.genesis)
      let before = ledger.head
      let began = clock()
      let outcomes = try run.take(items, into: &ledger) {
        together || clock() - began < Self.batchTime
      }
      if together, outcomes.contains(where: { $0.refusal != nil }) {
        return .rollBack(AppendRun.withheld(outcomes))
      }
      return ledger.head == before ? .rollBack(outcomes) : .commit(outcomes)
    } whenUnknown: { outcomes in
      try self.areStored(outcomes)
    }
  }

  // Looks every event up on a fresh connection.
  private func areStored(_ outcomes: [AppendOutcome]) throws(StoreError) -> Bool {
    let fresh = try Connection(place.path, for: .read)
    defer { try? fresh.close() }
    return try fresh.run { db in
      let ledger = try SQLiteLedger(fresh, db, genesis: genesis)
      for case .stored(let seq, let id, _, _) in outcomes {
        guard try ledger.stored(id)?.seq == seq else { return false }
      }
      return true
    }
  }
}
