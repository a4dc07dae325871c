import Clinical

extension ReportedPatient {
  /// What was given, with doses and times, and what the limits of tocilizumab leave.
  var treatmentSection: ReportSection {
    var facts: [ReportFact] = []
    for kind in TreatmentGiven.allCases {
      let given = kind == .vasopressor ? vasopressorCourse : doseWords(kind, since: nil)
      guard given.isEmpty else {
        facts += given.map { ReportFact(words(kind.name), $0) }
        continue
      }
      facts.append(ReportFact(words(kind.name), words(.noneGiven)))
    }
    let oxygen = oxygenWords(since: nil)
    facts.append(
      ReportFact(
        words(.oxygen), oxygen.isEmpty ? words(.notRecorded) : oxygen.joined(separator: "; ")))
    return ReportSection(
      words(.treatments),
      isDead ? [.facts(facts)] : [.facts(facts), .list([tocilizumabLeft] + steroidWords)])
  }

  /// Doses left within the limits of tocilizumab, and from when another one is within them.
  var tocilizumabLeft: String {
    let ledger = TocilizumabLedger(doses)
    let left = ledger.left(at: now)
    var text = words(.dosesLeft, "\(left.in24h)", "\(left.inAll)")
    if let next = ledger.nextPermitted(at: now) {
      text += next > now ? words(.doseNext, clock.short(next)) : words(.doseNextNow)
    } else {
      text += words(.doseNone)
    }
    return text
  }

  /// Each corticosteroid of the last 24 h with its sum; drugs are never added together.
  var steroidWords: [String] {
    CorticosteroidLedger(doses).lines(at: now).filter { $0.count24h > 0 }.map { line in
      line.milligrams24h.map { words(.steroidDay, line.drug, "\($0)", "\(line.count24h)") }
        ?? words(.steroidDayOpen, line.drug, "\(line.count24h)")
    }
  }

  /// Each drug of a kind with its doses: `tocilizumab 8 mg/kg iv: D+5 03-06 02:00`.
  func doseWords(_ kind: TreatmentGiven, since start: Instant?) -> [String] {
    var order: [String] = []
    var times: [String: [String]] = [:]
    for fact in own where start.map({ fact.key.at > $0 }) ?? true {
      guard TreatmentGiven(fact.event.content) == kind else { continue }
      let name: String
      switch fact.event.content {
      case .medication(let entry):
        name = [
          entry.drug, entry.dose.map(\.words) ?? words(.doseUnknown), entry.route,
          entry.action == .start ? words(.started) : nil,
        ].compactMap { $0 }.joined(separator: " ")
      case .fluidBolus(let entry): name = entry.volume.map(\.words) ?? words(.doseUnknown)
      default: continue
      }
      if times[name] == nil { order.append(name) }
      times[name, default: []].append(
        start == nil ? clock.stamp(fact.key.at) : clock.short(fact.key.at))
    }
    return order.map { name in "\(name): \((times[name] ?? []).joined(separator: ", "))" }
  }

  /// Each agent with what was done to it, in order; a rate confirmed again is no change.
  var vasopressorCourse: [String] {
    pressorSteps.map { name, steps in
      "\(name): " + steps.map { $0.words(self) }.joined(separator: ", ")
    }
  }

  struct PressorStep {
    let entry: Vasopressor
    let at: Instant

    func words(_ patient: ReportedPatient, time: ((Instant) -> String)? = nil) -> String {
      let action: ReportWord =
        switch entry.action {
        case .start: .start
        case .change: entry.isStop ? .stop : .change
        case .stop: .stop
        case .bolus: .pushDose
        }
      let parts = [
        patient.words(action), entry.rate.map(\.words),
        entry.purpose == .hypotension
          ? nil : patient.words(.forPurpose, entry.purpose.rawValue),
        (time ?? patient.clock.stamp)(at),
      ]
      return parts.compactMap { $0 }.joined(separator: " ")
    }
  }

  /// The entries of each agent that say something new.
  var pressorSteps: [(name: String, steps: [PressorStep])] {
    var agents: [(name: String, steps: [PressorStep])] = []
    for fact in own {
      guard case .vasopressor(let entry) = fact.event.content else { continue }
      let step = PressorStep(entry: entry, at: fact.key.at)
      guard
        let place = agents.firstIndex(where: {
          $0.steps.last?.entry.isSameDrug(as: entry) ?? false
        })
      else {
        agents.append((entry.shownName, [step]))
        continue
      }
      let before = agents[place].steps.last { $0.entry.action != .bolus }?.entry
      if entry.action == .change, !entry.isStop, before?.rate == entry.rate,
        before?.purpose == entry.purpose
      {
        continue
      }
      agents[place].steps.append(step)
    }
    return agents
  }

  /// Each agent after an instant: starts, stops and push doses with their times, and between which
  /// rates it was changed.
  func vasopressorWords(since start: Instant) -> [String] {
    pressorSteps.compactMap { name, steps in
      let recent = steps.filter { $0.at > start }
      let changes = recent.filter { $0.entry.action == .change && !$0.entry.isStop }
      var parts = recent.filter { $0.entry.action != .change || $0.entry.isStop }
        .map { $0.words(self, time: clock.short) }
      let rates = changes.compactMap(\.entry.rate).sorted { $0.value < $1.value }
      let isOneUnit = rates.count == changes.count && Set(rates.map(\.unit)).count == 1
      if isOneUnit, let least = rates.first, let most = rates.last {
        parts.append(words(.rateRange, "\(changes.count)", "\(least.value)", most.words))
      } else if !changes.isEmpty {
        parts.append(words(.rateChanges, "\(changes.count)"))
      }
      return parts.isEmpty ? nil : "\(name): \(parts.joined(separator: ", "))"
    }
  }

  /// Each change of oxygen support; the same support confirmed again is no change.
  func oxygenWords(since start: Instant?) -> [String] {
    var before: Oxygen?
    var lines: [String] = []
    for fact in own {
      guard case .oxygen(let entry) = fact.event.content, entry != before else { continue }
      before = entry
      guard start.map({ fact.key.at > $0 }) ?? true else { continue }
      let time = start == nil ? clock.stamp(fact.key.at) : clock.short(fact.key.at)
      lines.append("\(entry.words(words)) \(time)")
    }
    return lines
  }

  /// The agents that run now with their newest rates, and since when they have run.
  var runningVasopressors: [String] {
    var running: [(entry: Vasopressor, at: Instant, isStopUnsigned: Bool)] = []
    for fact in own {
      guard case .vasopressor(let entry) = fact.event.content, entry.action != .bolus else {
        continue
      }
      let index = running.firstIndex { $0.entry.isSameDrug(as: entry) }
      if entry.isStop {
        guard let index else { continue }
        // It runs on until somebody has co-signed its stop, as grading has it.
        if fact.event.awaitsCosignature {
          running[index].isStopUnsigned = true
        } else {
          running.remove(at: index)
        }
      } else if let index {
        running[index] = (entry, running[index].at, false)
      } else {
        running.append((entry, fact.key.at, false))
      }
    }
    return running.map { entry, at, isStopUnsigned in
      return [entry.shownName, entry.rate.map(\.words), words(.sinceTime, clock.short(at))]
        .compactMap { $0 }.joined(separator: " ") + (isStopUnsigned ? words(.stopUnsigned) : "")
    }
  }
}

extension Oxygen {
  /// `nasal cannula 4 L/min`.
  func words(_ words: ReportWords) -> String {
    [
      device.label, flow.map(\.words), fio2.map { "FiO2 \($0.words)" },
      indication.flatMap { $0 == .hypoxia ? nil : words(.forPurpose, $0.rawValue) },
    ].compactMap { $0 }.joined(separator: " ")
  }
}

extension Vasopressor {
  /// The agent as a person reads it; of another one the name that was written.
  var shownName: String { agent == .other ? name ?? agent.label : agent.label }
}
