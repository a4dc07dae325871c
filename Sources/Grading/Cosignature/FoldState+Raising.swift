import Clinical

extension FoldState {
  /// Takes over the facts of one instant as `take` does, but of those that await their co-signature
  /// only what lowers neither scale: so nothing unsigned undoes what something unsigned has raised.
  mutating func takeRaising(
    _ facts: ArraySlice<Fact>, at t: Instant, zone: Zone, changes: inout [GradeChange]
  ) {
    guard facts.contains(where: \.event.awaitsCosignature) else {
      return take(facts, at: t, zone: zone, changes: &changes)
    }
    func after(_ taken: [Fact]) -> (state: FoldState, changes: [GradeChange]) {
      var (state, changes) = (self, [GradeChange]())
      state.take(taken[...], at: t, zone: zone, changes: &changes)
      return (state, changes)
    }
    var taken = facts.filter { !$0.event.awaitsCosignature }
    var outcome = after(taken)
    for fact in facts where fact.event.awaitsCosignature && !fact.event.content.lowersLater {
      let more = facts.filter { $0.key == fact.key || taken.contains($0) }
      let next = after(more)
      if next.state.isLower(than: outcome.state) { continue }
      (taken, outcome) = (more, next)
    }
    changes += outcome.changes
    self = outcome.state
  }

  private func isLower(than other: FoldState) -> Bool {
    (crs.atLeast ?? -1) < (other.crs.atLeast ?? -1)
      || (icans.atLeast ?? -1) < (other.icans.atLeast ?? -1)
  }
}

extension Content {
  /// True for what lowers no grade at its own time and keeps later signs from raising one: a sign
  /// given to another cause, and a death.
  fileprivate var lowersLater: Bool {
    switch self {
    case .attribution(let entry): entry.cause == .other
    case .status(let entry): entry.state == .death
    default: false
    }
  }
}
