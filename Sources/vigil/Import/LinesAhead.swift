import Dispatch
import EventText
import Synchronization

/// Reads and parses the lines of a file on a thread of its own, a few batches ahead of whoever
/// takes them, so that parsing and storing go on at once.
final class LinesAhead: Sendable {
  private struct State {
    var batches: [[EventLines.Item]] = []
    var failure: Failure?
    var isDone = false
    var isStopped = false
  }

  private let state = Mutex(State())
  private let filled = DispatchSemaphore(value: 0)
  private let free = DispatchSemaphore(value: LinesAhead.depth)

  /// Batches that may wait; with the size of a batch it bounds the memory.
  private static let depth = 4
  private static let batchItems = 1000
  private static let batchBytes = 1 << 20

  /// Begins at once.
  init(_ lines: EventLines) {
    DispatchQueue(label: "vigil.lines").async { [self] in read(lines) }
  }

  /// The next batch, or `nil` at the end.
  func next() throws(Failure) -> [EventLines.Item]? {
    filled.wait()
    let (batch, failure) = state.withLock { state in
      let batch = state.batches.isEmpty ? nil : state.batches.removeFirst()
      return (batch, batch == nil ? state.failure : nil)
    }
    if let failure { throw failure }
    guard let batch else {
      // Whoever asks again is told the same.
      filled.signal()
      return nil
    }
    free.signal()
    return batch
  }

  /// Lets the thread end before the file does.
  func stop() {
    state.withLock { $0.isStopped = true }
    free.signal()
  }

  private func read(_ lines: EventLines) {
    var lines = lines
    do throws(Failure) {
      while let batch = try Self.batch(&lines) {
        free.wait()
        let goesOn = state.withLock { state in
          state.batches.append(batch)
          return !state.isStopped
        }
        filled.signal()
        guard goesOn else { return }
      }
    } catch {
      state.withLock { $0.failure = error }
    }
    filled.signal()
  }

  private static func batch(_ lines: inout EventLines) throws(Failure) -> [EventLines.Item]? {
    var batch: [EventLines.Item] = []
    var bytes = 0
    batch.reserveCapacity(batchItems)
    while batch.count < batchItems, bytes < batchBytes, let item = try lines.next() {
      switch item {
      case .event(let sent, _): bytes += sent.bytes.count
      case .refused(_, let text, _), .rest(let text, _): bytes += text.count
      }
      batch.append(item)
    }
    return batch.isEmpty ? nil : batch
  }
}
