import Console
import Dispatch
import Synchronization

/// Where work on another thread leaves its answers for the thread that owns the screen.
final class Inbox: Sendable {
  private let inputs = Mutex<[Input]>([])
  private let queue = DispatchQueue(label: "vigil.entry")

  /// Does work away from the screen, in the order in which it was given, and wakes whoever waits.
  func perform(_ work: @escaping @Sendable () -> Input, wake: @escaping @Sendable () -> Void) {
    queue.async {
      let answer = work()
      self.inputs.withLock { $0.append(answer) }
      wake()
    }
  }

  /// What has been left, in order; the inbox is empty then.
  func take() -> [Input] {
    inputs.withLock { inputs in
      defer { inputs = [] }
      return inputs
    }
  }

  /// Waits until all that was given is done: what is typed must be kept before the end.
  func finish() { queue.sync {} }
}
