/// A moment in time, in whole microseconds since 1970-01-01T00:00:00Z.
///
/// Every time that a rule compares is one of these, so that "exactly 8 h old" has one answer on
/// every machine. The calendar and the zone come in only where a day is asked for.
package struct Instant: Hashable, Comparable, Sendable, Codable {
  /// Microseconds since the Unix epoch, negative before it.
  package var microseconds: Int64

  package init(microseconds: Int64) { self.microseconds = microseconds }

  /// The earliest time of observation that an event may carry: 1900-01-01T00:00:00Z.
  package static let earliest = Instant(microseconds: -2_208_988_800 * 1_000_000)
  /// The end of the years that an event may carry: 2200-01-01T00:00:00Z, exclusive.
  package static let latest = Instant(microseconds: 7_258_118_400 * 1_000_000)

  package static func < (a: Instant, b: Instant) -> Bool { a.microseconds < b.microseconds }
  package static func + (a: Instant, b: TimeSpan) -> Instant {
    Instant(microseconds: a.microseconds + b.microseconds)
  }
  package static func - (a: Instant, b: TimeSpan) -> Instant {
    Instant(microseconds: a.microseconds - b.microseconds)
  }
  package static func - (a: Instant, b: Instant) -> TimeSpan {
    TimeSpan(microseconds: a.microseconds - b.microseconds)
  }
}

/// A length of time in whole microseconds.
package struct TimeSpan: Hashable, Comparable, Sendable, Codable {
  package var microseconds: Int64

  package init(microseconds: Int64) { self.microseconds = microseconds }

  package static func seconds(_ n: Int64) -> TimeSpan { TimeSpan(microseconds: n * 1_000_000) }
  package static func minutes(_ n: Int64) -> TimeSpan { .seconds(n * 60) }
  package static func hours(_ n: Int64) -> TimeSpan { .seconds(n * 3600) }
  package static func days(_ n: Int64) -> TimeSpan { .seconds(n * 86_400) }
  package static let zero = TimeSpan(microseconds: 0)

  /// Whole minutes, rounded down; what `ageMinutes` prints.
  package var wholeMinutes: Int64 {
    let minute: Int64 = 60_000_000
    return microseconds >= 0 ? microseconds / minute : (microseconds - minute + 1) / minute
  }

  package static func < (a: TimeSpan, b: TimeSpan) -> Bool { a.microseconds < b.microseconds }
  package static func + (a: TimeSpan, b: TimeSpan) -> TimeSpan {
    TimeSpan(microseconds: a.microseconds + b.microseconds)
  }
  package static func - (a: TimeSpan, b: TimeSpan) -> TimeSpan {
    TimeSpan(microseconds: a.microseconds - b.microseconds)
  }
  package static func * (a: TimeSpan, n: Int64) -> TimeSpan {
    TimeSpan(microseconds: a.microseconds * n)
  }
}
