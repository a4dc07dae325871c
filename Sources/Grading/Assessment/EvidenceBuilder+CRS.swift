import Clinical

extension EvidenceBuilder {
  func crs(_ grade: CRSGrade) -> [Evidence] {
    var found: [Evidence] = []
    if let fever = fever(grade) { found.append(fever) }
    if let pressure = hypotension(grade) { found.append(pressure) }
    if let oxygen = hypoxia(grade) { found.append(oxygen) }
    if grade.isSignsWithoutFever {
      let isCounted = bedside.settings.withoutFever == .counted
      let then = isCounted ? "graded as if there were one" : "grade 0 until a clinician decides"
      found.append(
        evidence(
          .crsSignsWithoutFever, isCounted ? grade.signs : 0,
          "signs without any fever, open episode or masking: \(then)", at: t, [],
          choice: "D-04"))
    }
    return Self.inOrder(found)
  }

  private func fever(_ grade: CRSGrade) -> Evidence? {
    if grade.isFever, let reading = state.memory.fever {
      // Beyond its own time a reading still speaks by the look-back.
      let choice = t < reading.expires ? (reading.isRoundedUp ? "D-02" : nil) : "D-01"
      return evidence(
        .crsFever, 1, temperatureText(reading), at: reading.at, [reading.id], choice: choice)
    }
    if grade.isOpen, let episode = state.memory.crs.episode, episode.isMasked {
      let given = bedside.suppressant(at: t)
      return evidence(
        .crsFeverWaived, 1,
        given.map { "fever may be masked by \($0.drug) at \(clock.time($0.at))" }
          ?? "episode \(episode.number) opened while a fever may have been masked",
        at: given?.at ?? episode.onset, given.map { [$0.id] } ?? [], choice: "D-33")
    }
    if grade.isOpen, let episode = state.memory.crs.episode {
      let fever = state.memory.fever
      if let given = bedside.suppressantGiven(since: episode.onset) {
        return evidence(
          .crsFeverWaived, 1,
          "fever not required after \(given.drug) at \(clock.time(given.at)); episode open since \(clock.time(episode.onset))",
          at: given.at, [given.id] + (fever.map { [$0.id] } ?? []), choice: "D-03")
      }
      return evidence(
        .crsOpen, 1,
        "episode \(episode.number) open since \(clock.time(episode.onset))",
        at: fever?.at ?? episode.onset, fever.map { [$0.id] } ?? [], choice: "D-05")
    }
    if grade.isMasked, grade.signs >= 2, let given = bedside.suppressant(at: t) {
      return evidence(
        .crsFeverWaived, grade.signs,
        "fever may be masked by \(given.drug) at \(clock.time(given.at))",
        at: given.at, [given.id], choice: "D-33")
    }
    return nil
  }

  private func temperatureText(_ reading: TemperatureReading) -> String {
    let site = reading.site.map { " \($0.rawValue)" } ?? ""
    return "\(reading.tenths / 10).\(reading.tenths % 10) °C\(site) at \(clock.time(reading.at))"
  }

  private func hypotension(_ grade: CRSGrade) -> Evidence? {
    guard let finding = grade.hypotension.finding, grade.hypotension.low > 0 else { return nil }
    switch finding.criterion {
    case .crsLowSystolic:
      guard let reading = bedside.systolic else { return nil }
      return evidence(
        .crsLowSystolic, finding.low,
        "systolic \(reading.value) mmHg at \(clock.time(reading.at)), limit \(reading.limit)",
        at: reading.at, [reading.id], choice: bedside.birthDate == nil ? "D-32" : nil)
    case .crsBolus:
      guard let bolus = bedside.bolus else { return nil }
      let volume = bolus.volume.map { " \($0) mL" } ?? ""
      let open =
        t < bolus.at + bedside.settings.bolus ? "" : ", no adequate systolic pressure since"
      return evidence(
        .crsBolus, finding.low, "fluid bolus\(volume) at \(clock.time(bolus.at))\(open)",
        at: bolus.at, [bolus.id], choice: "D-28")
    default: return vasopressors(finding)
    }
  }

  private func vasopressors(_ finding: Finding) -> Evidence? {
    let withPushDoses = finding.isPrompt
    let count = bedside.vasopressors(at: t, withPushDoses: withPushDoses)
    let isUncounted = finding.criterion == .crsVasopressor && finding.low == 2
    let agents =
      isUncounted ? count.uncounted : count.counted + count.vasopressin
    guard let newest = agents.map(\.changedAt).max() else { return nil }
    let text = agents.map { agentText($0) }.joined(separator: " + ")
    let choice: String? =
      switch finding.criterion {
      case .crsPushDose: "D-12"
      case .crsVasopressinAlone:
        agents.contains { $0.agent == .vasopressin } ? "D-08" : "D-09"
      case .crsMultiple where finding.isPrompt: "D-12"
      default:
        if isUncounted {
          agents.contains { $0.agent.family == .inotrope } ? "D-10" : "D-11"
        } else {
          isSwitch(agents) ? "D-13" : nil
        }
      }
    return evidence(
      finding.criterion, finding.low, text, at: newest, agents.map(\.id), choice: choice)
  }

  // D-13: an agent still runs that its successor stands for.
  private func isSwitch(_ agents: [RunningAgent]) -> Bool {
    agents.contains { agent in
      guard let from = agent.switchFrom else { return false }
      return bedside.agents.contains { $0.agent == from }
        && !agents.contains { $0.agent == from }
    }
  }

  private func agentText(_ agent: RunningAgent) -> String {
    let name = agent.agent == .other && !agent.name.isEmpty ? agent.name : agent.agent.label
    let isPush = !bedside.agents.contains { $0.isSameDrug(as: agent) }
    let rate = agent.rate.map { " \($0.value) \($0.unit.label)" } ?? ""
    return isPush
      ? "\(name)\(rate) push dose at \(clock.time(agent.startedAt))"
      : "\(name)\(rate) since \(clock.time(agent.startedAt))"
  }

  private func hypoxia(_ grade: CRSGrade) -> Evidence? {
    guard let finding = grade.hypoxia.finding, grade.hypoxia.low > 0 else { return nil }
    if finding.criterion == .crsUntreatedHypoxia {
      guard let reading = bedside.typedSaturation else { return nil }
      return evidence(
        .crsUntreatedHypoxia, finding.low,
        "SpO2 \(reading.value) % on room air at \(clock.time(reading.at))", at: reading.at,
        [reading.id], choice: "D-14")
    }
    guard let oxygen = bedside.oxygen else { return nil }
    let flow = oxygen.flow.map { " \($0) L/min" } ?? ""
    let fio2 = oxygen.fio2.map { " FiO2 \($0) %" } ?? ""
    let choice: String? =
      if oxygen.device == .highFlowNasalCannula, finding.isPrompt {
        "D-15"
      } else {
        bedside.baselineOxygen?.device == oxygen.device ? "D-16" : nil
      }
    return evidence(
      finding.criterion, finding.low,
      "\(oxygen.device.label)\(flow)\(fio2) since \(clock.time(oxygen.at))", at: oxygen.at,
      [oxygen.id], choice: choice)
  }
}
