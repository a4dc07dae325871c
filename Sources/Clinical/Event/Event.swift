/// Something observed or done, at a time, to a patient, written down by somebody (contract 1).
///
/// Events are never changed: a correction is another event that names this one. What was sent is
/// kept beside this value by the store, to the letter; this is its meaning.
package struct Event: Hashable, Sendable {
  package var id: EventID
  /// `nil` only for kinds that belong to the ward (`EventKind.isWardWide`).
  package var patient: PatientID?
  package var at: EventTime
  /// When it was written down; `nil` in a file graded without a store, where `at` stands for it.
  package var recordedAt: Instant?
  /// Login of who wrote it.
  package var by: String?
  package var role: Role?
  /// `console`, `command`, `import:<file>`, `hl7:<sender>`, `scenario:<name>`.
  package var source: String?
  /// Events saved together from one form share this.
  package var set: EventID?
  /// The version that this event replaces.
  package var corrects: EventID?
  /// Why, for corrections, retractions, settings and the like.
  package var reason: String?
  package var content: Content

  package init(
    id: EventID, patient: PatientID?, at: EventTime, recordedAt: Instant? = nil,
    by: String? = nil, role: Role? = nil, source: String? = nil, set: EventID? = nil,
    corrects: EventID? = nil, reason: String? = nil, content: Content
  ) {
    self.id = id
    self.patient = patient
    self.at = at
    self.recordedAt = recordedAt
    self.by = by
    self.role = role
    self.source = source
    self.set = set
    self.corrects = corrects
    self.reason = reason
    self.content = content
  }

  package var kind: EventKind { content.kind }

  /// The event that this one retracts, for a retraction.
  package var retracts: EventID? {
    if case .retraction(let retraction) = content { retraction.retracts } else { nil }
  }

  /// True for a value that a person typed: a device stream (`source` `hl7:…`) is not (D-14, A06).
  package var isTyped: Bool { !(source?.hasPrefix("hl7:") ?? false) }
}

/// Under which a person writes.
package enum Role: String, CaseIterable, Sendable {
  case nurse, physician, instructor, trainee, reader, administrator
}
