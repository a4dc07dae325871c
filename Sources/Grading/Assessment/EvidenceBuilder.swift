import Clinical

/// Turns what the criteria found at one instant into evidence that a person can read.
struct EvidenceBuilder {
  let state: FoldState
  /// The instant at which the criteria are read.
  let t: Instant
  /// The instant from which ages count.
  let now: Instant
  let clock: ClockText

  init(_ state: FoldState, at t: Instant, now: Instant, zone: Zone) {
    self.state = state
    self.t = t
    self.now = now
    clock = ClockText(zone: zone, now: now)
  }

  var bedside: BedsideState { state.bedside }

  func evidence(
    _ criterion: Criterion, _ grade: Int, _ text: String, at instant: Instant,
    _ events: [EventID], choice: String? = nil
  ) -> Evidence {
    let rule = criterion.rule
    return Evidence(
      rule: rule.id, domain: rule.domain, grade: grade, text: text, at: instant,
      ageMinutes: Int((now - instant).wholeMinutes), events: events, choice: choice)
  }

  /// Highest grade first, then by domain, then by rule.
  static func inOrder(_ evidence: [Evidence]) -> [Evidence] {
    evidence.sorted {
      if $0.grade != $1.grade { return $0.grade > $1.grade }
      if $0.domain != $1.domain { return $0.domain.rawValue < $1.domain.rawValue }
      return $0.rule < $1.rule
    }
  }

  func death(_ scale: Scale) -> Evidence? {
    guard let death = bedside.death else { return nil }
    switch (scale, death.cause) {
    case (.crs, .crs):
      return evidence(.crsDeath, 5, "death due to CRS", at: death.at, [death.id])
    case (.icans, .icans):
      return evidence(.icansDeath, 5, "death due to ICANS", at: death.at, [death.id])
    default: return nil
    }
  }
}
