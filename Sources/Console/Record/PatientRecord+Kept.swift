import Clinical
import Grading

/// What screens draw of a course and have to go through all of it for, kept until the course changes.
struct KeptReadings: Sendable {
  fileprivate var trends: TrendCourse?
  fileprivate var scales: Scales?

  fileprivate struct Scales: Sendable {
    /// The second in which they were worked out.
    let second: Int64
    /// How many facts they rest on.
    let facts: Int
    let results: [ScaleResult]
  }
}

extension PatientRecord {
  /// Everything up to a moment that can be plotted: as it was kept where that still holds.
  func trendCourse(until end: Instant) -> TrendCourse {
    kept.trends?.moved(to: end, course) ?? TrendCourse(course, until: end)
  }

  /// Keeps what can be plotted up to a moment, worked out anew only where the course has changed.
  mutating func keepTrends(until end: Instant) { kept.trends = trendCourse(until: end) }

  /// What every other scale says at a moment: as it was kept, of the same facts and within the second.
  func scaleResults(at moment: Instant) -> [ScaleResult] {
    if let scales = kept.scales, scales.second == Self.second(moment),
      scales.facts == course.course.count(through: moment)
    {
      return scales.results
    }
    let record = ScaleRecord(course, at: moment)
    return OtherScale.all.map { $0.result(record) }
  }

  /// Keeps what every other scale says at a moment.
  mutating func keepScales(at moment: Instant) {
    kept.scales = KeptReadings.Scales(
      second: Self.second(moment), facts: course.course.count(through: moment),
      results: scaleResults(at: moment))
  }

  /// Nothing is kept any more: all is gone through again when it is next drawn.
  package mutating func forgetKept() { kept = KeptReadings() }

  private static func second(_ t: Instant) -> Int64 {
    let (seconds, part) = t.microseconds.quotientAndRemainder(dividingBy: 1_000_000)
    return part < 0 ? seconds - 1 : seconds
  }
}

extension ConsoleState {
  /// Keeps what the part of the patient's screen in front goes through the course for, so that drawing
  /// it does not.
  mutating func keepReadings() {
    guard screen == .patient, let open = patient else { return }
    switch open.part {
    case .trends, .dayTable:
      let end = trendEnd(open)
      patient?.record.keepTrends(until: end)
      if open.part == .trends {
        let now = self.now
        trends.compared?.keepTrends(until: now)
      }
    case .scales:
      let moment = open.shown(now)
      patient?.record.keepScales(at: moment)
    case .course:
      let moment = open.shown(now)
      patient?.record.keepTrends(until: moment)
    case .reasons, .events, .alerts: break
    }
  }
}
