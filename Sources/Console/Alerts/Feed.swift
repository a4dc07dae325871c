package import Clinical

/// What came of asking the record for news.
package enum FeedReading: Sendable, Hashable {
  case read
  /// It could not be read just now.
  case failed
  /// There is no such store any more, or another stands in its place.
  case gone
}

/// Whether data still come: a screen of old values must never pass for a calm ward.
package struct Feed: Sendable, Hashable {
  /// When the record was last read; `nil` before the first time.
  package private(set) var lastRead: Instant?
  private var isGone = false

  /// Readings that fail for less than this are no news.
  static let patience = TimeSpan.seconds(60)

  package init() {}

  mutating func take(_ reading: FeedReading, at now: Instant) {
    switch reading {
    case .read:
      lastRead = now
      isGone = false
    case .failed: break
    case .gone: isGone = true
    }
    if lastRead == nil { lastRead = now }
  }

  /// For how long no data have come, once that must be said.
  package func stopped(at now: Instant) -> TimeSpan? {
    guard let lastRead else { return nil }
    let age = now - lastRead
    return isGone || age >= Self.patience ? age : nil
  }
}
