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
  /// through `t` too when `inclusive`; adds what changed to `changes`.
  mutating func pass(until t: Instant, inclusive: Bool, changes: inout [GradeChange]) {
    while let next = wake, next < t || inclusive && next == t {
      let before = (crs, icans)
      advance(to: next)
      expire(at: next)
      evaluate(at: next, .both, observed: [])
      if before != (crs, icans) { changes.append(change) }
    }
  }

  /// Takes over the facts of one instant, in order; adds what changed to `changes`.
  mutating func take(
    _ facts: ArraySlice<Fact>, at t: Instant, zone: Zone, changes: inout [GradeChange]
  ) {
    advance(to: t)
    let isDue = wake.map { $0 <= t } ?? false
    if isDue { expire(at: t) }
    let movesState = facts.indices.contains { facts[$0].event.content.movesState }
    if movesState { noteStates(at: t) }
    var touched: Touched = []
    // Of one instant, a later part of a seizure comes after its start, whatever their ids.
    let isSplit = movesState && facts.count > 1
    for index in facts.indices where !isSplit || !facts[index].event.content.continuesSeizure {
      touched.formUnion(bedside.apply(facts[index], at: t, zone: zone))
    }
    if isSplit {
      for index in facts.indices where facts[index].event.content.continuesSeizure {
        touched.formUnion(bedside.apply(facts[index], at: t, zone: zone))
      }
    }
    if bedside.infusedAt == t {
      captureBaseline(zone)
      expire(at: t)
    }
    // What was seen before the infusion ends boluses and seizures as what comes after it does: only
    // grades begin with it.
    let isInfused = bedside.infusedAt != nil
    if touched.contains(.crs) {
      answerBolus(at: t)
      if isInfused { noteCRSFacts(at: t) }
    }
    if touched.contains(.icans) {
      if isInfused { noteICANSFacts(at: t) }
      releaseSeizures(at: t)
    }
    guard isInfused, isDue || !touched.isEmpty else {
      if isDue { wake = nextWake(after: t) }
      return
    }
    let before = (crs, icans)
    if movesState { noteStates(at: t) }
    evaluate(at: t, isDue ? .both : touched, observed: touched)
    if before != (crs, icans) { changes.append(change) }
  }

  private mutating func captureBaseline(_ zone: Zone) {
    bedside.baselineSystolic = bedside.medianSystolic()
    bedside.baselineOxygen = bedside.oxygen.flatMap {
      $0.indication == .chronic || $0.indication == .sleepApnoea ? $0 : nil
    }
    bedside.lateFrom = zone.startOfDay(number: bedside.infusionDay + 15)
  }
}

extension Content {
  fileprivate var continuesSeizure: Bool {
    if case .seizure(let seizure) = self { seizure.continues != nil } else { false }
  }

  /// Kinds that begin or end a sign which is a state, or say whose sign it is. Between two of them
  /// such a sign stays as it is.
  fileprivate var movesState: Bool {
    switch self {
    case .oxygen, .vasopressor, .seizure, .motor, .intracranial, .attribution, .setting, .status,
      .infusion:
      true
    default: false
    }
  }
}
