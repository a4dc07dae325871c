import Clinical

extension BedsideState {
  /// The cognition domain: the newest fitting ICE or CAPD that has not expired.
  ///
  /// When it has, its grade still bounds from below while a level of consciousness is fresh; what
  /// was refused or not done gives nothing and ends no earlier score (clinical-rules 2.4, 2.6).
  func cognition(at t: Instant) -> DomainFinding {
    var domain = DomainFinding()
    guard let (reading, instrument) = cognitionReading else {
      domain.isKnown = false
      domain.high = 4
      return isSilenced(.cognition) ? domain.silenced() : domain
    }
    let isFresh = t < reading.expires
    if isFresh || isConsciousnessEntered(at: t) {
      domain.add(
        instrument == .ice ? iceFinding(reading, at: t) : capdFinding(reading))
    }
    if !isFresh {
      domain.isKnown = false
      domain.high = 4
    }
    return isSilenced(.cognition) ? domain.silenced() : domain
  }

  /// True when the newest fitting score is fresh and no worse than the patient's own, with nothing
  /// that says the patient was not awake: what "back to baseline" means (clinical-rules 2.5).
  func isAtNeurologicalBaseline(at t: Instant) -> Bool {
    guard let (reading, instrument) = cognitionReading, t < reading.expires,
      let points = reading.points, isAwake(at: t)
    else { return false }
    switch instrument {
    case .ice: return points.lowerBound >= normalICE
    case .capd: return points.lowerBound <= baselineCAPD ?? 0
    }
  }
}
