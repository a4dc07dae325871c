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
/// A batch is stored on another thread while the next is being read. A run that was broken off is
/// finished by running it again: what is there already is a duplicate and stores nothing.
package struct ImportBatcher {
  private let log: any EventLog
  private let author: Authorship
  private let size: Int
  private let clock: StoreClock
  private var events: [SentEvent] = []
  private var lines: [Int] = []
  private var underWay: BackgroundAppend?

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

  /// Takes one event of a file; returns the outcomes of an earlier batch once it is durable, in
  /// order. Of a stream, the event's own outcome.
  ///
  /// Events of one `set` that follow each other stay in one batch.
  ///
  /// - Throws: what an earlier batch failed with; nothing after that batch was stored.
  package mutating func add(_ event: SentEvent, line: Int) throws(StoreError) -> [ImportedLine] {
    let belongs = event.event.set != nil && event.event.set == events.last?.event.set
    var stored: [ImportedLine] = []
    if events.count >= size, !belongs {
      stored = try settle()
      underWay = BackgroundAppend(events, lines, log, author, clock)
      clear()
    }
    events.append(event)
    lines.append(line)
    return size == 1 ? try finish() : stored
  }

  /// Stores what is left; returns the outcomes that `add` has not returned yet.
  package mutating func finish() throws(StoreError) -> [ImportedLine] {
    let earlier = try settle()
    let outcomes = try log.append(events, by: author, together: false, clock: clock)
    let last = zip(lines, outcomes).map { ImportedLine(line: $0, outcome: $1) }
    clear()
    return earlier + last
  }

  private mutating func settle() throws(StoreError) -> [ImportedLine] {
    defer { underWay = nil }
    return try underWay?.wait() ?? []
  }

  private mutating func clear() {
    events.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
  }
}
