extension PatientSummary {
  /// The summary of a course's facts up to an instant.
  package init(_ facts: some Sequence<Fact>) {
    for fact in facts { apply(fact.event, at: fact.key.at) }
  }

  /// Takes over one fact; facts come in order.
  package mutating func apply(_ event: Event, at t: Instant) {
    if event.patient != nil, firstFact == nil { firstFact = t }
    switch event.content {
    case .patient(let details): apply(details, event.id, at: t)
    case .stay(let stay): apply(stay, at: t)
    case .infusion(let infusion):
      infusions.append(t)
      product = infusion.product
    case .status(let status):
      if status.state == .death { death = event.at }
    case .vitals(let vitals): apply(vitals, event.id, at: t)
    case .oxygen(let entry):
      oxygen = Observed(
        OxygenSummary(
          device: entry.device, flow: entry.flow.flatMap(Measure.flow.normalised),
          fio2: entry.fio2.flatMap(Measure.fio2.normalised)), at: t, id: event.id)
      newestObservation = t
    case .ice(let entry):
      let points = entry.points
      ice = Observed(
        ScoreSummary(low: points?.low, high: points?.high, status: entry.status), at: t,
        id: event.id)
      newestObservation = t
    case .capd(let entry):
      capd = Observed(
        ScoreSummary(low: entry.points, high: entry.points, status: entry.status), at: t,
        id: event.id)
      newestObservation = t
    case .lab(let lab): apply(lab, event.id, at: t)
    case .consciousness, .seizure, .motor, .intracranial, .fluidBolus, .vasopressor:
      newestObservation = t
    default: break
    }
  }

  private mutating func apply(_ details: PatientDetails, _ id: EventID, at t: Instant) {
    if let value = details.name { name = value }
    if let value = details.sex { sex = value.rawValue }
    if let value = details.birthDate { birthDate = value }
    if let value = details.hospitalNumber { hospitalNumber = value }
    if let value = details.diagnosis { diagnosis = value }
    if let value = details.language { language = value }
    if let value = details.weight.flatMap(Measure.weight.normalised) {
      weight = Observed(value, at: t, id: id)
    }
  }

  private mutating func apply(_ stay: Stay, at t: Instant) {
    if let value = stay.unit { unit = value }
    if let value = stay.bed { bed = value }
    if let value = stay.level { level = value.rawValue }
    switch stay.action {
    case .admission:
      isAdmitted = true
      isOnLeave = false
      stayChanged = t
    case .discharge:
      isAdmitted = false
      isOnLeave = false
      stayChanged = t
    case .leave: isOnLeave = true
    case .return, .transfer:
      if isAdmitted == nil { isAdmitted = true }
      isOnLeave = false
    }
  }

  private mutating func apply(_ vitals: Vitals, _ id: EventID, at t: Instant) {
    newestObservation = t
    func take(
      _ quantity: Quantity?, _ measure: Measure,
      _ path: WritableKeyPath<Self, Observed<DecimalNumber>?>
    ) {
      guard let value = quantity.flatMap(measure.normalised) else { return }
      self[keyPath: path] = Observed(value, at: t, id: id)
    }
    take(vitals.temperature, .temperature, \.temperature)
    take(vitals.heartRate, .heartRate, \.heartRate)
    take(vitals.systolic, .systolic, \.systolic)
    take(vitals.diastolic, .diastolic, \.diastolic)
    take(vitals.meanArterial, .meanArterial, \.meanArterial)
    take(vitals.respiratoryRate, .respiratoryRate, \.respiratoryRate)
    take(vitals.spo2, .spo2, \.saturation)
  }

  private mutating func apply(_ lab: Lab, _ id: EventID, at t: Instant) {
    for result in lab.results where Self.cytokineCodes.contains(result.code) {
      guard let interval = LabInterval(result) else { continue }
      cytokines[result.code] = Observed(interval, at: t, id: id)
      if infusions.isEmpty { cytokineBaselines[result.code] = Observed(interval, at: t, id: id) }
    }
  }
}
