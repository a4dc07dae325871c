import Clinical

extension Rule {
  /// ASTCT CRS table, row "Hypotension", grade 3: requiring one vasopressor with or without
  /// vasopressin. Any dose and duration count (D-19).
  package static let crsVasopressor = Rule(
    "CRS-HYPOTENSION-VASOPRESSOR", .crs, .hypotension, 2...3,
    "one vasopressor, with or without vasopressin", source: crsTable,
    choices: ["D-09", "D-10", "D-11", "D-13", "D-19"])
  /// The consensus does not say what vasopressin without another agent is.
  package static let crsVasopressinAlone = Rule(
    "CRS-HYPOTENSION-VASOPRESSIN-ALONE", .crs, .hypotension, 2...3,
    "vasopressin or an analogue alone", source: crsTable, choices: ["D-08", "D-09"])
  /// ASTCT CRS table, row "Hypotension", grade 4: requiring multiple vasopressors, excluding
  /// vasopressin.
  package static let crsMultiple = Rule(
    "CRS-HYPOTENSION-MULTIPLE", .crs, .hypotension, 4...4,
    "two or more vasopressors at the same time, vasopressin not counted", source: crsTable,
    choices: ["D-09", "D-10", "D-11", "D-12", "D-13", "D-19"])
  /// A push dose requires a vasopressor at that time.
  package static let crsPushDose = Rule(
    "CRS-HYPOTENSION-PUSH-DOSE", .crs, .hypotension, 3...4,
    "a push dose of a vasopressor within 1 h", source: crsTable, choices: ["D-12"])
}

/// The vasoactive drugs that speak at one instant, sorted as the rules count them.
struct VasopressorCount {
  /// Agents that count towards "multiple".
  var counted: [RunningAgent] = []
  /// Vasopressin and its analogues.
  var vasopressin: [RunningAgent] = []
  /// Inotropes (D-10) and oral or adjunct agents (D-11) that are not counted.
  var uncounted: [RunningAgent] = []

  /// Grade by the counted agents alone.
  func grade(_ settings: ChoiceSettings) -> Int {
    if counted.count >= 2 { return 4 }
    if counted.count == 1 { return 3 }
    return vasopressin.isEmpty ? 0 : settings.vasopressinAlone
  }
}

extension BedsideState {
  /// The agents that run for hypotension at `t`, with the push doses that still speak or without.
  func vasopressors(at t: Instant, withPushDoses: Bool) -> VasopressorCount {
    var speaking = agents.filter {
      $0.indication == .hypotension && t >= $0.startedAt + settings.pressorMinimum
    }
    if withPushDoses {
      for dose in pushDoses
      where dose.indication == .hypotension && t < dose.startedAt + settings.pushDose
        && !speaking.contains(where: { $0.isSameDrug(as: dose) })
      {
        speaking.append(dose)
      }
    }
    if settings.overlap == .unlessSwitch {
      // While both run, the agent that was switched from is not counted beside its successor.
      let from = speaking.compactMap(\.switchFrom)
      let kept = speaking.filter { agent in
        !from.contains(agent.agent)
          || !speaking.contains { $0.switchFrom == agent.agent && !$0.isSameDrug(as: agent) }
      }
      if !kept.isEmpty { speaking = kept }
    }
    var count = VasopressorCount()
    for agent in speaking {
      switch agent.agent.family {
      case .vasopressor: count.counted.append(agent)
      case .vasopressin:
        if settings.analogues == .counted, agent.agent != .vasopressin {
          count.counted.append(agent)
        } else {
          count.vasopressin.append(agent)
        }
      case .inotrope:
        if settings.inotropes == .counted {
          count.counted.append(agent)
        } else {
          count.uncounted.append(agent)
        }
      case .adjunct:
        if settings.adjuncts == .counted {
          count.counted.append(agent)
        } else {
          count.uncounted.append(agent)
        }
      }
    }
    return count
  }

  /// What vasoactive drugs give: 4 for two or more, 3 for one or for vasopressin alone, 2 for
  /// agents that are not counted.
  ///
  /// What only a push dose adds is a prompt (D-12), and so are agents of D-10 and D-11.
  func vasopressorFindings(at t: Instant, into domain: inout DomainFinding) -> Flags {
    if agents.isEmpty, pushDoses.isEmpty { return [] }
    if pushDoses.isEmpty, agents.count == 1, let agent = agents.first {
      return findings(ofOne: agent, at: t, into: &domain)
    }
    let running = vasopressors(at: t, withPushDoses: false)
    let all = pushDoses.isEmpty ? running : vasopressors(at: t, withPushDoses: true)
    var flags: Flags = []
    let firm = running.grade(settings)
    if firm > 0 {
      let criterion: Criterion =
        firm == 4 ? .crsMultiple : running.counted.isEmpty ? .crsVasopressinAlone : .crsVasopressor
      domain.add(Finding(criterion: criterion, low: firm, high: firm))
    }
    let whole = all.grade(settings)
    if whole > firm {
      domain.add(
        Finding(
          criterion: whole == 4 ? .crsMultiple : .crsPushDose, low: whole, high: whole,
          isPrompt: true))
    }
    if !all.uncounted.isEmpty {
      domain.add(Finding(criterion: .crsVasopressor, low: 2, high: 2, isPrompt: true))
    }
    for agent in all.counted + all.vasopressin + all.uncounted {
      flags.formUnion(Self.review(agent.agent))
    }
    return flags
  }

  // The usual case of one running agent, without the lists that several need.
  private func findings(
    ofOne agent: RunningAgent, at t: Instant, into domain: inout DomainFinding
  ) -> Flags {
    guard agent.indication == .hypotension, t >= agent.startedAt + settings.pressorMinimum else {
      return []
    }
    let criterion: Criterion
    var grade = 3
    switch agent.agent.family {
    case .vasopressor: criterion = .crsVasopressor
    case .vasopressin where settings.analogues == .counted && agent.agent != .vasopressin:
      criterion = .crsVasopressor
    case .vasopressin:
      criterion = .crsVasopressinAlone
      grade = settings.vasopressinAlone
    case .inotrope where settings.inotropes == .counted,
      .adjunct where settings.adjuncts == .counted:
      criterion = .crsVasopressor
    case .inotrope, .adjunct:
      domain.add(Finding(criterion: .crsVasopressor, low: 2, high: 2, isPrompt: true))
      return Self.review(agent.agent)
    }
    domain.add(Finding(criterion: criterion, low: grade, high: grade))
    return Self.review(agent.agent)
  }

  // Agents that ask a clinician to look (D-10, D-11, an agent without a known name).
  private static func review(_ agent: VasoactiveAgent) -> Flags {
    switch agent.family {
    case .inotrope: .inotropeReview
    case .adjunct: .vasopressorReview
    case .vasopressor where agent == .other: .vasopressorReview
    default: []
    }
  }
}
