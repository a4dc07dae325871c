import RealModule

/// Cumulative incidence of events that exclude one another (Aalen and Johansen, Scand J Stat
/// 1978;5:141), as R's `survfit` gives it for a factor of causes.
///
/// The standard error is that of the infinitesimal jackknife: the root of the sum over the subjects of
/// their squared influence, which is the derivative of the incidence by the subject's weight (Jaeckel
/// 1972; Therneau, vignette "Methods" of R's `survival`). Without losses it is the binomial one.
/// Takes time in proportion to subjects times distinct times.
package struct CompetingRisks: Sendable, Hashable {
  /// One subject: how long followed, and which event came, by its index; `nil` is censored.
  package struct Time: Sendable, Hashable {
    package var time: Double
    package var cause: Int?

    package init(_ time: Double, cause: Int?) {
      self.time = time
      self.cause = cause
    }
  }

  package struct Row: Sendable, Hashable {
    package let time: Double
    package let atRisk: Int
    /// Events of each cause at this time.
    package let events: [Int]
    package let censored: Int
    /// Probability of each cause up to this time.
    package let incidence: [Double]
    /// Of the incidence itself.
    package let standardError: [Double]
    /// Of each cause; `nil` where there are none: log and log-log limits at 0, log-log limits at 1.
    package let limits: [Limits?]
    /// Probability that none of them came: what the others leave of 1.
    package let eventFree: Double
  }

  /// Of a two-sided interval.
  package struct Limits: Sendable, Hashable {
    package let lower: Double
    package let upper: Double
  }

  package let causes: Int
  package let n: Int
  package let interval: SurvivalInterval
  package let confidence: Double
  package let rows: [Row]

  /// - Parameter causes: how many there are; a `cause` outside of them counts as censored.
  package init(
    _ times: [Time], causes: Int, interval: SurvivalInterval = .logLog, confidence: Double = 0.95
  ) {
    self.causes = causes
    self.interval = interval
    self.confidence = confidence
    n = times.count
    let z = NormalQuantile.twoSided(confidence)
    let sorted = times.sorted { $0.time < $1.time }
    var rows: [Row] = []
    var incidence = [Double](repeating: 0, count: causes)
    var free = 1.0
    var influence = Influence(subjects: sorted.count, causes: causes)
    var start = 0
    while start < sorted.count {
      var end = start
      var events = [Int](repeating: 0, count: causes)
      while end < sorted.count, sorted[end].time == sorted[start].time {
        if let cause = sorted[end].cause, events.indices.contains(cause) { events[cause] += 1 }
        end += 1
      }
      let atRisk = sorted.count - start
      let all = events.reduce(0, +)
      if all > 0 { influence.pass(sorted, start..<end, events, free: free) }
      // Each cause takes its share of those who were free just before.
      for cause in events.indices {
        incidence[cause] += free * Double(events[cause]) / Double(atRisk)
      }
      free *= 1 - Double(all) / Double(atRisk)
      let errors = events.indices.map { influence.standardError(of: $0) }
      rows.append(
        Row(
          time: sorted[start].time, atRisk: atRisk, events: events, censored: end - start - all,
          incidence: incidence, standardError: errors,
          limits: zip(incidence, errors).map { interval.limits(ofIncidence: $0, $1, z) },
          eventFree: free))
      start = end
    }
    self.rows = rows
  }

  /// The incidence of each cause by `time`; `nil` where nobody was followed so long and somebody is
  /// still free.
  package func incidence(by time: Double) -> [Double]? {
    guard let last = rows.last else { return nil }
    if last.time < time, last.eventFree > 0 { return nil }
    return rows.last { $0.time <= time }?.incidence ?? [Double](repeating: 0, count: causes)
  }
}

/// How much each subject moves the estimates: their derivatives by the subject's weight, at weights
/// of 1.
private struct Influence {
  /// On the probability that no event came.
  private var onFree: [Double]
  /// On the incidence of each cause.
  private var onIncidence: [[Double]]

  init(subjects: Int, causes: Int) {
    onFree = [Double](repeating: 0, count: subjects)
    onIncidence = [[Double]](
      repeating: [Double](repeating: 0, count: subjects), count: causes)
  }

  /// Passes one distinct time.
  ///
  /// - Parameters:
  ///   - times: in order; those of `now` end at this time, and those after it are at risk as well.
  ///   - events: of each cause at this time.
  ///   - free: the probability just before it that no event came.
  mutating func pass(
    _ times: [CompetingRisks.Time], _ now: Range<Int>, _ events: [Int], free: Double
  ) {
    let atRisk = Double(times.count - now.lowerBound)
    let hazards = events.map { Double($0) / atRisk }
    let hazard = hazards.reduce(0, +)
    for subject in times.indices {
      let isAtRisk = subject >= now.lowerBound
      let isNow = now.contains(subject)
      let before = onFree[subject]
      var moved = 0.0
      for cause in hazards.indices {
        // The hazard's own derivative: one event more of one at risk more.
        let has = isNow && times[subject].cause == cause ? 1.0 : 0
        let own = isAtRisk ? (has - hazards[cause]) / atRisk : 0
        onIncidence[cause][subject] += before * hazards[cause] + free * own
        moved += own
      }
      onFree[subject] = before * (1 - hazard) - free * moved
    }
  }

  func standardError(of cause: Int) -> Double {
    Double.sqrt(onIncidence[cause].reduce(0) { $0 + $1 * $1 })
  }
}

extension SurvivalInterval {
  /// As `survfit_confint` of R's survival does for the probability of a state.
  fileprivate func limits(
    ofIncidence incidence: Double, _ error: Double, _ z: Double
  ) -> CompetingRisks.Limits? {
    if self != .plain, incidence <= 0 { return nil }
    let limits = limits(of: incidence, relativeError: incidence > 0 ? error / incidence : 0, z)
    return limits.map { CompetingRisks.Limits(lower: $0.lower, upper: $0.upper) }
  }
}
