package import Clinical

/// Messages of one sender that wait for the same thing: what a person works off together.
package struct HeldGroup: Hashable, Sendable {
  package var id: String
  /// `hl7:<sender>`.
  package var source: String
  /// Whose they say that they are, by identifier or bed; `""` where they say nothing.
  package var subject: String
  /// The patient where that is known, and something else stands in the way.
  package var patient: PatientID?
  /// Why they wait: the word that programs use.
  package var reason: String
  /// What exactly, of the newest; a line for each thing.
  package var text: String
  package var count: Int
  package var first: Instant
  package var last: Instant

  package init(
    id: String, source: String, subject: String, patient: PatientID?, reason: String, text: String,
    count: Int, first: Instant, last: Instant
  ) {
    self.id = id
    self.source = source
    self.subject = subject
    self.patient = patient
    self.reason = reason
    self.text = text
    self.count = count
    self.first = first
    self.last = last
  }
}

/// What somebody decided about a group.
package enum HeldDecision: Hashable, Sendable {
  case file(for: PatientID)
  /// Put aside: it stays in the store, and nothing of it is filed.
  case dismiss(note: String)
}

/// The holding list as the console knows it.
package struct HoldingDesk: Sendable {
  /// The oldest first.
  package var groups: [HeldGroup] = []
  /// The id of the chosen one.
  package var selected: String?
  /// True while something is being filed.
  package var isBusy = false

  package init() {}

  /// How many messages wait.
  package var count: Int { groups.reduce(0) { $0 + $1.count } }

  /// The chosen group: the one that was, or the first.
  package var chosen: HeldGroup? { asked ?? groups.first }

  /// The group that a question is about; `nil` where it has gone meanwhile, and no other stands for it.
  package var asked: HeldGroup? { groups.first { $0.id == selected } }
}
