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
  /// Drafts that exist, everybody's.
  package internal(set) var marks: [EntryDraftMark] = []
  /// True once it is known which drafts there are.
  package internal(set) var knowsMarks = false
  /// What this console saved last, for taking it back.
  package internal(set) var lastReceipt: EntryReceipt?
  /// Keys of each round of vital signs saved here, for the median that is shown.
  package internal(set) var keysOfRounds: [Int] = []

  package struct Pending: Sendable, Hashable {
    package let kind: FormKind
    package let patient: PatientID
    /// Events to correct or take back.
    package let targets: [EventID]
    /// What the form begins with.
    package let texts: [String: String]
  }

  package init(user: EntryUser? = nil, isTraining: Bool = false) {
    self.user = user
    self.isTraining = isTraining
  }

  /// The median of the keys that a round took, for the person who types.
  package var medianKeys: Int? {
    guard !keysOfRounds.isEmpty else { return nil }
    return keysOfRounds.sorted()[keysOfRounds.count / 2]
  }

  /// Somebody's draft of a form for a patient: one's own first.
  package func mark(_ kind: FormKind, _ patient: PatientID) -> EntryDraftMark? {
    let found = marks.filter { $0.kind == kind && $0.patient == patient }
    return found.first { $0.login == user?.login } ?? found.first
  }

  /// Drafts for a patient, for the badge on the ward.
  package func marks(of patient: PatientID) -> [EntryDraftMark] {
    marks.filter { $0.patient == patient }
  }
}
