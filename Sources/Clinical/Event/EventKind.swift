/// What an event says (contract 1.3). The raw value is the `kind` in the text form.
package enum EventKind: String, CaseIterable, Sendable {
  case site, setting, user
  case patient, enrolment, stay
  case leukapheresis, lymphodepletion, infusion
  case vitals, oxygen, fluidBolus, vasopressor, medication
  case ice, capd, consciousness, seizure, motor, intracranial, finding
  case lab
  case attribution, adjudication
  case adverseEvent, response, transplant, newTherapy, status
  case notDone, acknowledgement, note, retraction

  /// Kinds that belong to the ward and need no patient.
  package var isWardWide: Bool {
    switch self {
    case .site, .setting, .user: true
    default: false
    }
  }

  /// Kinds whose `at` may be a date alone (marked d in contract 1.3).
  package var mayBeDated: Bool {
    switch self {
    case .enrolment, .leukapheresis, .lymphodepletion, .response, .transplant, .newTherapy,
      .status:
      true
    default: false
    }
  }
}
