package import Clinical

/// What a person has typed and not yet saved.
package struct Draft: Hashable, Sendable {
  package var login: String
  /// Which form it belongs to; the form decides how it names itself.
  package var form: String
  package var patient: PatientID?
  package var savedAt: Instant
  /// Opaque to the store.
  package var content: [UInt8]

  package init(
    login: String, form: String, patient: PatientID?, savedAt: Instant, content: [UInt8]
  ) {
    self.login = login
    self.form = form
    self.patient = patient
    self.savedAt = savedAt
    self.content = content
  }
}

/// That a draft exists; all that anybody but its author may know of it.
package struct DraftMark: Hashable, Sendable {
  package var login: String
  package var form: String
  package var patient: PatientID?
  package var savedAt: Instant
}

/// Drafts and each user's last-looked marks: in the store, outside the chain, never clinical facts
/// (contract 4).
package protocol PersonalNotes: Sendable {
  /// Keeps a draft durably in the place of an earlier one of the same person and form.
  func save(_ draft: Draft) throws(StoreError)
  /// The draft of that person, and of no other.
  func draft(of login: String, form: String) throws(StoreError) -> Draft?
  func discardDraft(of login: String, form: String) throws(StoreError)
  /// Which drafts exist, sorted by person and form.
  func draftMarks() throws(StoreError) -> [DraftMark]

  /// Notes that a person has seen a patient's record up to a position.
  func markLooked(_ login: String, at patient: PatientID, seq: Int64, now: Instant)
    throws(StoreError)
  /// Up to where a person has seen a patient's record, and when; `nil` if never.
  func lastLooked(_ login: String, at patient: PatientID) throws(StoreError) -> LastLooked?
  /// All of a person's marks.
  func lastLooked(_ login: String) throws(StoreError) -> [PatientID: LastLooked]
}

/// Up to where somebody has seen a patient's record.
package struct LastLooked: Hashable, Sendable {
  package var seq: Int64
  package var at: Instant

  package init(seq: Int64, at: Instant) {
    self.seq = seq
    self.at = at
  }
}

/// A patient's folded state at a position, opaque to the store.
package struct Checkpoint: Hashable, Sendable {
  package var patient: PatientID
  package var purpose: Purpose
  /// Everything up to this position is folded in.
  package var seq: Int64
  /// Which engine folded it, and the hash of the settings that it had; another of either makes
  /// the checkpoint void.
  package var engine: String
  package var settings: [UInt8]
  package var state: [UInt8]

  /// What the state is kept for: each has its own row.
  package enum Purpose: String, CaseIterable, Sendable {
    case ward
    case outcomes
  }

  package init(
    patient: PatientID, purpose: Purpose = .ward, seq: Int64, engine: String, settings: [UInt8],
    state: [UInt8]
  ) {
    self.patient = patient
    self.purpose = purpose
    self.seq = seq
    self.engine = engine
    self.settings = settings
    self.state = state
  }
}

/// Checkpoints can be dropped and rebuilt at any time.
package protocol Checkpoints: Sendable {
  /// Keeps checkpoints, each in the place of the patient's earlier one of that purpose; all of one
  /// call in one transaction.
  func save(_ checkpoints: [Checkpoint]) throws(StoreError)
  /// The patient's checkpoint, if it is of that engine and those settings and as it was saved.
  func checkpoint(
    of patient: PatientID, for purpose: Checkpoint.Purpose, engine: String, settings: [UInt8]
  ) throws(StoreError) -> Checkpoint?
  func dropCheckpoints() throws(StoreError)
}

extension Checkpoints {
  /// Keeps a checkpoint in the place of the patient's earlier one.
  package func save(_ checkpoint: Checkpoint) throws(StoreError) { try save([checkpoint]) }

  /// The checkpoint that the ward keeps.
  package func checkpoint(
    of patient: PatientID, engine: String, settings: [UInt8]
  ) throws(StoreError) -> Checkpoint? {
    try checkpoint(of: patient, for: .ward, engine: engine, settings: settings)
  }
}
