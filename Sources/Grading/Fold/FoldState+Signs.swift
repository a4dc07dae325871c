import Clinical

extension FoldState {
  /// Notes every sign that is a state in force at `t`; asked before and after the facts that may end
  /// or begin one.
  mutating func noteStates(at t: Instant) {
    guard bedside.infusedAt != nil else { return }
    if !bedside.agents.isEmpty { noteState(.hypotension, at: t) }
    if bedside.oxygen != nil { noteState(.hypoxia, at: t) }
    if !bedside.seizures.isEmpty { noteState(.seizure, at: t) }
    if bedside.motor != nil { noteState(.motor, at: t) }
    if bedside.intracranial != nil { noteState(.intracranial, at: t) }
  }

  @inline(__always)
  private mutating func noteState(_ domain: Domain, at t: Instant) {
    if isInForce(domain) { note(domain, at: t) }
  }

  /// True while a state gives the domain's sign, whatever its cause.
  @inline(__always)
  func isInForce(_ domain: Domain) -> Bool {
    switch domain {
    case .hypotension: bedside.agents.contains { $0.indication == .hypotension }
    case .hypoxia: bedside.oxygen.map { bedside.oxygenFinding($0) != nil } ?? false
    case .seizure: bedside.seizures.contains { $0.isOngoing }
    case .motor: bedside.motor?.value == .deepFocalWeakness
    case .intracranial:
      bedside.intracranial.map { $0.value != [.none] && $0.value != [.haemorrhage] } ?? false
    case .fever, .cognition, .consciousness, .death: false
    }
  }

  @inline(__always)
  private mutating func note(_ domain: Domain, at t: Instant) {
    memory.seen.note(domain, at: t)
    guard !bedside.isSilenced(domain) else { return }
    switch domain.scale {
    case .crs: memory.crs.noteSign(at: t)
    case .icans: memory.icans.noteSign(at: t)
    }
  }

  /// Notes whether a pressure of `t` has answered the bolus (D-28).
  @inline(__always)
  mutating func answerBolus(at t: Instant) {
    guard let reading = bedside.systolic, reading.at == t, let bolus = bedside.bolus,
      t > bolus.at, reading.value >= reading.limit
    else { return }
    bedside.bolus?.recovered = true
  }

  /// Notes the signs of CRS that the facts of `t` brought.
  mutating func noteCRSFacts(at t: Instant) {
    if let reading = bedside.temperature, reading.at == t, reading.isFever,
      let infused = bedside.infusedAt, t > infused
    {
      note(.fever, at: t)
      if bedside.isSilenced(.fever) {
        memory.otherFever = reading
      } else {
        memory.fever = reading
      }
    }
    if let reading = bedside.systolic, reading.at == t, bedside.isLow(reading, at: t) {
      note(.hypotension, at: t)
    }
    if bedside.bolus?.at == t { note(.hypotension, at: t) }
    for dose in bedside.pushDoses where dose.startedAt == t && dose.indication == .hypotension {
      note(.hypotension, at: t + bedside.settings.pushDose)
    }
    if bedside.typedSaturation?.at == t {
      let domain = bedside.hypoxia(at: t).0
      if max(domain.low, domain.silencedLow) > 0 { note(.hypoxia, at: t) }
    }
  }

  /// Notes the signs of ICANS that the facts of `t` brought.
  mutating func noteICANSFacts(at t: Instant) {
    if bedside.cognitionReading?.0.at == t {
      let domain = bedside.cognition(at: t)
      if max(domain.low, domain.silencedLow) > 0 { note(.cognition, at: t) }
    }
    if bedside.consciousness?.at == t {
      let domain = bedside.consciousness(at: t)
      if max(domain.low, domain.silencedLow) > 0 { note(.consciousness, at: t) }
    }
    for seizure in bedside.seizures where !seizure.isOngoing { note(.seizure, at: seizure.end) }
  }

  /// Lets seizures go that no longer speak, by what was observed at `t` (D-25).
  mutating func releaseSeizures(at t: Instant) {
    let isInstrument = bedside.cognitionReading?.0.at == t
    guard !bedside.seizures.isEmpty, isInstrument || bedside.consciousness?.at == t else { return }
    if isInstrument, bedside.isAtNeurologicalBaseline(at: t) {
      for index in bedside.seizures.indices
      where !bedside.seizures[index].isOngoing && bedside.seizures[index].returnedAt == nil {
        bedside.seizures[index].returnedAt = t
      }
    }
    let window = bedside.settings.seizureWindow
    bedside.seizures.removeAll { seizure in
      guard !seizure.isOngoing, let returned = seizure.returnedAt else { return false }
      return t >= max(seizure.end + window, returned)
    }
  }
}
