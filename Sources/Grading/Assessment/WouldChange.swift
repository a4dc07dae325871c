import Clinical

extension FoldState {
  /// The single facts that would raise a scale to its next reachable grade, found by asking the
  /// engine with each of them observed at `t`. The deciding domain comes first.
  func wouldChange(_ scale: Scale, at t: Instant, zone: Zone, deciding: Domain?) -> [PossibleChange]
  {
    let record = scale == .crs ? crs : icans
    guard bedside.infusedAt != nil, bedside.death == nil, let now = record.atLeast else {
      return []
    }
    let candidates = scale == .crs ? crsCandidates(at: t) : icansCandidates(at: t, zone: zone)
    var answers: [(grade: Int, domain: Domain, text: String)] = []
    for candidate in candidates {
      var asked = self
      var ignored: [GradeChange] = []
      let event = Event(
        id: EventID(high: .max, low: .max), patient: nil, at: .moment(t, utcOffset: 0),
        content: candidate.content)
      let key = FactKey(at: t, isTimed: true, recordedAt: t, id: event.id)
      asked.take([Fact(key: key, event: event)], at: t, zone: zone, changes: &ignored)
      let then = scale == .crs ? asked.crs : asked.icans
      if let grade = then.atLeast, grade > now {
        answers.append((grade, candidate.domain, candidate.text))
      }
    }
    guard let next = answers.map(\.grade).min() else { return [] }
    let reached = answers.filter { $0.grade == next }
    let first = reached.filter { $0.domain == deciding }
    let rest = reached.filter { $0.domain != deciding }
    return (first + rest).map { PossibleChange(grade: $0.grade, text: $0.text) }
  }

  private struct Candidate {
    let domain: Domain
    let text: String
    let content: Content
  }

  private func crsCandidates(at t: Instant) -> [Candidate] {
    let limit = bedside.systolicLimit(onDay: bedside.systolic?.day ?? bedside.infusionDay)
    let running = bedside.vasopressors(at: t, withPushDoses: false).counted
    let next: VasoactiveAgent =
      running.contains { $0.agent == .norepinephrine } ? .epinephrine : .norepinephrine
    let second = running.isEmpty ? "a vasopressor" : "a second vasopressor (not vasopressin)"
    func oxygen(_ device: Oxygen.Device, _ flow: DecimalNumber? = nil) -> Content {
      .oxygen(Oxygen(device: device, flow: flow.map { Quantity($0, .litrePerMinute) }))
    }
    return [
      Candidate(
        domain: .fever, text: "a temperature of 38.0 °C or more",
        content: .vitals(Vitals(temperature: Quantity(38, .celsius)))),
      Candidate(
        domain: .hypotension,
        text: "a systolic pressure under \(limit) mmHg, or a fluid bolus for it",
        content: .vitals(Vitals(systolic: Quantity(limit - 15, .millimetreOfMercury)))),
      Candidate(
        domain: .hypotension, text: second,
        content: .vasopressor(Vasopressor(agent: next, action: .start))),
      Candidate(
        domain: .hypoxia, text: "nasal cannula at 6 L/min or less, or blow-by",
        content: oxygen(.nasalCannula, 2)),
      Candidate(
        domain: .hypoxia, text: "nasal cannula above 6 L/min, or a mask",
        content: oxygen(.nonRebreather)),
      Candidate(
        domain: .hypoxia, text: "CPAP, BiPAP or ventilation for hypoxia", content: oxygen(.bipap)),
    ]
  }

  private func icansCandidates(at t: Instant, zone: Zone) -> [Candidate] {
    let instrument =
      bedside.fittingInstrument(onDay: zone.dayNumber(of: t)) ?? bedside.cognitionReading?.1 ?? .ice
    var candidates: [Candidate] = []
    func add(_ domain: Domain, _ text: String, _ content: Content) {
      candidates.append(Candidate(domain: domain, text: text, content: content))
    }
    switch instrument {
    case .ice:
      let normal = bedside.normalICE
      if normal > 7 {
        let range = normal == 8 ? "7" : "7 to \(normal - 1)"
        add(.cognition, "ICE \(range)", .ice(ICE(total: normal - 1)))
      }
      add(.cognition, "ICE 3 to 6", .ice(ICE(total: min(6, max(3, normal - 1)))))
      add(.cognition, "ICE 0 to 2", .ice(ICE(total: 2)))
      add(.cognition, "unarousable for ICE", .ice(ICE(status: .unarousable)))
    case .capd:
      let above = bedside.baselineCAPD.map { $0 + 1 } ?? 1
      if above < 9 { add(.cognition, "CAPD \(above) to 8", .capd(CAPD(total: above))) }
      add(.cognition, "CAPD 9 or more", .capd(CAPD(total: 32)))
      add(.cognition, "unarousable for CAPD", .capd(CAPD(status: .unarousable)))
    }
    add(.consciousness, "awakens only to voice", .consciousness(Consciousness(level: .voice)))
    add(
      .consciousness, "awakens only to tactile stimulus",
      .consciousness(Consciousness(level: .tactile)))
    add(
      .consciousness, "unarousable, or only to vigorous stimuli",
      .consciousness(Consciousness(level: .unarousable)))
    add(
      .seizure, "a seizure",
      .seizure(
        Seizure(duration: Quantity(60, .second), resolved: true, returnedToBaseline: true)))
    add(
      .seizure, "a seizure of more than 5 min",
      .seizure(
        Seizure(duration: Quantity(600, .second), resolved: true, returnedToBaseline: true)))
    add(.motor, "deep focal weakness", .motor(Motor(finding: .deepFocalWeakness)))
    let findings = bedside.intracranial?.value.filter { $0 != .none } ?? []
    add(
      .intracranial, "focal oedema on imaging",
      .intracranial(Intracranial(findings: findings + [.focalOedema])))
    add(
      .intracranial,
      "diffuse oedema, posturing, sixth nerve palsy, papilloedema or Cushing's triad",
      .intracranial(Intracranial(findings: findings + [.papilloedema])))
    return candidates
  }
}
