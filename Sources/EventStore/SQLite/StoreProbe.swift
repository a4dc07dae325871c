import Synchronization

/// Counts what a connection really did, and makes a COMMIT fail on demand; for tests.
package final class StoreProbe: Sendable {
  package struct Counts: Hashable, Sendable {
    package var commits = 0
    package var commitsWithoutTurn = 0
    package var checkpoints = 0
    package var checkpointsWithoutTurn = 0
    /// What `PRAGMA synchronous` read on each connection that was opened to write.
    package var synchronous: [Int] = []
  }

  /// When the disk is to fail.
  package enum Fault: Hashable, Sendable {
    /// Before the COMMIT reaches the disk.
    case beforeCommit
    /// After it is durable, so that only the answer is lost.
    case afterCommit
  }

  private let state = Mutex((counts: Counts(), fault: Fault?.none))

  package init() {}

  package var counts: Counts { state.withLock { $0.counts } }

  /// Makes the next COMMIT fail.
  package func failNextCommit(_ fault: Fault) { state.withLock { $0.fault = fault } }

  func takeFault(_ fault: Fault) -> Bool {
    state.withLock { state in
      guard state.fault == fault else { return false }
      state.fault = nil
      return true
    }
  }

  func committed(withTurn: Bool) {
    state.withLock {
      $0.counts.commits += 1
      if !withTurn { $0.counts.commitsWithoutTurn += 1 }
    }
  }

  func checkpointed(withTurn: Bool) {
    state.withLock {
      $0.counts.checkpoints += 1
      if !withTurn { $0.counts.checkpointsWithoutTurn += 1 }
    }
  }

  func opened(synchronous: Int) { state.withLock { $0.counts.synchronous.append(synchronous) } }
}
