package import Clinical

/// That somebody has taken an alert into account.
package struct AcknowledgementGiven: Sendable, Hashable {
  package let id: EventID
  /// The rule that it names, by itself or through the alert's id.
  package let rule: String?
  package let at: Instant
  /// When it was written down: what came to be known later it does not cover.
  package let known: Instant
  package let by: String?
  /// As it was asked for; `nil` for the default of the priority.
  package let until: Instant?
  package let note: String?

  /// An acknowledgement by the id of an alert holds for the alert of that rule that was active at its
  /// `at`, however late entries have moved the interval since (contract 5).
  init(_ entry: Acknowledgement, _ event: Event, at t: Instant) {
    id = event.id
    rule = entry.rule ?? entry.alert.map { String($0.prefix { $0 != ":" }) }
    at = t
    known = max(t, event.recordedAt ?? t)
    by = event.by
    until = entry.until
    note = entry.note
  }
}
