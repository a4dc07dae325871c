package import Clinical

/// What is asked of a report.
package struct ReportQuestion: Sendable {
  /// Nothing observed later enters.
  package var at: Instant
  /// Only what was written down by then is known; the courses come already chosen by it.
  package var asKnownAt: Instant?
  package var record: RecordName
  /// True where names are out and dates are days of the study: the courses come without identities.
  package var isDeidentified: Bool
  package var words: ReportWords

  package init(
    at: Instant, asKnownAt: Instant?, record: RecordName, isDeidentified: Bool = false,
    words: ReportWords = .english
  ) {
    self.at = at
    self.asKnownAt = asKnownAt
    self.record = record
    self.isDeidentified = isDeidentified
    self.words = words
  }
}

/// Which record a report is of.
package enum RecordName: Sendable, Hashable {
  /// A store, with the hash that its chain ends in and how many events that is.
  case store(head: String, events: Int64)
  /// A file that was read without a store.
  case file(String)
}
