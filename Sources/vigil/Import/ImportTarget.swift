import Clinical
import EventStore
import EventText

/// Where an import's events go: into the store, or nowhere.
protocol ImportTarget {
  /// Takes events in order, and says what became of each.
  func take(_ events: [SentEvent], source: String) throws -> [AppendOutcome]
  /// True when an event of that id is there.
  func holds(_ id: EventID) throws -> Bool
}

/// The store itself.
struct StoreTarget<Log: EventLog>: ImportTarget {
  let log: Log
  let clock: StoreClock

  func take(_ events: [SentEvent], source: String) throws -> [AppendOutcome] {
    try log.append(events, by: .imported(file: source), together: false, clock: clock)
  }

  func holds(_ id: EventID) throws -> Bool { try log.event(id) != nil }
}
