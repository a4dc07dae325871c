/// What an event says, one case a kind (contract 1.3).
package indirect enum Content: Hashable, Sendable {
  case site(Site)
  case setting(Setting)
  case user(User)
  case patient(PatientDetails)
  case enrolment(Enrolment)
  case stay(Stay)
  case leukapheresis(Leukapheresis)
  case lymphodepletion(Lymphodepletion)
  case infusion(Infusion)
  case vitals(Vitals)
  case oxygen(Oxygen)
  case fluidBolus(FluidBolus)
  case vasopressor(Vasopressor)
  case medication(Medication)
  case ice(ICE)
  case capd(CAPD)
  case consciousness(Consciousness)
  case seizure(Seizure)
  case motor(Motor)
  case intracranial(Intracranial)
  case finding(Finding)
  case lab(Lab)
  case attribution(Attribution)
  case adjudication(Adjudication)
  case adverseEvent(AdverseEvent)
  case response(Response)
  case transplant(Transplant)
  case newTherapy(NewTherapy)
  case status(Status)
  case notDone(NotDone)
  case acknowledgement(Acknowledgement)
  case note(String)
  case retraction(Retraction)
  /// Of a training session; no ward has any.
  case training(TrainingContent)

  package var kind: EventKind {
    switch self {
    case .site: .site
    case .setting: .setting
    case .user: .user
    case .patient: .patient
    case .enrolment: .enrolment
    case .stay: .stay
    case .leukapheresis: .leukapheresis
    case .lymphodepletion: .lymphodepletion
    case .infusion: .infusion
    case .vitals: .vitals
    case .oxygen: .oxygen
    case .fluidBolus: .fluidBolus
    case .vasopressor: .vasopressor
    case .medication: .medication
    case .ice: .ice
    case .capd: .capd
    case .consciousness: .consciousness
    case .seizure: .seizure
    case .motor: .motor
    case .intracranial: .intracranial
    case .finding: .finding
    case .lab: .lab
    case .attribution: .attribution
    case .adjudication: .adjudication
    case .adverseEvent: .adverseEvent
    case .response: .response
    case .transplant: .transplant
    case .newTherapy: .newTherapy
    case .status: .status
    case .notDone: .notDone
    case .acknowledgement: .acknowledgement
    case .note: .note
    case .retraction: .retraction
    case .training(let training): training.kind
    }
  }
}

/// Ends a fact, whichever of its versions is named; retracting the retraction brings it back.
package struct Retraction: Hashable, Sendable {
  package let retracts: EventID
  package init(retracts: EventID) { self.retracts = retracts }
}
