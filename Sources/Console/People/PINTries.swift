package import Clinical

/// How often a PIN was wrong at this station, and until when no other is taken: the wait grows, so
/// that nobody tries through ten thousand.
///
/// Kept by the process. The wait is for all logins together, so that another login is no new
/// beginning; a right PIN takes away only the wrong ones of its own login.
package struct PINTries: Hashable, Sendable {
  private var wrong: [String: Int] = [:]
  private var until: Instant?

  package init() {}

  /// After so many wrong ones in a row the wait is half a minute, and doubles from there.
  package static let few = 3
  private static let longest = TimeSpan.minutes(15)

  /// How long no PIN is taken yet; `nil` where one is.
  package func wait(at now: Instant) -> TimeSpan? {
    until.flatMap { now < $0 ? $0 - now : nil }
  }

  package mutating func failed(_ login: String, at now: Instant) {
    self.wrong[login, default: 0] += 1
    let wrong = self.wrong.values.reduce(0, +)
    until = now + (wrong < Self.few ? .seconds(Int64(wrong)) : Self.wait(after: wrong))
  }

  /// How long no PIN is taken after so many wrong ones in a row, `few` or more.
  package static func wait(after wrong: Int) -> TimeSpan {
    guard wrong >= few else { return .zero }
    return min(.seconds(30 << Int64(min(wrong - few, 10))), longest)
  }

  package mutating func succeeded(_ login: String) { wrong[login] = nil }
}
