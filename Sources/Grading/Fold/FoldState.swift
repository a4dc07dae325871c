import Clinical

/// The whole state of grading after the facts up to an instant: what is known at the bedside, and
/// what grading remembers. Folding one more fact in costs the same however long the course is.
struct FoldState: Sendable, Codable {
  var bedside = BedsideState()
  var memory = GradingMemory()
  /// The instant up to which time has been taken into account.
  var reached: Instant?
  /// The next instant at which time alone may change something.
  var wake: Instant?
  var crs = GradeRecord.notApplicable
  var icans = GradeRecord.notApplicable

  var change: GradeChange { GradeChange(at: reached ?? .earliest, crs: crs, icans: icans) }

  /// Lets time pass through every instant before `t` at which it changes something by itself, and
  /// through `t` too when `inclusive`.
  mutating func pass(
    until t: Instant, inclusive: Bool, onChange: (GradeChange) -> Void
  ) {
    while let next = wake, next < t || inclusive && next == t {
      let before = (crs, icans)
      expire(at: next)
      evaluate(at: next, .both, observed: [])
      if before != (crs, icans) { onChange(change) }
    }
  }

  /// Takes over the facts of one instant, in order.
  mutating func take(
    _ facts: ArraySlice<Fact>, at t: Instant, zone: Zone, onChange: (GradeChange) -> Void
  ) {
    let isDue = wake.map { $0 <= t } ?? false
    if isDue { expire(at: t) }
    noteStates(at: t)
    var touched: Touched = []
    for index in facts.indices {
      touched.formUnion(bedside.apply(facts[index].event, at: t, zone: zone))
    }
    if bedside.infusedAt == t {
      captureBaseline(zone)
      expire(at: t)
    }
    guard bedside.infusedAt != nil, isDue || !touched.isEmpty else {
      reached = t
      if isDue { wake = nextWake(after: t) }
      return
    }
    let before = (crs, icans)
    if touched.contains(.crs) { noteCRSFacts(at: t) }
    if touched.contains(.icans) { noteICANSFacts(at: t) }
    evaluate(at: t, isDue ? .both : touched, observed: touched)
    if before != (crs, icans) { onChange(change) }
  }

  private mutating func captureBaseline(_ zone: Zone) {
    bedside.baselineSystolic = bedside.medianSystolic()
    bedside.baselineOxygen = bedside.oxygen.flatMap {
      $0.indication == .chronic || $0.indication == .sleepApnoea ? $0 : nil
    }
    bedside.lateFrom = zone.startOfDay(number: bedside.infusionDay + 15)
  }
}
