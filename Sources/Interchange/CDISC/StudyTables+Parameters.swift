import Clinical
import EventText
import Outcomes

extension StudyTables {
  /// PP: what the course of CAR copies and CAR+ cells comes to by the conventions of `Kinetics`, a
  /// record for each parameter. One that cannot be given is there as not done, with the reason; one
  /// that is only a bound has its sign in the texts and no number.
  ///
  /// A subject without a sample of a variable after the infusion has no records of it.
  mutating func addParameters(_ subject: StudySubject, through now: Instant) {
    let patient = subject.patient
    guard
      let outcomes = SubjectOutcomes(
        TrialSubject(patient.id, patient.course), OutcomeQuestion(cutoff: now, zone: patient.zone)),
      let infusion = patient.facts.first(where: { $0.event.kind == .infusion })?.event
    else { return }
    for variable in SubjectOutcomes.expansion {
      let profile = outcomes.profile(variable)
      guard !profile.after.isEmpty else { continue }
      let kinetics = profile.kinetics()
      let unit = Self.sdtm(variable.measure.unit)
      for parameter in KineticParameter.allCases {
        var values = Self.values(of: parameter, profile, kinetics, unit)
        values["PPCAT"] = .string(Self.analyte(variable))
        values["PPSPEC"] = .string("BLOOD")
        values["PPRFTDTC"] = .string(subject.text(infusion.at))
        add(to: "PP", subject, values)
      }
    }
  }

  // Of copies the name of the test in PC, of cells that in LB.
  private static func analyte(_ variable: LabVariable) -> String {
    switch variable {
    case .carCopies: "CAR Transgene Copies"
    default: "\(variable.label), \(variable.measure.unit.label)"
    }
  }

  private static func values(
    of parameter: KineticParameter, _ profile: AnalyteProfile, _ kinetics: Kinetics,
    _ concentration: String
  ) -> [String: JSONValue?] {
    var values: [String: JSONValue?] = [
      "PPTESTCD": .string(parameter.code), "PPTEST": .string(parameter.label),
    ]
    if let end = parameter.end {
      values["PPSTINT"] = .string("P0D")
      values["PPENINT"] = .string(end)
    }
    guard let value = parameter.value(in: kinetics) else {
      values["PPSTAT"] = .string("NOT DONE")
      values["PPREASND"] = .string(parameter.reason(in: kinetics))
      return values
    }
    let number = DecimalNumber(plain: NumberText.significant(value, digits: 12))
    let text = number?.description ?? NumberText.significant(value, digits: 12)
    let isLeast = parameter.isLeast(of: profile, kinetics)
    let unit = parameter.unit(concentration)
    values["PPORRES"] = .string((isLeast ? ">=" : "") + text)
    values["PPORRESU"] = .string(unit)
    values["PPSTRESC"] = .string((isLeast ? ">=" : "") + text)
    values["PPSTRESN"] = isLeast ? nil : number.map { .number($0) }
    values["PPSTRESU"] = .string(unit)
    return values
  }
}
