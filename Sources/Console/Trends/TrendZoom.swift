package import Clinical

/// How much of the course is on the screen at once, from 6 hours to 24 months.
package enum TrendZoom: Int, CaseIterable, Sendable {
  case sixHours, twelveHours, day, threeDays, week, twoWeeks
  /// Day −5 to day +30, as the day strip has it.
  case course
  case threeMonths, sixMonths, year, twoYears

  /// The days that it holds.
  package var days: Double {
    switch self {
    case .sixHours: 0.25
    case .twelveHours: 0.5
    case .day: 1
    case .threeDays: 3
    case .week: 7
    case .twoWeeks: 14
    case .course: 36
    case .threeMonths: 92
    case .sixMonths: 183
    case .year: 366
    case .twoYears: 731
    }
  }

  /// The next finer one; itself where there is none.
  package var closer: TrendZoom { TrendZoom(rawValue: rawValue - 1) ?? self }
  /// The next coarser one; itself where there is none.
  package var wider: TrendZoom { TrendZoom(rawValue: rawValue + 1) ?? self }

  /// What one step of the cursor passes.
  package var step: TimeSpan {
    switch self {
    case .sixHours: .minutes(5)
    case .twelveHours: .minutes(15)
    case .day: .minutes(30)
    case .threeDays: .hours(1)
    case .week: .hours(3)
    case .twoWeeks: .hours(6)
    case .course: .hours(12)
    case .threeMonths: .days(1)
    case .sixMonths: .days(2)
    case .year: .days(7)
    case .twoYears: .days(14)
    }
  }

  /// Where the axis begins so that `x` is in sight: where it began, if that does.
  ///
  /// - Parameter last: where it began before, if it did.
  func left(showing x: Double, from last: Double?) -> Double {
    // The axis begins with a whole stretch, which may take a little of its end.
    let reach = self == .course ? days : days * 0.92
    if let last, x >= last, x < last + reach { return last }
    if x >= -5, x < -5 + reach { return -5 }
    // A quarter is left free to the right of it, for what the numbers say and what comes.
    let grain = days / 12
    return ((x - days * 0.75) / grain).rounded(.down) * grain
  }
}
