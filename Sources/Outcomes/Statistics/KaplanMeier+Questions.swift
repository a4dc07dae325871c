extension KaplanMeier {
  /// Products of floats that should be a half may miss it by this much.
  static let tolerance = 1e-9

  /// The smallest time with S < 0.5; where S is exactly 0.5 over an interval, its middle; `nil` where
  /// the curve never comes down so far. As R's `quantile.survfit` has it, which at a curve that ends
  /// at exactly 0.5 takes the time at which it came there.
  package var median: Double? { Self.half(rows.map { ($0.time, $0.survival) }) }

  /// Brookmeyer and Crowley (Biometrics 1982;38:29): the times at which the lower limits of the curve
  /// reach a half; `nil` where they never do.
  package var medianLower: Double? { Self.half(rows.map { ($0.time, $0.lower) }) }

  /// The same of the upper limits.
  package var medianUpper: Double? { Self.half(rows.map { ($0.time, $0.upper) }) }

  private static func half(_ curve: [(time: Double, value: Double?)]) -> Double? {
    let down = curve.compactMap { point in point.value.map { (time: point.time, value: $0) } }
      .filter { $0.value < 0.5 + tolerance }
    guard let first = down.first else { return nil }
    guard abs(first.value - 0.5) <= tolerance,
      let next = down.first(where: { $0.value < first.value - tolerance })
    else { return first.time }
    return (first.time + next.time) / 2
  }

  /// What the curve says at one time.
  package struct Landmark: Sendable, Hashable {
    package let time: Double
    /// With an observed time of at least `time`.
    package let atRisk: Int
    /// `nil` where nobody was followed so long and the curve has not come to 0.
    package let survival: Double?
    package let lower: Double?
    package let upper: Double?
  }

  /// The curve at `time`.
  package func landmark(_ time: Double) -> Landmark {
    let atRisk = rows.first { $0.time >= time }?.atRisk ?? 0
    guard let row = rows.last(where: { $0.time <= time }) else {
      // Before anything happened: everybody is there, and nothing is estimated.
      let all: Double? = rows.isEmpty ? nil : 1
      return Landmark(time: time, atRisk: atRisk, survival: all, lower: all, upper: all)
    }
    if atRisk == 0, row.survival > 0, row.time < time {
      return Landmark(time: time, atRisk: 0, survival: nil, lower: nil, upper: nil)
    }
    return Landmark(
      time: time, atRisk: atRisk, survival: row.survival, lower: row.lower, upper: row.upper)
  }

  /// Median follow-up by the reverse method (Schemper and Smith, Control Clin Trials 1996;17:343):
  /// the same estimate with being lost as the event.
  package static func medianFollowUp(_ times: [SurvivalTime]) -> Double? {
    KaplanMeier(times.map { SurvivalTime($0.time, isEvent: !$0.isEvent) }).median
  }
}
