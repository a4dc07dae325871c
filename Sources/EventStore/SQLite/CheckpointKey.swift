import Clinical

/// The key of a checkpoint's row: the patient, and for every purpose but the ward's, which was the
/// first, a separator that no patient's id can hold, and the purpose.
struct CheckpointKey: Hashable {
  let patient: PatientID
  let purpose: Checkpoint.Purpose

  private static let separator: Character = "\u{1F}"

  init(patient: PatientID, purpose: Checkpoint.Purpose) {
    self.patient = patient
    self.purpose = purpose
  }

  /// `nil` for a text that is no key.
  init?(_ text: String) {
    let parts = text.split(
      separator: Self.separator, maxSplits: 1, omittingEmptySubsequences: false)
    guard let patient = PatientID(String(parts[0])) else { return nil }
    self.patient = patient
    guard parts.count > 1 else {
      purpose = .ward
      return
    }
    guard let purpose = Checkpoint.Purpose(rawValue: String(parts[1])), purpose != .ward else {
      return nil
    }
    self.purpose = purpose
  }

  var text: String {
    purpose == .ward ? patient.text : "\(patient.text)\(Self.separator)\(purpose.rawValue)"
  }
}
