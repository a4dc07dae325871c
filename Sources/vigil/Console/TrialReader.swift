import Clinical
import Console
import Dispatch
import Synchronization

/// Works out the trial's endpoints away from the thread of the screen: of many patients they take
/// seconds, and a key must not wait for them.
///
/// A class, for its queue and its inbox are one thing however many hold it.
final class TrialReader: Sendable {
  private let queue = DispatchQueue(label: "vigil.trial")
  private let state = Mutex(State())

  private struct State {
    var inbox: [Input] = []
    /// How often it was asked: of several that wait only the last is worked out.
    var asked = 0
    var wake: (@Sendable () -> Void)?
  }

  /// Called from the queue whenever something lies in the inbox.
  func onAnswer(_ wake: @escaping @Sendable () -> Void) { state.withLock { $0.wake = wake } }

  /// Begins to read the endpoints of a source as they are at a moment.
  func read(_ source: any WardSource, at now: Instant) {
    let number = state.withLock { state in
      state.asked += 1
      return state.asked
    }
    queue.async {
      guard self.state.withLock({ $0.asked == number }) else { return }
      let answer: Input
      do {
        answer = .trial(TrialReading(try source.trial(at: now)))
      } catch {
        answer = .trialFailed((error as? Failure)?.message ?? "\(error)")
      }
      let wake = self.state.withLock { state in
        state.inbox.append(answer)
        return state.wake
      }
      wake?()
    }
  }

  /// What came of it since it was last asked, in order.
  func answers() -> [Input] {
    state.withLock { state in
      let inbox = state.inbox
      state.inbox = []
      return inbox
    }
  }

  /// Waits until everything begun is done: in a script, and for plain lines.
  func settle() { queue.sync {} }
}
