package import Clinical

/// What hides names and values from whoever walks past a screen that nobody uses.
package struct Cover: Sendable {
  /// How long without a key; `nil` never covers.
  package var after: TimeSpan?
  package internal(set) var isOn = false
  private var lastKey: Instant?

  package init(after: TimeSpan? = nil) { self.after = after }

  /// By the ward's setting: minutes, 0 never.
  package init(minutes: Int) {
    self.init(after: minutes > 0 ? .minutes(Int64(minutes)) : nil)
  }

  /// Takes over what the ward has set since.
  package mutating func set(minutes: Int) { after = Cover(minutes: minutes).after }

  /// A person did something.
  mutating func touch(at now: Instant) { lastKey = now }

  /// How long it stays uncovered without a key; `nil` where it is covered, or never is.
  package func rest(at now: Instant) -> TimeSpan? {
    guard let after, !isOn else { return nil }
    return (lastKey ?? now) + after - now
  }

  /// True where it is time to cover.
  mutating func isDue(at now: Instant) -> Bool {
    guard let after, !isOn else { return false }
    guard let lastKey else {
      self.lastKey = now
      return false
    }
    return now - lastKey >= after
  }
}
