import Clinical

/// The drugs that a rule asks for.
struct DrugTrack: Sendable {
  /// Doses given, oldest first.
  private(set) var tocilizumab: [DoseRecord] = []
  private(set) var antipyretics: [DoseRecord] = []
  private(set) var sedatives: [DoseRecord] = []
  private(set) var steroids: [DoseRecord] = []
  private(set) var antimicrobials: [DoseRecord] = []
  /// When a corticosteroid was cut or stopped.
  private(set) var cuts: [Cut] = []
  // Drugs started and not stopped.
  private var running: [String: DoseRecord] = [:]

  /// A dose of a corticosteroid lower than the one of the same drug before it, or its stop.
  struct Cut: Sendable {
    let at: Instant
    let id: EventID
    let drug: String
  }

  mutating func take(
    _ entry: Medication, _ id: EventID, at t: Instant, weight: DatedWeight?
  ) {
    let dose = DoseRecord(
      at: t, id: id, drug: entry.drug,
      milligrams: DoseRecord.milligrams(entry.dose, weight: weight))
    switch entry.action {
    case .stop:
      let wasRunning = running.removeValue(forKey: entry.drug) != nil
      if entry.drugClass == .corticosteroid,
        wasRunning || steroids.contains(where: { $0.drug == entry.drug })
      {
        cuts.append(Cut(at: t, id: id, drug: entry.drug))
      }
      return
    case .start: running[entry.drug] = dose
    case .give, nil: break
    }
    switch entry.drugClass {
    case .antipyretic: antipyretics.append(dose)
    case .sedative: sedatives.append(dose)
    case .antimicrobial: antimicrobials.append(dose)
    case .corticosteroid:
      if let before = steroids.last(where: { $0.drug == entry.drug })?.milligrams,
        let now = dose.milligrams, now < before
      {
        cuts.append(Cut(at: t, id: id, drug: entry.drug))
      }
      steroids.append(dose)
    case .anticytokine where entry.drug == "tocilizumab": tocilizumab.append(dose)
    case .anticytokine, .antiseizure, .other: break
    }
  }

  /// A dose of these within (t − span, t], or one still running from before.
  func given(_ doses: [DoseRecord], within span: TimeSpan, before t: Instant) -> DoseRecord? {
    if let last = doses.last(where: { $0.at <= t }), last.at > t - span { return last }
    return doses.last { dose in dose.at <= t && running[dose.drug].map { $0.at <= t } ?? false }
  }
}
