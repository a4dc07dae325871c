package import Clinical

/// The clock of a replay: where it stands between two ends, whether it runs, and how fast.
///
/// Time of the world comes in as an argument and only its differences count, so that the same keys
/// at the same seconds give the same replay.
package struct ReplayClock: Sendable, Hashable {
  /// How many seconds of the course go by in one.
  package static let speeds = [1, 10, 60, 300, 600, 3600, 21_600, 86_400]

  /// The one at first.
  package static let firstSpeed = 600

  package let starts: Instant
  package let ends: Instant
  package private(set) var position: Instant
  package private(set) var isPlaying = false
  package private(set) var speed = Self.firstSpeed
  // The newest time of the world; `nil` while it stands.
  private var seen: Instant?

  /// Stands at the beginning; an end that lies before it is the beginning too.
  package init(starts: Instant, ends: Instant) {
    self.starts = starts
    self.ends = max(starts, ends)
    position = starts
  }

  package var isAtEnd: Bool { position >= ends }

  /// Runs on, or stands still; at the end there is nothing to run through.
  package mutating func toggle(at real: Instant) {
    if isPlaying {
      pause()
    } else if !isAtEnd {
      isPlaying = true
      seen = real
    }
  }

  package mutating func pause() {
    isPlaying = false
    seen = nil
  }

  /// Lets time of the world go by. It never runs backward, whatever the world's clock does, and
  /// stands still at the end.
  package mutating func pass(to real: Instant) {
    guard isPlaying else { return }
    let elapsed = seen.map { real - $0 } ?? .zero
    seen = real
    guard elapsed > .zero else { return }
    // Nobody waits for longer than the whole course takes.
    let rest = ends - position
    let (gone, overflow) = elapsed.microseconds.multipliedReportingOverflow(by: Int64(speed))
    position =
      overflow || gone >= rest.microseconds ? ends : position + TimeSpan(microseconds: gone)
    if isAtEnd { pause() }
  }

  /// Goes to a moment, or to the end that is nearer.
  package mutating func jump(to t: Instant) { position = min(max(t, starts), ends) }

  /// Stands, or runs, as somebody else has set it.
  package mutating func follow(_ session: SessionClock, at real: Instant) {
    position = min(max(session.moment(at: real), starts), ends)
    speed = session.speed
    isPlaying = session.isPlaying(at: real) && !isAtEnd
    seen = isPlaying ? real : nil
  }

  /// The next speed of the list, and the one before.
  package mutating func faster() { speed = Self.speeds.first { $0 > speed } ?? speed }
  package mutating func slower() { speed = Self.speeds.last { $0 < speed } ?? speed }
}
