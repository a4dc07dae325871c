import Clinical
import Grading

extension Look {
  /// Above 10 years in completed years; so is whoever has no birth date (D-32).
  var isOverTen: Bool { age.map { $0 > 10 } ?? true }

  /// True where the systolic limit was set, and not the limit of the age counts: for the patient at
  /// any age, for the ward above 10 years. Set to the default is set too.
  var hasSetSystolicLimit: Bool {
    settings.ownLimits.contains(.a04Systolic)
      || isOverTen && settings.setLimits.contains(.a04Systolic)
  }

  var isOnOxygen: Bool { walk.oxygen.map { !$0.isRoomAir } ?? false }

  /// `nasal cannula 4 L/min`, `room air`.
  var support: String {
    guard let oxygen = walk.oxygen else { return "room air (no oxygen on record)" }
    if oxygen.isRoomAir { return "room air" }
    return oxygen.flow.map { "\(oxygen.label) \($0) L/min" } ?? oxygen.label
  }

  func isAfterInfusion(_ instant: Instant) -> Bool {
    walk.infusedAt.map { instant > $0 } ?? false
  }

  /// A rise of a scale as an alert says it, with what gives the grade.
  func finding(
    of scale: Scale, _ rise: GradeTrack.Rise, _ priority: AlertPriority, _ causes: Set<AlertCause>
  ) -> AlertFinding {
    let walk = self.walk
    let (t, zone) = (self.t, self.zone)
    let evidence = walk.evidence(scale, at: t, zone: zone)
    return AlertFinding(
      priority, badness: DecimalNumber(rise.to), occurrence: rise.at,
      events: evidence.first?.events ?? [], causes: causes, grade: rise.to
    ) { words in
      let why = evidence.first.map { ": \($0.text)" } ?? ""
      let how = rise.from.map { "risen from \($0)" } ?? "first graded"
      return "\(scale.shortName) \(rise.to), \(how) at \(words.time(rise.at))\(why)"
    }
  }

  /// What gives hypotension and hypoxia of grade 2 and more, by the engine's own evidence: the events
  /// and the newest of their times.
  func signEvents() -> (ids: [EventID], newest: Instant?) {
    let signs = walk.evidence(.crs, at: t, zone: zone)
      .filter { $0.grade >= 2 && ($0.domain == .hypotension || $0.domain == .hypoxia) }
      .sorted { $0.at < $1.at }
    return (signs.flatMap(\.events), signs.last?.at)
  }

  /// Entries that contradict one another (A36).
  mutating func contradictions() -> [(text: String, ids: [EventID])] {
    var found: [(text: String, ids: [EventID])] = []
    if let score = chart.ice.newest, score.low == 10, let entry = chart.consciousness,
      entry.level == .unarousable, isCurrent(entry.at), isCurrent(score.at),
      abs((score.at - entry.at).microseconds) <= settings.span(.a36Minutes).microseconds
    {
      found.append(("ICE 10 and unarousable", [score.id, entry.id]))
    }
    if let oxygen = walk.oxygen, oxygen.device == .highFlowNasalCannula, let flow = oxygen.flow,
      flow <= settings[.a36Flow], isCurrent(oxygen.at)
    {
      found.append(("high-flow cannula at \(flow) L/min", [oxygen.id]))
    }
    if let reading = walk.systolic, reading.value >= settings[.a36Systolic],
      walk.isPressorRunning, isCurrent(reading.at)
    {
      let agents = walk.vasopressors(at: t).all.map(\.id)
      found.append(("SBP \(reading.value) mmHg on a vasopressor", [reading.id] + agents))
    }
    if let reading = walk.temperature, isCurrent(reading.at),
      reading.value >= settings[.a36Temperature].roundedHalfUp(places: 1)
    {
      found.append((Words(zone: zone).celsius(reading.value), [reading.id]))
    }
    return found
  }

  /// The readings of Cushing's triad by numbers, taken within an hour of one another (A14).
  mutating func cushingByNumbers() -> [EventID]? {
    guard let pressure = walk.systolic, let baseline = walk.baselineSystolic,
      let rate = chart.heartRate, let breaths = chart.breaths, isCurrent(pressure.at)
    else { return nil }
    let times = [pressure.at, rate.at, breaths.at]
    guard let first = times.min(), let last = times.max(), last < first + .hours(1),
      pressure.value - baseline >= settings[.a14Rise], rate.value < settings[.a14HeartRate],
      breaths.value < settings[.a14BreathsLow] || breaths.value > settings[.a14BreathsHigh]
    else { return nil }
    var ids: [EventID] = []
    for id in [pressure.id, rate.id, breaths.id] where !ids.contains(id) { ids.append(id) }
    return ids
  }
}

extension GradingWalk {
  func isEpisodeOpen(_ scale: Scale) -> Bool { episode(scale).map { $0.ended == nil } ?? false }
}

extension ScoreTrack.Score {
  /// `7`, or `5 to 8` where items were left out.
  var scoreWords: String { low == high ? "\(low)" : "\(low) to \(high)" }
}

extension Scale {
  /// `CRS`, `ICANS`.
  var shortName: String { self == .crs ? "CRS" : "ICANS" }
}

extension ObservedThing {
  /// As an alert names it.
  package var label: String {
    switch self {
    case .vitals: "vital signs"
    case .ice: "ICE"
    case .capd: "CAPD"
    case .labs: "labs"
    case .cytokines: "cytokines"
    case .carT: "CAR-T"
    }
  }
}
