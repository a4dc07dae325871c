package import Clinical
package import Terminal

/// A list over the screen, narrowed by typing.
package struct OpenList: Sendable {
  package enum Kind: Sendable, Equatable {
    /// The keys that do something on this screen.
    case help
    /// Every command that works here, and every patient.
    case palette
    /// With the theme that was in force before.
    case themes(before: String)
    /// What changed since one last looked; Enter opens the patient.
    case changes
    /// For whom what waits is filed.
    case heldPatient
    /// Whether it really is to be filed for that patient.
    case heldConfirm(PatientID)
    /// Why it is put aside.
    case heldReason
  }

  package let kind: Kind
  package var picker: Picker
}
