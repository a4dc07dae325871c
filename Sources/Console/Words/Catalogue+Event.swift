package import Clinical

extension Catalogue {
  /// What an event says, in one line.
  package func text(of event: Event) -> String {
    switch event.content {
    case .vitals(let vitals): text(of: vitals)
    case .oxygen(let oxygen):
      joined([
        self(oxygen.device.word), quantity(oxygen.flow), oxygen.fio2.map { "FiO2 " + quantity($0) },
        oxygen.indication.map { self($0.word) },
      ])
    case .fluidBolus(let bolus):
      joined([self(.eventBolus), quantity(bolus.volume), bolus.indication.map(\.rawValue)])
    case .vasopressor(let entry):
      joined([
        entry.name ?? entry.agent.label, self(entry.action.word), quantity(entry.rate),
        entry.indication.map(\.rawValue),
      ])
    case .medication(let entry):
      joined([
        entry.drug, quantity(entry.dose), entry.route,
        entry.action.flatMap { $0 == .give ? nil : self($0.word) },
      ])
    case .ice(let ice): self(.eventICE, score(ice.points?.low, ice.points?.high, ice.status))
    case .capd(let capd): self(.eventCAPD, score(capd.points, capd.points, capd.status))
    case .consciousness(let entry):
      joined([self(entry.level.word), entry.cause.map { "(\($0.rawValue))" }])
    case .seizure(let seizure): text(of: seizure)
    case .motor(let motor): joined([self(.eventMotor), motor.finding.rawValue, motor.side])
    case .intracranial(let entry):
      joined([self(.eventIntracranial), entry.findings.map(\.rawValue).joined(separator: ", ")])
    case .finding(let finding):
      joined([finding.name, self(finding.present ? .present : .absent)])
    case .lab(let lab): lab.results.map(text(of:)).joined(separator: "  ")
    case .attribution(let entry):
      self(.eventAttribution, entry.domain.rawValue, entry.cause.rawValue)
    case .adjudication(let entry): self(.eventAdjudication, entry.scale, "\(entry.grade)")
    case .retraction: self(.eventRetraction, event.reason ?? "")
    case .note(let text): text
    default: other(event.content)
    }
  }

  private func other(_ content: Content) -> String {
    switch content {
    case .patient(let details):
      joined([
        self(.eventPatient), details.name, details.birthDate.map { "\($0)" }, details.diagnosis,
        details.hospitalNumber, details.weight.map { quantity($0) },
      ])
    case .stay(let stay): joined([stay.action.rawValue, stay.unit, stay.bed])
    case .infusion(let entry): joined([self(.eventInfusion), entry.product, quantity(entry.dose)])
    case .lymphodepletion(let entry):
      joined([self(.eventLymphodepletion), entry.drug, quantity(entry.dose)])
    case .response(let entry): joined([self(.eventResponse), entry.response.rawValue, entry.mrd])
    case .adverseEvent(let entry):
      joined([self(.eventAdverse), entry.term, entry.grade.map { "\($0)" }])
    case .status(let entry): joined([entry.state.rawValue, entry.principalCause?.rawValue])
    case .notDone(let entry):
      self(.eventNotDone, entry.what.rawValue, entry.because.rawValue)
    case .setting(let entry):
      self(.eventSetting, entry.name, SettingForm.text(of: entry.value) ?? "…")
    case .user(let entry):
      joined([
        entry.login, entry.name, EntryCatalogue.of(language)(entry.role.entryWord),
        entry.active == false ? self(.eventInactive) : nil,
      ])
    case .site(let entry): joined([entry.name, entry.timeZone])
    case .transplant(let entry): joined([self(.eventTransplant), entry.donor])
    case .newTherapy(let entry): joined([self(.eventTherapy), entry.therapy])
    case .acknowledgement(let entry):
      joined([self(.eventAcknowledged), entry.alert ?? entry.rule, entry.note])
    default: content.kind.rawValue
    }
  }

  private func text(of vitals: Vitals) -> String {
    let pressure: String? =
      if let systolic = vitals.systolic {
        "BP \(systolic.value)/\(vitals.diastolic.map { "\($0.value)" } ?? "-")"
      } else {
        nil
      }
    return joined([
      vitals.temperature.map { "T " + quantity($0) }, vitals.site.map { self($0.word) },
      vitals.heartRate.map { "HR \($0.value)" }, vitals.pulse.map { "P \($0.value)" }, pressure,
      vitals.meanArterial.map { "MAP \($0.value)" },
      vitals.respiratoryRate.map { "RR \($0.value)" }, vitals.spo2.map { "SpO2 \($0.value) %" },
    ])
  }

  private func text(of seizure: Seizure) -> String {
    let end: Word? =
      switch seizure.resolved {
      case true?: .seizureOver
      case false?: .seizureOngoing
      case nil: nil
      }
    return joined([
      self(seizure.continues == nil ? .eventSeizure : .eventSeizureContinued),
      seizure.type?.rawValue, quantity(seizure.duration), end.map { self($0) },
    ])
  }

  private func text(of result: LabResult) -> String {
    let name = LabVariable.label(ofCode: result.code)
    let unit = Unit(spelling: result.unit)?.label ?? result.unit
    return "\(name) \(result.comparator?.rawValue ?? "")\(result.value) \(unit)"
  }

  /// A score, bounds of one, or why there is none: `8`, `6-9`, `refused`.
  func score(_ low: Int?, _ high: Int?, _ status: InstrumentStatus?) -> String {
    if let low, let high { return low == high ? "\(low)" : "\(low)-\(high)" }
    return status.map { shared($0.word) } ?? self(.notRecorded)
  }

  /// A value with its unit as a person reads it; empty for none.
  func quantity(_ quantity: Quantity?) -> String {
    guard let quantity else { return "" }
    let unit = quantity.unit.label
    let value = "\(quantity.comparator?.rawValue ?? "")\(quantity.value)"
    return unit.isEmpty ? value : "\(value) \(unit)"
  }

  private func joined(_ parts: [String?]) -> String {
    parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
