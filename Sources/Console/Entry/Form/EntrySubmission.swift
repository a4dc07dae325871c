package import Clinical

/// What a form hands over to be stored: together or not at all.
package struct EntrySubmission: Hashable, Sendable {
  /// Names the form, as its drafts do.
  package let form: String
  package let kind: FormKind
  /// `nil` for what belongs to the ward alone.
  package let patient: PatientID?
  package let items: [Item]
  /// The set whose events are corrected; a new one where `nil` and there is more than one item.
  package let set: EventID?

  /// One event, without what only the store and its clock can give.
  package struct Item: Hashable, Sendable {
    package let at: EventTime
    package let content: Content
    /// The version that it replaces.
    package let corrects: EventID?
    package let reason: String?
    /// False for what belongs to the ward: a setting of the ward, a user.
    package let isOfPatient: Bool

    package init(
      at: EventTime, content: Content, corrects: EventID? = nil, reason: String? = nil,
      isOfPatient: Bool = true
    ) {
      self.at = at
      self.content = content
      self.corrects = corrects
      self.reason = reason
      self.isOfPatient = isOfPatient
    }
  }

  package init(
    form: String, kind: FormKind, patient: PatientID?, items: [Item], set: EventID? = nil
  ) {
    self.form = form
    self.kind = kind
    self.patient = patient
    self.items = items
    self.set = set
  }
}

extension EntrySubmission {
  /// The events as they would be, for asking the engine before anything is stored. Their ids are of
  /// no event, and come after every other at the same instant.
  package func events(by user: EntryUser, now: Instant) -> [Event] {
    items.enumerated().map { index, item in
      Event(
        id: EventID(high: .max, low: .max - UInt64(items.count) + UInt64(index)),
        patient: item.isOfPatient ? patient : nil, at: item.at, recordedAt: now, by: user.login,
        role: user.role, source: "console", corrects: item.corrects, reason: item.reason,
        content: item.content)
    }
  }
}

/// A store's answer to a submission.
package struct EntryReceipt: Hashable, Sendable {
  package let form: String
  package let patient: PatientID?
  package let kind: FormKind
  /// Ids in the order of the items.
  package let ids: [EventID]
  package let storedAt: Instant
  /// Who had handed it over, whoever is at the station now.
  package let login: String

  package init(
    form: String, patient: PatientID?, kind: FormKind, ids: [EventID], storedAt: Instant,
    login: String
  ) {
    self.form = form
    self.patient = patient
    self.kind = kind
    self.ids = ids
    self.storedAt = storedAt
    self.login = login
  }
}

/// Why a submission was not stored.
package struct EntryFailure: Hashable, Sendable {
  package enum Outcome: Hashable, Sendable {
    /// Nothing was stored; the text says why.
    case refused(String)
    /// What is corrected is no longer the newest version: who made that, and what it says.
    case overtaken(newest: Event)
    /// Not known whether it was stored: look before it is entered again.
    case unknown(String)
  }

  package let form: String
  package let outcome: Outcome

  package init(form: String, outcome: Outcome) {
    self.form = form
    self.outcome = outcome
  }
}

/// What was typed and not saved, for the store to keep; opaque to it.
package struct EntryDraft: Hashable, Sendable {
  package let form: String
  package let patient: PatientID
  package let content: [UInt8]

  package init(form: String, patient: PatientID, content: [UInt8]) {
    self.form = form
    self.patient = patient
    self.content = content
  }
}

/// That a draft exists: all that anybody but its author may know of it.
package struct EntryDraftMark: Hashable, Sendable {
  package let login: String
  package let form: String
  package let patient: PatientID?
  package let savedAt: Instant

  package init(login: String, form: String, patient: PatientID?, savedAt: Instant) {
    self.login = login
    self.form = form
    self.patient = patient
    self.savedAt = savedAt
  }

  /// The kind of form that the draft's name says.
  package var kind: FormKind? {
    form.split(separator: ":").first.flatMap { FormKind(rawValue: String($0)) }
  }
}
