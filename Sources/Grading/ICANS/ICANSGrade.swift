import Clinical

/// ICANS at one instant: the domains and the grade that follows (clinical-rules 2.4).
struct ICANSGrade: Sendable {
  var cognition: DomainFinding
  var consciousness: DomainFinding
  var seizure: DomainFinding
  var motor: DomainFinding
  var intracranial: DomainFinding
  var record: GradeRecord

  /// Seizure, motor, intracranial: entered when found.
  var rest: Int { max(seizure.low, motor.low, intracranial.low) }
}

extension FoldState {
  /// What ICANS is at `t`, for a living patient after the infusion.
  func gradeICANS(at t: Instant) -> ICANSGrade {
    let cognition = bedside.cognition(at: t)
    let consciousness = bedside.consciousness(at: t)
    let seizure = bedside.seizure(at: t)
    let motor = bedside.motorWeakness()
    let intracranial = bedside.raisedPressure()
    let rest = max(seizure.low, motor.low, intracranial.low)
    let low = max(rest, cognition.low, consciousness.low)
    let high = max(
      cognition.high, consciousness.high, max(seizure.high, motor.high, intracranial.high))
    let firm = max(
      cognition.firm, consciousness.firm, max(seizure.firm, motor.firm, intracranial.firm))
    var isProvisional = firm != low
    var flags = stateFlags(at: t)
    if let (reading, instrument) = bedside.cognitionReading, t < reading.expires,
      !cognition.isSilenced
    {
      if bedside.birthDate == nil {
        flags.insert(.ageUnknown)
        if max(consciousness.firm, rest) < low || low == 0 { isProvisional = true }
      }
      if instrument == .capd {
        if bedside.lacksBaseline(reading) { flags.insert(.capdBaselineMissing) }
        if bedside.isAtHighBaseline(reading) { flags.insert(.capdAtBaseline) }
      }
    }
    if !isProvisional, !bedside.attributions.isEmpty {
      let domains = [
        (Domain.cognition, cognition), (.consciousness, consciousness), (.seizure, seizure),
        (.motor, motor), (.intracranial, intracranial),
      ]
      for (domain, finding) in domains
      where finding.silencedLow > low && isOldAttribution(of: domain, at: t) {
        isProvisional = true
      }
    }
    var record = GradeRecord(
      status: .settled(isProvisional: isProvisional), grade: low, atLeast: low, atMost: high,
      flags: flags, episode: memory.icans.episode?.number,
      adjudication: bedside.icansAdjudication?.id,
      adjudicated: bedside.icansAdjudication?.grade)
    if !cognition.isKnown, !consciousness.isKnown {
      record.atMost = 4
      if rest >= 2 {
        record.grade = rest
        record.atLeast = rest
        record.status = rest < 4 ? .partial : .settled(isProvisional: isProvisional)
      } else {
        record.grade = nil
        record.atLeast = 0
        record.status = isNotAssessable(at: t) ? .notAssessable : .indeterminate
      }
    } else if high > low {
      record.status = .partial
      if low == 0 { record.grade = nil }
    }
    return ICANSGrade(
      cognition: cognition, consciousness: consciousness, seizure: seizure, motor: motor,
      intracranial: intracranial, record: record)
  }

  /// Sedated or intubated, by the newest instrument entry or level of consciousness.
  private func isNotAssessable(at t: Instant) -> Bool {
    if let entry = bedside.instrumentNotDone, t < entry.expires {
      switch entry.status {
      case .sedated, .intubated: return true
      default: break
      }
    }
    return bedside.consciousnessEntry(at: t)?.cause == .sedation
  }

  private func stateFlags(at t: Instant) -> Flags {
    var flags: Flags = []
    let limit = bedside.settings.findingLimit
    if let motor = bedside.motor, motor.value != .none, t >= motor.at + limit {
      flags.insert(.findingUnconfirmed)
    }
    if let intracranial = bedside.intracranial, intracranial.value != [.none],
      t >= intracranial.at + limit
    {
      flags.insert(.findingUnconfirmed)
    }
    if bedside.hasInstrumentMismatch(at: t) { flags.insert(.instrumentMismatch) }
    for entry in bedside.attributions where entry.hasLapsed && entry.domain.scale == .icans {
      if isPresentAgain(entry.domain, at: t) { flags.insert(.attributionLapsed) }
    }
    return flags
  }
}
