import Clinical

extension ReportedPatient {
  /// What was given on the axis of days: doses as marks, what ran as bars, oxygen with its device.
  func lanes(in days: ClosedRange<Double>) -> ReportFigure {
    let end = clock.place(now) ?? days.upperBound
    var lanes = TreatmentGiven.allCases.map { kind -> FigureLane in
      FigureLane(
        label: words(kind.name),
        stretches: kind == .vasopressor ? pressorStretches(until: end) : [],
        moments: own.compactMap { fact in
          guard TreatmentGiven(fact.event.content) == kind, kind != .vasopressor,
            let x = clock.place(fact.key.at)
          else { return nil }
          return FigureMark(x, words(kind.short))
        })
    }
    lanes.append(
      FigureLane(label: words(.oxygen), stretches: oxygenStretches(until: end), moments: []))
    let given = lanes.filter { !$0.stretches.isEmpty || !$0.moments.isEmpty }.map { lane in
      "\(lane.label): \(lane.moments.count + lane.stretches.count)"
    }
    let summary = given.isEmpty ? words(.nothingGiven) : given.joined(separator: "; ")
    return ReportFigure(
      title: words(.treatmentFigure), summary: words(.treatmentSummary, summary), days: days,
      content: .lanes(lanes))
  }

  // One stretch for as long as any vasopressor runs, with the number of agents where that is more
  // than one.
  private func pressorStretches(until end: Double) -> [FigureLane.Stretch] {
    var stretches: [FigureLane.Stretch] = []
    var running: [Vasopressor] = []
    var start: Double?
    var most = 0
    for fact in own {
      guard case .vasopressor(let entry) = fact.event.content, entry.action != .bolus,
        let x = clock.place(fact.key.at)
      else { continue }
      // As grading has it: it runs on until somebody has co-signed its stop.
      if entry.isStop, fact.event.awaitsCosignature { continue }
      running.removeAll { $0.isSameDrug(as: entry) }
      if !entry.isStop { running.append(entry) }
      if running.isEmpty, let begun = start {
        stretches.append(Self.stretch(begun, x, most, isOpen: false))
        start = nil
        most = 0
      } else if !running.isEmpty {
        if start == nil { start = x }
        most = max(most, running.count)
      }
    }
    if let start { stretches.append(Self.stretch(start, end, most, isOpen: true)) }
    return stretches
  }

  private static func stretch(
    _ from: Double, _ to: Double, _ most: Int, isOpen: Bool
  ) -> FigureLane.Stretch {
    FigureLane.Stretch(
      from: from, to: max(from, to), text: most > 1 ? "\(most)" : "", isOpen: isOpen)
  }

  // Each support until the next; room air is no stretch.
  private func oxygenStretches(until end: Double) -> [FigureLane.Stretch] {
    var stretches: [FigureLane.Stretch] = []
    var open: (entry: Oxygen, x: Double)?
    func close(at x: Double, isOpen: Bool) {
      guard let support = open, support.entry.device != .roomAir else { return }
      let text = [support.entry.device.label, support.entry.flow.map { "\($0.value)" }]
        .compactMap { $0 }.joined(separator: " ")
      stretches.append(
        FigureLane.Stretch(from: support.x, to: max(support.x, x), text: text, isOpen: isOpen))
    }
    for fact in own {
      guard case .oxygen(let entry) = fact.event.content, let x = clock.place(fact.key.at),
        entry != open?.entry
      else { continue }
      close(at: x, isOpen: false)
      open = (entry, x)
    }
    close(at: end, isOpen: true)
    return stretches
  }
}
