import Clinical
import EventText

/// Takes prepared events into a ledger, one after the other, under the same rules for every maker
/// of a store.
struct AppendRun {
  let admission: Admission
  let now: Instant

  /// - Parameters:
  ///   - items: what preparation made of each event.
  ///   - mayContinue: asked before each event but the first and those of the same `set` as the
  ///     one before; `false` ends the run early.
  /// - Returns: the outcomes of as many events as were treated.
  func take(
    _ items: some Collection<Result<Prepared, Refusal>>, into ledger: inout some Ledger,
    while mayContinue: () -> Bool = { true }
  ) throws(StoreError) -> [AppendOutcome] {
    var outcomes: [AppendOutcome] = []
    outcomes.reserveCapacity(items.count)
    if let refusal = try admission.unmet(in: ledger) { return items.map { _ in .refused(refusal) } }
    var set: EventID?
    for item in items {
      let next = try? item.get().event.set
      if !outcomes.isEmpty, next == nil || next != set, !mayContinue() { break }
      set = next
      switch item {
      case .failure(let refusal): outcomes.append(.refused(refusal))
      case .success(let prepared): outcomes.append(try take(prepared, into: &ledger))
      }
    }
    return outcomes
  }

  /// Takes events into a ledger that is a value. With `together` one that is refused leaves the
  /// ledger as it was.
  func take(
    _ items: some Collection<Result<Prepared, Refusal>>, into ledger: inout some Ledger,
    together: Bool
  ) throws(StoreError) -> [AppendOutcome] {
    let before = together ? ledger : nil
    let outcomes = try take(items, into: &ledger)
    guard let before, outcomes.contains(where: { $0.refusal != nil }) else { return outcomes }
    ledger = before
    return Self.withheld(outcomes)
  }

  private func take(
    _ prepared: Prepared, into ledger: inout some Ledger
  ) throws(StoreError) -> AppendOutcome {
    switch try admission.judge(prepared, in: ledger) {
    case .duplicate(let seq): return .duplicate(seq: seq, id: prepared.event.id)
    case .refuse(let refusal): return .refused(refusal)
    case .overtaken(let refusal, let newest): return .overtaken(refusal, newest: newest)
    case .take(let accepted, let findings):
      let seq = ledger.head.seq + 1
      // Strictly increasing, even when the clock was set back.
      let storedAt = ledger.lastStoredAt.map { max(now, $0 + TimeSpan(microseconds: 1)) } ?? now
      let stored = StoredEvent(
        seq: seq, storedAt: storedAt, id: accepted.event.id, patient: accepted.event.patient,
        kind: accepted.event.kind.rawValue, body: accepted.body,
        contentHash: accepted.sent.contentHash, previousHash: ledger.head.hash,
        hash: ledger.head.hash.next(seq: seq, storedAt: storedAt, body: accepted.body))
      try ledger.insert(stored, accepted.event)
      return .stored(seq: seq, id: stored.id, storedAt: storedAt, findings: findings)
    }
  }

  /// The outcomes of a form of which one event was refused: nothing of it is stored.
  static func withheld(_ outcomes: [AppendOutcome]) -> [AppendOutcome] {
    outcomes.map { outcome in
      if case .stored(_, let id, _, _) = outcome { .withheld(id: id) } else { outcome }
    }
  }
}
