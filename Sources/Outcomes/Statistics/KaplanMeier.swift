import RealModule

/// The product-limit estimate of survival (Kaplan and Meier, JASA 1958;53:457) with Greenwood's
/// variance, as R's `survfit` gives it.
///
/// Deaths come before losses at the same time: who was lost at t was at risk at t.
package struct KaplanMeier: Sendable, Hashable {
  /// One distinct time at which anybody had the event or was censored.
  package struct Row: Sendable, Hashable {
    package let time: Double
    /// Under observation just before `time`.
    package let atRisk: Int
    package let events: Int
    package let censored: Int
    package let survival: Double
    /// Greenwood's, of S(t) itself; `nil` where S is 0, where it has none.
    package let standardError: Double?
    /// `nil` where S is 0, and with log-log limits where S is 1.
    package let lower: Double?
    package let upper: Double?
  }

  package let interval: SurvivalInterval
  package let confidence: Double
  package let n: Int
  package let events: Int
  /// In order of time.
  package let rows: [Row]

  /// The curve of times that are not below zero; of nobody it has no rows.
  package init(
    _ times: [SurvivalTime], interval: SurvivalInterval = .logLog, confidence: Double = 0.95
  ) {
    self.interval = interval
    self.confidence = confidence
    n = times.count
    events = times.count { $0.isEvent }
    let z = NormalQuantile.twoSided(confidence)
    let sorted = times.sorted { $0.time < $1.time }
    var rows: [Row] = []
    var survival = 1.0
    // Sum of d / (n (n − d)): the variance of ln S.
    var sum = 0.0
    var start = 0
    while start < sorted.count {
      var end = start
      var events = 0
      while end < sorted.count, sorted[end].time == sorted[start].time {
        if sorted[end].isEvent { events += 1 }
        end += 1
      }
      let atRisk = sorted.count - start
      if events > 0 {
        survival *= 1 - Double(events) / Double(atRisk)
        sum += Double(events) / (Double(atRisk) * Double(atRisk - events))
      }
      let limits =
        survival > 0
        ? interval.limits(of: survival, relativeError: Double.sqrt(sum), z) : nil
      rows.append(
        Row(
          time: sorted[start].time, atRisk: atRisk, events: events, censored: end - start - events,
          survival: survival, standardError: survival > 0 ? survival * Double.sqrt(sum) : nil,
          lower: limits?.lower, upper: limits?.upper))
      start = end
    }
    self.rows = rows
  }
}
