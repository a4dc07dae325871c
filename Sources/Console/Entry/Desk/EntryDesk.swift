package import Clinical

/// Everything about entry that outlives one form: who types, which form is open, which drafts there
/// are.
package struct EntryDesk: Sendable {
  package var user: EntryUser?
  /// A training store: an instructor may what a physician may.
  package var isTraining = false
  package var open: EntryState?
  /// A form that waits for its patient's record, or for its draft.
  package internal(set) var pending: Pending?
  /// The patient whose record is asked for because events of the whole ward stand in it too.
  package internal(set) var wardRecordAwaited: PatientID?
  /// The record that the list of the whole ward's events is read from.
  package internal(set) var wardRecord: PatientRecord?
  /// Drafts that exist, everybody's.
  package internal(set) var marks: [EntryDraftMark] = []
  /// True once it is known which drafts there are.
  package internal(set) var knowsMarks = false
  /// What this console saved last, for taking it back.
  package internal(set) var lastReceipt: EntryReceipt?

  package struct Pending: Sendable, Hashable {
    package let kind: FormKind
    package let patient: PatientID
    /// Events to correct or take back.
    package let targets: [EventID]
    /// What the form begins with.
    package let texts: [String: String]
    /// The alert to acknowledge.
    package var alert: AlertAtHand?
  }

  package init(user: EntryUser? = nil, isTraining: Bool = false) {
    self.user = user
    self.isTraining = isTraining
  }

  /// Drafts for a patient, for the badge on the ward.
  package func marks(of patient: PatientID) -> [EntryDraftMark] {
    marks.filter { $0.patient == patient }
  }
}
