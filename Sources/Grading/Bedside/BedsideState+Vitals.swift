import Clinical

extension BedsideState {
  mutating func apply(
    _ vitals: Vitals, of event: Event, at t: Instant, day: Int64
  ) -> Touched {
    var touched: Touched = []
    let expires = t + vitalsLife(onDay: day)
    if let quantity = vitals.temperature, let tenths = self.tenths(quantity, vitals.site) {
      temperature = TemperatureReading(
        tenths: tenths, at: t, expires: expires, id: event.id, site: vitals.site,
        isRoundedUp: tenths == FeverLimit.tenths
          && Measure.temperature.normalised(quantity).map { $0 < 38 } == true,
        isUnsigned: event.awaitsCosignature)
      touched = .crs
    }
    if let quantity = vitals.systolic, let value = Measure.systolic.normalised(quantity) {
      let reading = SystolicReading(
        value: value, at: t, expires: expires, id: event.id, day: day,
        limit: systolicLimit(onDay: day), isUnsigned: event.awaitsCosignature)
      systolic = reading
      if infusedAt == nil || infusedAt == t { keepForBaseline(reading) }
      touched = .crs
    }
    if let quantity = vitals.spo2, let value = Measure.spo2.normalised(quantity) {
      let reading = SaturationReading(
        value: value, at: t, expires: expires, id: event.id, isUnsigned: event.awaitsCosignature)
      saturation = reading
      if event.isTyped { typedSaturation = reading }
      touched = .crs
    }
    return touched
  }

  // D-02 and D-18.
  private func tenths(_ quantity: Quantity, _ site: Vitals.Site?) -> Int? {
    Measure.temperature.normalised(quantity).map {
      FeverLimit(settings).tenths($0, site: site)
    }
  }

  private mutating func keepForBaseline(_ reading: SystolicReading) {
    // Of two readings at one instant the later in order counts.
    if systolicsBefore.last?.at == reading.at { systolicsBefore.removeLast() }
    systolicsBefore.append(reading)
    let oldest = reading.day - 40
    if let first = systolicsBefore.first, first.day < oldest, systolicsBefore.count % 64 == 0 {
      systolicsBefore.removeAll { $0.day < oldest }
    }
  }

  mutating func apply(_ entry: Oxygen, of event: Event, at t: Instant) {
    oxygen = OxygenInForce(
      device: entry.device, flow: entry.flow.flatMap(Measure.flow.normalised),
      fio2: entry.fio2.flatMap(Measure.fio2.normalised), indication: entry.indication, at: t,
      id: event.id, isUnsigned: event.awaitsCosignature)
  }

  mutating func apply(_ entry: Vasopressor, _ id: EventID, at t: Instant) {
    agentEntryAt = t
    var new = RunningAgent(
      agent: entry.agent, name: entry.foldedName, startedAt: t, changedAt: t,
      indication: entry.purpose, switchFrom: entry.switchFrom,
      rate: entry.rate, id: id)
    if entry.action == .bolus {
      let limit = t - settings.pushDose
      pushDoses.removeAll { $0.startedAt <= limit }
      pushDoses.append(new)
      return
    }
    let index = agents.firstIndex { $0.isSameDrug(as: new) }
    if entry.isStop {
      if let index { agents.remove(at: index) }
      return
    }
    if let index {
      let running = agents[index]
      new = RunningAgent(
        agent: new.agent, name: new.name, startedAt: running.startedAt, changedAt: t,
        indication: entry.action == .change
          ? entry.indication ?? running.indication : new.indication,
        switchFrom: entry.switchFrom ?? running.switchFrom, rate: entry.rate, id: id)
      agents[index] = new
    } else {
      agents.append(new)
    }
  }

  mutating func apply(_ entry: Medication, _ id: EventID, at t: Instant) -> Touched {
    switch entry.drugClass {
    case .antipyretic: note(entry, id, t, in: \.antipyretics)
    case .corticosteroid: note(entry, id, t, in: \.shortActing)
    case .anticytokine:
      switch entry.drug {
      case "tocilizumab", "siltuximab": note(entry, id, t, in: \.longActing)
      default: note(entry, id, t, in: \.shortActing)
      }
    default: return []
    }
    return .crs
  }

  // A drug that was started is given until it is stopped, whatever else is given and whatever extra
  // dose of it; its effect is counted from the stop.
  private mutating func note(
    _ entry: Medication, _ id: EventID, _ t: Instant,
    in path: WritableKeyPath<BedsideState, [DrugGiven]>
  ) {
    let name = DrugNames.folded(entry.drug)
    let index = self[keyPath: path].firstIndex { DrugNames.folded($0.drug) == name }
    let isRunning = index.map { self[keyPath: path][$0].isRunning } ?? false
    if entry.action == .stop, !isRunning { return }
    let given = DrugGiven(
      at: t, drug: entry.drug,
      isRunning: entry.action == .start || isRunning && entry.action != .stop, id: id)
    if let index {
      self[keyPath: path][index] = given
    } else {
      self[keyPath: path].append(given)
    }
  }
}
