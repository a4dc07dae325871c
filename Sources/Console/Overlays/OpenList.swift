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
    /// Moments of a replay.
    case jumps
    /// Whether live data are to be left.
    case leaving
    /// Whether a training session is to be ended.
    case ending
    /// Settings, users and place of the whole ward; Enter corrects.
    case wardRecord
    /// Which plots are shown; Enter shows or hides one, and the list stays.
    case panels
    /// The patients beside whom the one in front can be looked at.
    case comparison
    /// For whom what waits is filed.
    case heldPatient
    /// Whether it really is to be filed for that patient.
    case heldConfirm(PatientID)
    /// Why it is put aside.
    case heldReason
    /// Which table is imported.
    case tableFile
    /// What a row of a table is, or whether it is imported.
    case tableChoice(title: String)
    /// In which unit a test or a column is.
    case tableUnit(name: String, code: String)
  }

  package let kind: Kind
  package var picker: Picker
}
