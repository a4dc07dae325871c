package import Clinical

extension BedsideAtHand.Agent {
  /// True where an entry speaks of this drug: the same agent, and of two `other` ones the same name.
  package func isSameDrug(as entry: Vasopressor) -> Bool {
    agent == entry.agent && name == entry.foldedName
  }
}

extension BedsideAtHand {
  /// The running drug that an entry speaks of; `nil` where it does not run.
  package func agent(of entry: Vasopressor) -> Agent? { agents.first { $0.isSameDrug(as: entry) } }
}

extension BedsideAtHand.Seizure {
  /// True where it has gone on for more than 5 minutes at `t`, by the clock or by what was entered so
  /// far: exactly 5 min 0 s is not.
  package func isProlonged(at t: Instant) -> Bool {
    lastedAtLeast.microseconds > SeizureInForce.prolonged
      || (t - at).microseconds > SeizureInForce.prolonged
  }
}
