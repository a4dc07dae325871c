internal import Clinical

extension ObjectWriter {
  /// Puts the fields of the kind.
  mutating func put(_ content: Content) {
    switch content {
    case .site(let site): put(site)
    case .setting(let setting):
      put(.name, setting.name)
      put(.value, JSONValue(setting.value))
    case .user(let user): put(user)
    case .patient(let details): put(details)
    case .enrolment(let enrolment):
      put(.consented, enrolment.consented)
      put(.screenFailure, enrolment.screenFailure)
    case .stay(let stay): put(stay)
    case .leukapheresis(let leukapheresis): put(.collected, leukapheresis.collected)
    case .lymphodepletion(let lymphodepletion):
      put(.drug, lymphodepletion.drug)
      put(.dose, lymphodepletion.dose)
    case .infusion(let infusion): put(infusion)
    case .vitals(let vitals): put(vitals)
    case .oxygen(let oxygen): put(oxygen)
    case .fluidBolus(let bolus):
      put(.volume, bolus.volume)
      put(.indication, bolus.indication)
    case .vasopressor(let vasopressor): put(vasopressor)
    case .medication(let medication): put(medication)
    case .ice(let ice): put(ice)
    case .capd(let capd): put(capd)
    case .consciousness(let consciousness):
      put(.level, consciousness.level)
      put(.cause, consciousness.cause)
    case .seizure(let seizure): put(seizure)
    case .motor(let motor):
      put(.finding, motor.finding)
      put(.side, motor.side)
    case .intracranial(let intracranial):
      put(.findings, .array(intracranial.findings.map { .string($0.rawValue) }))
    case .finding(let finding):
      put(.name, finding.name)
      put(.present, finding.present)
    case .lab(let lab): put(lab)
    case .attribution(let attribution):
      put(.domain, attribution.domain)
      put(.cause, attribution.cause)
      put(.note, attribution.note)
    case .adjudication(let adjudication):
      put(.scale, adjudication.scale)
      put(.grade, adjudication.grade)
      put(.computed, adjudication.computed)
    case .adverseEvent(let event): put(event)
    case .response(let response): put(response)
    case .transplant(let transplant):
      put(.donor, transplant.donor)
      put(.purpose, transplant.purpose)
    case .newTherapy(let newTherapy): put(.therapy, newTherapy.therapy)
    case .status(let status):
      put(.state, status.state)
      put(.principalCause, status.principalCause)
    case .notDone(let notDone): put(notDone)
    case .acknowledgement(let acknowledgement):
      put(.alert, acknowledgement.alert)
      put(.rule, acknowledgement.rule)
      put(.note, acknowledgement.note)
      put(.until, acknowledgement.until)
    case .note(let text): put(.text, text)
    case .retraction(let retraction): put(.retracts, retraction.retracts)
    case .training(let training): put(training)
    }
  }
}
