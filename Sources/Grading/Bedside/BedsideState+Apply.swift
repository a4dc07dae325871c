import Clinical

/// Which scales a fact may have moved.
struct Touched: OptionSet {
  let rawValue: UInt8
  static let crs = Touched(rawValue: 1)
  static let icans = Touched(rawValue: 2)
  static let both: Touched = [.crs, .icans]
}

extension BedsideState {
  /// Takes over one fact and tells which scales it may have moved.
  ///
  /// Facts come in order. What depends on the other facts of the same instant (baselines at the
  /// infusion, "since the bolus") is decided when the instant is settled.
  mutating func apply(_ fact: Fact, at t: Instant, zone: Zone) -> Touched {
    let event = fact.event
    if let death, t >= death.frozenAt { return [] }
    switch event.content {
    case .vitals(let vitals):
      return apply(vitals, of: event, at: t, day: zone.dayNumber(of: t))
    case .oxygen(let oxygen):
      apply(oxygen, of: event, at: t)
      return .crs
    case .fluidBolus(let given):
      guard given.purpose == .hypotension else { return [] }
      bolus = BolusInForce(
        at: t, id: event.id, volume: given.volume.flatMap(Measure.volume.normalised),
        recovered: false)
      return .crs
    case .vasopressor(let entry):
      apply(entry, event.id, at: t)
      return .crs
    case .medication(let medication):
      return apply(medication, event.id, at: t)
    case .ice(let ice):
      apply(ice, of: event, at: t, day: zone.dayNumber(of: t))
      return .icans
    case .capd(let capd):
      apply(capd, of: event, at: t, day: zone.dayNumber(of: t))
      return .icans
    case .consciousness(let entry):
      consciousness = ConsciousnessReading(
        level: entry.level, cause: entry.cause, at: t,
        expires: t + neuroLife(onDay: zone.dayNumber(of: t)), id: event.id)
      return .icans
    case .seizure(let seizure):
      apply(seizure, of: fact, at: t)
      return .icans
    case .motor(let entry):
      motor = StateEntry(value: entry.finding, at: t, id: event.id)
      return .icans
    case .intracranial(let entry):
      intracranial = StateEntry(value: entry.findings, at: t, id: event.id)
      return .icans
    case .attribution(let entry):
      return apply(entry, event.id, at: t)
    case .adjudication(let entry):
      return apply(entry, of: event, at: t)
    case .patient(let details):
      if let date = details.birthDate { birthDate = date }
      if let delay = details.developmentalDelay { hasDevelopmentalDelay = delay }
      refreshLimits()
      return .both
    case .infusion:
      if infusedAt == nil {
        infusedAt = t
        infusionDay = zone.dayNumber(of: t)
      }
      return .both
    case .setting(let setting):
      apply(setting, ofPatient: event.patient != nil)
      return .both
    case .status(let status):
      guard status.state == .death else { return [] }
      death = DeathOnRecord(
        cause: status.principalCause, at: t, frozenAt: event.at.end(in: zone), id: event.id)
      return .both
    case .notDone(let entry):
      guard entry.what == .vitals else { return [] }
      vitalsNotDone = NotDoneEntry(at: t, isRefusal: entry.because == .refused)
      return .crs
    case .site, .user, .enrolment, .stay, .leukapheresis, .lymphodepletion, .finding, .lab,
      .adverseEvent, .response, .transplant, .newTherapy, .acknowledgement, .note, .retraction,
      .training:
      return []
    }
  }

  private mutating func apply(_ setting: Setting, ofPatient isOwn: Bool) {
    if isOwn {
      ownSettings[setting.name] = setting.value == .null ? nil : setting.value
    } else {
      wardSettings.apply(setting)
      if setting.name == Self.saturationSetting { wardSaturationLimit = setting.value }
    }
    settings = wardSettings
    for (name, value) in ownSettings.sorted(by: { $0.key < $1.key }) {
      settings.apply(Setting(name: name, value: value))
    }
    refreshLimits()
  }

  private mutating func apply(_ entry: Attribution, _ id: EventID, at t: Instant) -> Touched {
    guard let domain = Domain(rawValue: entry.domain.rawValue) else { return [] }
    attributions.removeAll { $0.domain == domain }
    attributions.append(AttributionInForce(domain: domain, cause: entry.cause, at: t, id: id))
    return .both
  }

  private mutating func apply(
    _ entry: Adjudication, of event: Event, at t: Instant
  ) -> Touched {
    guard let scale = Scale(name: entry.scale) else { return [] }
    let adjudication = AdjudicationInForce(
      grade: entry.grade, at: t, by: event.by, reason: event.reason, id: event.id,
      computed: nil, isJudged: false)
    switch scale {
    case .crs:
      crsAdjudication = adjudication
      return .crs
    case .icans:
      icansAdjudication = adjudication
      return .icans
    }
  }
}

extension EventKind {
  /// Whether an event of this kind can change the grade of a scale: as `BedsideState` takes it over.
  package func mayMove(_ scale: Scale) -> Bool {
    switch self {
    case .vitals, .oxygen, .fluidBolus, .vasopressor, .medication, .notDone: scale == .crs
    case .ice, .capd, .consciousness, .seizure, .motor, .intracranial: scale == .icans
    case .attribution, .adjudication, .patient, .infusion, .setting, .status: true
    default: false
    }
  }
}
