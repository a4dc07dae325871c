import Clinical

extension FoldState {
  /// When an attribution runs out (D-29): after 24 h unconfirmed, or when the sign has been absent
  /// for 24 h. A sign that was long gone when it was attributed counts from the attribution.
  func lapse(of entry: AttributionInForce) -> Instant {
    let span = bedside.settings.attribution
    let limit = entry.at + span
    if isInForce(entry.domain) { return limit }
    guard let seen = memory.seen[entry.domain], seen + span > entry.at else { return limit }
    return min(limit, seen + span)
  }

  /// Ends the attributions that have run out by `t`; only a new entry brings one back.
  mutating func expire(at t: Instant) {
    for index in bedside.attributions.indices where !bedside.attributions[index].hasLapsed {
      let entry = bedside.attributions[index]
      if entry.cause != entry.domain.scale.ownCause, lapse(of: entry) <= t {
        bedside.attributions[index].hasLapsed = true
      }
    }
  }

  /// An attribution still in force, but older than 12 h: what it decides is provisional.
  func isOldAttribution(of domain: Domain, at t: Instant) -> Bool {
    bedside.otherCause(of: domain).map { t > $0.at + .hours(12) } ?? false
  }

  /// True where the sign of a domain whose attribution has run out is there, and counts again.
  func isPresentAgain(_ domain: Domain, at t: Instant) -> Bool {
    switch domain {
    case .fever: memory.fever.map { t < $0.at + bedside.settings.feverLookBack } ?? false
    case .hypotension: bedside.hypotension(at: t).0.low > 0
    case .hypoxia: bedside.hypoxia(at: t).0.low > 0
    case .cognition: bedside.cognition(at: t).low > 0
    case .consciousness: bedside.consciousness(at: t).low > 0
    case .seizure: bedside.seizure(at: t).low > 0
    case .motor: bedside.motorWeakness().low > 0
    case .intracranial: bedside.raisedPressure().low > 0
    case .death: false
    }
  }
}
