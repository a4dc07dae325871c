internal import Clinical

extension EventFields {
  /// What the event says, by its kind.
  ///
  /// - Parameter event: the envelope, already read; its own content means nothing yet.
  func content(of event: Event) throws(Refusal) -> Content {
    switch kind {
    case .site: .site(try site())
    case .setting: .setting(try setting(event))
    case .user: .user(try user(event))
    case .patient: .patient(try patientDetails(event))
    case .enrolment: .enrolment(try enrolment())
    case .stay: .stay(try stay())
    case .leukapheresis: .leukapheresis(try leukapheresis())
    case .lymphodepletion: .lymphodepletion(try lymphodepletion())
    case .infusion: .infusion(try infusion())
    case .vitals: .vitals(try vitals())
    case .oxygen: .oxygen(try oxygen())
    case .fluidBolus: .fluidBolus(try fluidBolus())
    case .vasopressor: .vasopressor(try vasopressor())
    case .medication: .medication(try medication())
    case .ice: .ice(try ice())
    case .capd: .capd(try capd())
    case .consciousness: .consciousness(try consciousness())
    case .seizure: .seizure(try seizure(event))
    case .motor: .motor(try motor())
    case .intracranial: .intracranial(try intracranial())
    case .finding: .finding(try finding())
    case .lab: .lab(try lab())
    case .attribution: .attribution(try attribution())
    case .adjudication: .adjudication(try adjudication(event))
    case .adverseEvent: .adverseEvent(try adverseEvent())
    case .response: .response(try response())
    case .transplant: .transplant(try transplant())
    case .newTherapy: .newTherapy(try newTherapy())
    case .status: .status(try status())
    case .notDone: .notDone(try notDone())
    case .acknowledgement: .acknowledgement(try acknowledgement())
    case .note: .note(try required(prose(.text), .text, "write the note"))
    case .retraction: .retraction(try retraction(event))
    case .session, .position, .answer, .injection, .annotation: .training(try training())
    }
  }
}
