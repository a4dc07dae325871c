import Clinical

/// Runs of days with a low count (clinical-rules 3.5): the lowest count of each day, two low days no
/// more than 3 apart joined, so that a recovery shorter than 3 days does not end a run.
///
/// Days without a count, 3 and more in a row, might have been low: they make the longest run that is
/// possible, not the one that is certain.
struct DayRuns {
  /// The lowest of each day that was measured.
  let days: [Int: LabInterval]
  /// The first and the last day that are looked at.
  let window: ClosedRange<Int>

  /// Days without a count that are bridged like a short recovery.
  static let bridged = 2

  /// The longest run of days at which a count is low: at least, and at most.
  func longest(_ isLow: (DecimalNumber) -> Bool) -> ClosedRange<Int> {
    var certain: [Int] = []
    var possible: [Int] = []
    var before = window.lowerBound - 1
    for day in days.keys.sorted() + [window.upperBound + 1] where day > before {
      if day - before - 1 > Self.bridged { possible += Array((before + 1)..<day) }
      before = day
      guard window.contains(day), let interval = days[day] else { continue }
      let low = interval.holds(isLow)
      if low == true { certain.append(day) }
      if low != false { possible.append(day) }
    }
    let least = Self.longest(certain)
    return least...max(least, Self.longest(possible))
  }

  /// Whether the count was low on every day of the window; `nil` where that is open.
  func isThroughout(_ isLow: (DecimalNumber) -> Bool) -> Bool? {
    let answers = days.filter { window.contains($0.key) }.map { $0.value.holds(isLow) }
    if answers.isEmpty { return nil }
    if answers.contains(false) { return false }
    let whole = window.upperBound - window.lowerBound + 1
    return answers.contains(nil) || longest(isLow).lowerBound < whole ? nil : true
  }

  /// True where a count of the window may be low or not: only a limit is known.
  func isOpenOnAnyDay(_ isLow: (DecimalNumber) -> Bool) -> Bool {
    days.contains { window.contains($0.key) && $0.value.holds(isLow) == nil }
  }

  /// The days of the window before the first and after the last that was measured.
  var unmeasuredEnds: [Int] {
    let measured = days.keys.filter(window.contains)
    guard let first = measured.min(), let last = measured.max() else { return Array(window) }
    return window.filter { $0 < first || $0 > last }
  }

  /// True where some days were not measured for so long that they leave a run open.
  var hasGap: Bool { longest { _ in true }.lowerBound < longest { _ in true }.upperBound }

  // The days are in order.
  private static func longest(_ days: [Int]) -> Int {
    var longest = 0
    var first = 0
    for (place, day) in days.enumerated() {
      if place == 0 || day - days[place - 1] > bridged + 1 { first = day }
      longest = max(longest, day - first + 1)
    }
    return longest
  }

  /// `0:3.1 1:0.4 2:<0.1`.
  static func text(_ days: [Int: LabInterval]) -> String {
    days.keys.sorted().compactMap { day in
      days[day].map { "\(day):\($0.comparator?.rawValue ?? "")\($0.printed)" }
    }.joined(separator: " ")
  }
}
