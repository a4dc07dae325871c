package import Clinical

/// Where the clock of a session stands, the same on every console that knows the time of the world.
package struct SessionClock: Sendable, Hashable {
  /// The moment of the course at which it was set.
  package let at: Instant
  package let state: SessionPosition.State
  /// Seconds of the course in one.
  package let speed: Int
  /// When it was set, by the time of the world.
  package let set: Instant

  /// Whoever sets a clock going says so again as long as it runs; one of which nothing was heard
  /// for this long stands where it came to, for whoever set it is gone.
  package static let longest = TimeSpan.seconds(5)
  /// How often it is said again.
  package static let repeated = TimeSpan.seconds(2)

  package init(at: Instant, state: SessionPosition.State, speed: Int, set: Instant) {
    self.at = at
    self.state = state
    self.speed = speed
    self.set = set
  }

  /// True where it still runs.
  package func isPlaying(at now: Instant) -> Bool {
    state == .playing && now - set < Self.longest
  }

  /// The moment of the course at a time of the world.
  package func moment(at now: Instant) -> Instant {
    guard state == .playing, now > set else { return at }
    let gone = min(now - set, Self.longest)
    return at + TimeSpan(microseconds: gone.microseconds * Int64(speed))
  }
}
