/// Cumulative incidence of events that exclude one another (Aalen and Johansen, Scand J Stat
/// 1978;5:141), as R's `survfit` gives it for a factor of causes.
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
    /// Probability that none of them came: what the others leave of 1.
    package let eventFree: Double
  }

  package let causes: Int
  package let n: Int
  package let rows: [Row]

  /// - Parameter causes: how many there are; a `cause` outside of them counts as censored.
  package init(_ times: [Time], causes: Int) {
    self.causes = causes
    n = times.count
    let sorted = times.sorted { $0.time < $1.time }
    var rows: [Row] = []
    var incidence = [Double](repeating: 0, count: causes)
    var free = 1.0
    var start = 0
    while start < sorted.count {
      var end = start
      var events = [Int](repeating: 0, count: causes)
      while end < sorted.count, sorted[end].time == sorted[start].time {
        if let cause = sorted[end].cause, events.indices.contains(cause) { events[cause] += 1 }
        end += 1
      }
      let atRisk = sorted.count - start
      // Each cause takes its share of those who were free just before.
      for cause in events.indices {
        incidence[cause] += free * Double(events[cause]) / Double(atRisk)
      }
      let all = events.reduce(0, +)
      free *= 1 - Double(all) / Double(atRisk)
      rows.append(
        Row(
          time: sorted[start].time, atRisk: atRisk, events: events, censored: end - start - all,
          incidence: incidence, eventFree: free))
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
