import Clinical
import Synchronization

/// A clock that moves on by the same step at every look.
final class SteppingClock: Sendable {
  private let step: TimeSpan
  private let time = Mutex(Ward.morning)

  init(step: TimeSpan) { self.step = step }

  func now() -> Instant {
    time.withLock { time in
      time = time + step
      return time
    }
  }
}
