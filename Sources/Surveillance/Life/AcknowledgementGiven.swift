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
    rule = Self.rule(entry, event.patient)
    at = t
    known = max(t, event.recordedAt ?? t)
    by = event.by
    role = event.role
    until = entry.until
    note = entry.note
  }

  // An id of another patient or of another rule than the one beside it is of no alert here. A reader
  // refuses such an event; a store may hold one from before.
  private static func rule(_ entry: Acknowledgement, _ patient: PatientID?) -> String? {
    guard let alert = entry.alert else { return entry.rule }
    let rule = String(alert.prefix { $0 != ":" })
    if let named = entry.rule, named != rule { return nil }
    if let patient, !alert.hasPrefix("\(rule):\(patient.text):") { return nil }
    return rule
  }

  /// It keeps an alert quiet for no longer than this, whatever was asked for: whoever comes to the
  /// next round must hear of what still stands.
  package static let longest = TimeSpan.hours(12)

  /// Whether it counts as seen by somebody who may act on it.
  var isSeen: Bool { settles(.listed) }

  /// Whether it takes an alert of a priority off those that wait: one of the highest stands until a
  /// physician has taken it on, and nothing is settled by who may not acknowledge. Where no role is
  /// on record nothing speaks against it.
  func settles(_ priority: AlertPriority) -> Bool { Self.settles(priority, by: role) }

  /// The same of an acknowledgement that is still to be given.
  package static func settles(_ priority: AlertPriority, by role: Role?) -> Bool {
    switch role {
    case nil, .physician, .instructor: true
    case .nurse: priority != .highest
    case .trainee, .reader, .administrator: false
    }
  }
}
