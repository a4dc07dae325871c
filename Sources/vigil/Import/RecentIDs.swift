import Clinical

/// The ids of the lines that a file has brought, to tell equal lines.
///
/// Bounded: once a million lines have gone by, the oldest are forgotten, so equal lines further
/// apart than that are stored once all the same but not reported.
struct RecentIDs {
  private var newer: Set<EventID> = []
  private var older: Set<EventID> = []
  private let limit: Int

  init(limit: Int = 1_000_000) { self.limit = limit }

  /// Notes an id; false when it was noted before.
  mutating func insert(_ id: EventID) -> Bool {
    guard !newer.contains(id), !older.contains(id) else { return false }
    if newer.count >= limit {
      older = newer
      newer = []
    }
    newer.insert(id)
    return true
  }
}
