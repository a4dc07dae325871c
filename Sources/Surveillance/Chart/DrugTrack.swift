import Clinical

/// The drugs that a rule asks for.
struct DrugTrack: Sendable {
  struct Dose: Sendable {
    let drug: String
    let at: Instant
    let id: EventID
    /// What was given, where the unit is one of mass.
    let milligrams: DecimalNumber?
  }

  /// Doses given, oldest first.
  private(set) var tocilizumab: [Dose] = []
  private(set) var antipyretics: [Dose] = []
  private(set) var sedatives: [Dose] = []
  private(set) var steroids: [Dose] = []
  private(set) var antimicrobials: [Dose] = []
  /// When a corticosteroid was cut or stopped.
  private(set) var cuts: [Cut] = []
  // Drugs started and not stopped.
  private var running: [String: Dose] = [:]

  /// A dose of a corticosteroid lower than the one of the same drug before it, or its stop.
  struct Cut: Sendable {
    let at: Instant
    let id: EventID
    let drug: String
  }

  mutating func take(
    _ entry: Medication, _ id: EventID, at t: Instant, weight: DecimalNumber?
  ) {
    let dose = Dose(
      drug: entry.drug, at: t, id: id, milligrams: Self.milligrams(entry.dose, weight))
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
  func given(_ doses: [Dose], within span: TimeSpan, before t: Instant) -> Dose? {
    if let last = doses.last(where: { $0.at <= t }), last.at > t - span { return last }
    return doses.last { dose in dose.at <= t && running[dose.drug].map { $0.at <= t } ?? false }
  }

  private static func milligrams(_ dose: Quantity?, _ weight: DecimalNumber?) -> DecimalNumber? {
    guard let dose, dose.comparator == nil else { return nil }
    switch dose.unit {
    case .milligram: return dose.value
    case .gram: return dose.value.scaled(by: 1000, over: 1, places: 9)
    case .microgram: return dose.value.scaled(by: 1, over: 1000, places: 9)
    case .milligramPerKilogram:
      guard let weight else { return nil }
      return dose.value.product(with: weight)
    default: return nil
    }
  }
}

extension DecimalNumber {
  /// The product, to nine decimals.
  func product(with other: DecimalNumber) -> DecimalNumber {
    let places = max(0, -Int(other.exponent))
    let scale = other.scaled(by: Self.power(places), over: 1, places: 0)
    guard let factor = scale.whole else { return .zero }
    return scaled(by: Int64(factor), over: Self.power(places), places: 9)
  }

  private static func power(_ n: Int) -> Int64 {
    (0..<min(n, 15)).reduce(1) { product, _ in product * 10 }
  }
}
