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
  /// Under which role it was given; `nil` where that is not on record.
  package let role: Role?
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
    role = event.role
    until = entry.until
    note = entry.note
  }

  /// Whether it takes an alert of a priority off those that wait: one of the highest stands until a
  /// physician has taken it on. Where no role is on record nothing speaks against it.
  func settles(_ priority: AlertPriority) -> Bool { Self.settles(priority, by: role) }

  /// The same of an acknowledgement that is still to be given.
  package static func settles(_ priority: AlertPriority, by role: Role?) -> Bool {
    guard priority == .highest, let role else { return true }
    return role == .physician || role == .instructor
  }
}
