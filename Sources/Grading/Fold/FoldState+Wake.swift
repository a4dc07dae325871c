import Clinical

extension FoldState {
  /// The first instant after `t` at which time alone may change a grade, a bound, a status or a
  /// flag, computed from what is in force; `nil` when nothing runs out any more.
  func nextWake(after t: Instant) -> Instant? {
    if let death = bedside.death, t >= death.frozenAt { return nil }
    var next: Instant?
    func consider(_ instant: Instant) {
      guard instant > t else { return }
      if let found = next, found <= instant { return }
      next = instant
    }
    if let reading = bedside.temperature { consider(reading.expires) }
    if let reading = bedside.systolic { consider(reading.expires) }
    if let reading = bedside.saturation { consider(reading.expires) }
    if let reading = bedside.typedSaturation { consider(reading.expires) }
    if let fever = memory.fever { consider(fever.at + bedside.settings.feverLookBack) }
    if let fever = memory.otherFever { consider(fever.at + bedside.settings.feverLookBack) }
    if let bolus = bedside.bolus { consider(bolus.at + bedside.settings.bolus) }
    for dose in bedside.pushDoses { consider(dose.startedAt + bedside.settings.pushDose) }
    for agent in bedside.agents {
      consider(agent.startedAt + bedside.settings.pressorMinimum)
      consider(agent.changedAt + bedside.settings.stateLimit)
    }
    if let oxygen = bedside.oxygen { consider(oxygen.at + bedside.settings.stateLimit) }
    for given in bedside.antipyretics { consider(given.at + bedside.settings.antipyreticMasks) }
    for given in bedside.shortActing { consider(given.at + bedside.settings.shortActingMasks) }
    for given in bedside.longActing { consider(given.at + bedside.settings.tocilizumabMasks) }
    if let reading = bedside.ice { consider(reading.expires) }
    if let reading = bedside.capd { consider(reading.expires) }
    if let entry = bedside.consciousness { consider(entry.expires) }
    if let entry = bedside.instrumentNotDone { consider(entry.expires) }
    for seizure in bedside.seizures where seizure.isOngoing {
      consider(
        Instant(microseconds: seizure.at.microseconds + SeizureInForce.prolonged + 1))
    }
    if let motor = bedside.motor { consider(motor.at + bedside.settings.findingLimit) }
    if let entry = bedside.intracranial { consider(entry.at + bedside.settings.findingLimit) }
    for entry in bedside.attributions
    where !entry.hasLapsed && entry.cause != entry.domain.scale.ownCause {
      consider(lapse(of: entry))
      consider(Instant(microseconds: (entry.at + .hours(12)).microseconds + 1))
    }
    if let entry = bedside.crsAdjudication { consider(entry.at + bedside.settings.adjudication) }
    if let entry = bedside.icansAdjudication { consider(entry.at + bedside.settings.adjudication) }
    return next
  }
}
