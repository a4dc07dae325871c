/// The place of a fact in its patient's course: (`at`, `recordedAt`, `id`), with a date alone before
/// that local day's timed facts (contract 1.1).
///
/// A corrected fact keeps the `recordedAt` and `id` of the version that was first sent, and takes
/// the `at` of the version that counts; so a correction that is corrected back leaves the course
/// exactly as it was.
package struct FactKey: Hashable, Comparable, Sendable, Codable {
  package let at: Instant
  /// False for a date alone, which comes first among what begins at the same instant.
  package let isTimed: Bool
  package let recordedAt: Instant
  package let id: EventID

  package init(at: Instant, isTimed: Bool, recordedAt: Instant, id: EventID) {
    self.at = at
    self.isTimed = isTimed
    self.recordedAt = recordedAt
    self.id = id
  }

  package static func < (a: FactKey, b: FactKey) -> Bool {
    if a.at != b.at { return a.at < b.at }
    if a.isTimed != b.isTimed { return b.isTimed }
    if a.recordedAt != b.recordedAt { return a.recordedAt < b.recordedAt }
    return a.id < b.id
  }
}

extension Event {
  /// When it was written down, or `at` where that is not on record.
  package func recorded(in zone: Zone) -> Instant { recordedAt ?? at.start(in: zone) }

  /// The place that this event takes when it is neither corrected nor a correction.
  package func ownKey(in zone: Zone) -> FactKey {
    FactKey(
      at: at.start(in: zone), isTimed: !at.isDay, recordedAt: recorded(in: zone), id: id)
  }
}
