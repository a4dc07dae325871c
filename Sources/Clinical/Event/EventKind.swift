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
  case session, position, answer, injection, annotation

  /// Kinds of a training session: a training store takes them, and a ward knows nothing of them.
  package var isOfTraining: Bool {
    switch self {
    case .session, .position, .answer, .injection, .annotation: true
    default: false
    }
  }

  /// The kinds that a ward knows.
  package static let ofWard = allCases.filter { !$0.isOfTraining }

  /// Kinds that belong to the ward, or to a session, and need no patient.
  package var isWardWide: Bool {
    switch self {
    case .site, .setting, .user: true
    default: isOfTraining
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
