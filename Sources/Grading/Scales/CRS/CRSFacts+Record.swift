import Clinical

extension ScaleRecord {
  /// The facts of CRS at the bedside, by the readings and attributions that ASTCT uses.
  ///
  /// - Parameter countsVasopressin: true where vasopressin alone is a high dose (Penn).
  func crsFacts(countsVasopressin: Bool = false) -> ScaleInputs {
    var inputs = ScaleInputs()
    guard isInfused else { return inputs }
    giveCRS(into: &inputs)
    givePressure(countsVasopressin: countsVasopressin, into: &inputs)
    giveOxygen(into: &inputs)
    let judged = "events do not carry it; a clinician judges it"
    for name in ["organGrade", "transaminaseGrade", "lifeThreatening", "refractory"] {
      inputs.miss(name, judged)
    }
    if let death = bedside.death, death.cause == .crs {
      inputs.give(
        ScaleInput("death", .flag(true), text: "yes", at: death.at, events: [death.id]))
    }
    return inputs
  }

  private func giveCRS(into inputs: inout ScaleInputs) {
    let fever = bedside.temperature.map { [$0.id] } ?? []
    if crs.flags.contains(.signsWithoutFever) {
      inputs.miss("crs", "signs without a fever: a clinician decides")
    } else if let certain = crs.certain {
      inputs.give(
        ScaleInput(
          "crs", .flag(certain > 0), text: certain > 0 ? "yes" : "no",
          at: bedside.temperature?.at, events: fever))
    } else {
      inputs.miss("crs", "no temperature in force")
    }
  }

  private func givePressure(countsVasopressin: Bool, into inputs: inout ScaleInputs) {
    func give(
      _ name: String, _ value: ScaleInput.Value, _ text: String, _ unit: String? = nil,
      _ at: Instant? = nil, _ events: [EventID] = []
    ) {
      inputs.give(ScaleInput(name, value, text: text, unit: unit, at: at, events: events))
    }
    func number(_ n: Int) -> ScaleInput.Value {
      .number(LabInterval(DecimalNumber(n), comparator: nil))
    }
    if bedside.isSilenced(.hypotension) {
      give("hypotension", .flag(false), "no: another cause")
      give("boluses", number(0), "0")
      give("vasopressors", number(0), "0")
      return
    }
    let history = PressorHistory(observed.pressors)
    let running = history.running(at: at)
    // A push dose requires a vasopressor at that time (D-12): one more, at a low dose.
    let pushed = bedside.pushDoses.filter { dose in
      dose.indication == .hypotension && at < dose.startedAt + bedside.settings.pushDose
        && (dose.agent.family == .vasopressor || dose.agent.family == .vasopressin)
        && !running.contains { $0.agent == dose.agent && $0.name == dose.name }
    }
    let count = Set(pushed.map { "\($0.agent) \($0.name)" }).count + running.count
    let given = observed.boluses.filter {
      $0.value.purpose == .hypotension && $0.at > at - .hours(24)
    }
    give("boluses", number(given.count), "\(given.count)", nil, given.last?.at, given.map(\.id))
    give(
      "vasopressors", number(count), "\(count)", nil, observed.pressors.last?.at,
      running.map(\.id) + pushed.map(\.id))
    // Inotropes and oral agents are no vasopressors (D-10, D-11), and still treat hypotension.
    let isTreated = count > 0 || bedside.agents.contains { $0.indication == .hypotension }
    let bolus = bedside.bolusInForce(at: at)
    if let reading = bedside.systolic, at < reading.expires {
      let isLow = bedside.isLow(reading, at: at)
      give(
        "hypotension", .flag(isLow || bolus != nil || isTreated),
        "\(reading.value)", Unit.millimetreOfMercury.rawValue, reading.at,
        [reading.id] + (bolus.map { [$0.id] } ?? []))
    } else if bolus != nil || isTreated {
      give("hypotension", .flag(true), "yes", nil, bolus?.at, (bolus.map { [$0.id] } ?? []))
    } else {
      inputs.miss("hypotension", "no systolic pressure in force")
    }
    guard let since = history.runsSince(at) ?? pushed.map(\.startedAt).min() else { return }
    let hours = DecimalNumber(Int((at - since).wholeMinutes)).scaled(by: 1, over: 60, places: 2)
    give(
      "vasopressorHours", .number(LabInterval(hours, comparator: nil)), "\(hours)",
      Unit.hour.rawValue, since)
    let isVasopressinHigh =
      countsVasopressin
      && (running.contains { $0.agent.family == .vasopressin }
        || pushed.contains { $0.agent.family == .vasopressin })
    giveDose(running, history, isVasopressinHigh: isVasopressinHigh, into: &inputs)
  }

  private func giveDose(
    _ running: [PressorHistory.Running], _ history: PressorHistory, isVasopressinHigh: Bool,
    into inputs: inout ScaleInputs
  ) {
    let rates = running.map { drug in
      let name = drug.name.isEmpty ? drug.agent.label : drug.name
      return name + (drug.rate.map { " \($0.written) \($0.unit.label)" } ?? "")
    }.joined(separator: ", ")
    func give(_ isHigh: Bool) {
      inputs.give(
        ScaleInput(
          "highDose", .flag(isHigh),
          text: "\(isHigh ? "yes" : "no"): \(rates.isEmpty ? "a push dose" : rates)",
          at: observed.pressors.last?.at, events: running.map(\.id)))
    }
    if isVasopressinHigh || running.isEmpty {
      give(isVasopressinHigh)
      return
    }
    let weight = observed.weight.flatMap { Measure.weight.normalised($0.value) }
    switch HighDose.of(history, weight: weight, at: at) {
    case .yes: give(true)
    case .no: give(false)
    case .unknown(let why): inputs.miss("highDose", why)
    }
  }

  private func giveOxygen(into inputs: inout ScaleInputs) {
    func give(_ device: Oxygen.Device, _ text: String, _ at: Instant?, _ events: [EventID]) {
      inputs.give(
        ScaleInput("device", .word(device.rawValue), text: text, at: at, events: events))
    }
    if bedside.isSilenced(.hypoxia) {
      give(.roomAir, "none for CRS: another cause", nil, [])
      return
    }
    guard let state = bedside.oxygen else {
      if let reading = bedside.saturation, at < reading.expires {
        give(.roomAir, "no oxygen was ever entered", reading.at, [reading.id])
      } else {
        inputs.miss("device", "neither oxygen nor SpO2 in force")
      }
      return
    }
    if state.isRoomAir || bedside.isNotForHypoxia(state) {
      let text =
        state.isRoomAir ? state.device.rawValue : "\(state.device.rawValue), not for hypoxia"
      give(.roomAir, text, state.at, [state.id])
      return
    }
    give(state.device, state.device.rawValue, state.at, [state.id])
    if let fio2 = state.fio2 {
      inputs.give(
        ScaleInput(
          "fio2", .number(LabInterval(fio2, comparator: nil)), text: "\(fio2)",
          unit: Unit.percent.rawValue, at: state.at, events: [state.id]))
    } else {
      inputs.miss("fio2", "the oxygen was entered without FiO2")
    }
  }
}
