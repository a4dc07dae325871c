import Clinical
package import EventText

/// A line of a file with what became of its event.
package struct ImportedLine: Hashable, Sendable {
  package var line: Int
  package var outcome: AppendOutcome
}

/// Collects the events of a file and hands them to the store in batches (contract 2): of at most
/// 1,000, or one by one for `--stream`, where each is durable before the next is read.
///
/// A run that was broken off is finished by running it again: what is there already is a
/// duplicate and stores nothing.
package struct ImportBatcher {
  private let log: any EventLog
  private let author: Authorship
  private let size: Int
  private let clock: StoreClock
  private var events: [SentEvent] = []
  private var lines: [Int] = []

  /// - Parameter isStream: with `true`, every event is stored on its own as it comes.
  package init(
    into log: any EventLog, by author: Authorship, isStream: Bool = false,
    clock: @escaping StoreClock
  ) {
    self.log = log
    self.author = author
    self.clock = clock
    size = isStream ? 1 : SQLiteEventLog.batchSize
  }

  /// Takes one event of a file; returns the outcomes of a batch when one was stored, in order.
  ///
  /// Events of one `set` that follow each other stay in one batch.
  package mutating func add(_ event: SentEvent, line: Int) throws(StoreError) -> [ImportedLine] {
    let belongs = event.event.set != nil && event.event.set == events.last?.event.set
    let stored = events.count >= size && !belongs ? try finish() : []
    events.append(event)
    lines.append(line)
    return size == 1 ? try finish() : stored
  }

  /// Stores what is left and returns its outcomes.
  package mutating func finish() throws(StoreError) -> [ImportedLine] {
    let outcomes = try log.append(events, by: author, together: false, clock: clock)
    let result = zip(lines, outcomes).map { ImportedLine(line: $0, outcome: $1) }
    events.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    return result
  }
}
