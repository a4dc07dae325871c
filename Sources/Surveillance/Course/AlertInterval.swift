package import Clinical

/// The time during which a rule is true for a patient, with everything that changed in it.
struct AlertInterval: Sendable {
  /// Index in `AlertRule.all`.
  let rule: Int
  let raised: Instant
  /// In order of time; never empty.
  var steps: [AlertStep]
  var ended: Instant?
}

/// What an alert said from an instant on.
package struct AlertStep: Sendable, Hashable {
  package let at: Instant
  /// When the last of the facts behind it was written down; `at` where that is not on record.
  package let known: Instant
  package let priority: AlertPriority
  /// Greater is worse.
  package let badness: DecimalNumber
  package let occurrence: Instant?
  package let text: String
  /// The events behind it.
  package let events: [EventID]
  package let causes: Set<AlertCause>
  package let grade: Int?

  init(
    at: Instant, known: Instant, priority: AlertPriority, badness: DecimalNumber,
    occurrence: Instant?, text: String, events: [EventID], causes: Set<AlertCause>, grade: Int?
  ) {
    self.at = at
    self.known = known
    self.priority = priority
    self.badness = badness
    self.occurrence = occurrence
    self.text = text
    self.events = events
    self.causes = causes
    self.grade = grade
  }

  /// True where this asks for more than another said: more urgent, a worse value, or anew.
  func isWorse(than other: AlertStep) -> Bool {
    priority > other.priority || badness > other.badness || isNewer(than: other)
  }

  private func isNewer(than other: AlertStep) -> Bool {
    guard let occurrence else { return false }
    return other.occurrence.map { occurrence > $0 } ?? true
  }
}
