import Clinical
import Dispatch
import EventText
import Foundation
import Synchronization

/// A batch that is being stored on a thread of its own.
final class BackgroundAppend: Sendable {
  private let lines: [Int]
  private let done = DispatchSemaphore(value: 0)
  private let result = Mutex(Result<[AppendOutcome], StoreError>?.none)

  /// Begins at once.
  init(
    _ events: [SentEvent], _ lines: [Int], _ log: any EventLog, _ author: Authorship,
    _ clock: @escaping StoreClock
  ) {
    self.lines = lines
    Thread.detachNewThread { [self] in
      let outcome = Result { () throws(StoreError) in
        try log.append(events, by: author, together: false, clock: clock)
      }
      result.withLock { $0 = outcome }
      done.signal()
    }
  }

  /// Waits until the batch is durable.
  func wait() throws(StoreError) -> [ImportedLine] {
    done.wait()
    let outcomes = try result.withLock { $0 }?.get() ?? []
    return zip(lines, outcomes).map { ImportedLine(line: $0, outcome: $1) }
  }
}
