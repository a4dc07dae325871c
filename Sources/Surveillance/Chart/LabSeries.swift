import Clinical

/// The results of the variables that a rule asks for, oldest first.
struct LabSeries: Sendable {
  struct Entry: Sendable {
    let interval: LabInterval
    /// The laboratory's upper limit, in the variable's unit.
    let upper: DecimalNumber?
    let at: Instant
    let id: EventID

    /// The upper limit as a value to compare with.
    var upperLimit: LabInterval? { upper.map { LabInterval($0, comparator: nil) } }
  }

  private(set) var entries: [LabVariable: [Entry]] = [:]
  /// When each part of the routine round was last measured.
  private(set) var parts: [RoutinePart: Instant] = [:]
  private(set) var cytokines: Instant?
  private(set) var carT: Instant?
  /// Positive or negative results of EBV and CMV, the newest of each code.
  private(set) var viruses: [String: (isPositive: Bool, at: Instant, id: EventID)] = [:]

  /// The parts of a laboratory round (clinical-rules 1.7): CBC, chem, CRP, ferritin, coag.
  enum RoutinePart: String, CaseIterable, Sendable {
    case counts = "blood count"
    case chemistry, crp = "CRP"
    case ferritin
    case coagulation

    init?(_ variable: LabVariable) {
      switch variable {
      case .platelets, .neutrophils, .leukocytes, .haemoglobin: self = .counts
      case .creatinine, .alanineAminotransferase, .aspartateAminotransferase, .sodium, .potassium,
        .totalBilirubin, .urea:
        self = .chemistry
      case .cReactiveProtein: self = .crp
      case .ferritin: self = .ferritin
      case .fibrinogen, .prothrombinTime, .activatedPartialThromboplastinTime,
        .internationalNormalisedRatio, .dDimer:
        self = .coagulation
      default: return nil
      }
    }
  }

  private static let cytokineVariables: Set<LabVariable> = [
    .interleukin6, .interleukin10, .interferonGamma, .tumourNecrosisFactorAlpha,
  ]
  private static let carTVariables: Set<LabVariable> = [.carCopies, .carPercentage, .carCells]

  mutating func take(_ lab: Lab, _ id: EventID, at t: Instant) {
    for result in lab.results {
      guard let variable = result.variable else {
        takeVirus(result, id, at: t)
        continue
      }
      if let part = RoutinePart(variable) { parts[part] = t }
      if Self.cytokineVariables.contains(variable) { cytokines = t }
      if Self.carTVariables.contains(variable) { carT = t }
      guard let interval = LabInterval(result) else { continue }
      let upper = result.upper.flatMap { limit in
        Unit(spelling: result.unit).flatMap { variable.measure.normalised(limit, $0) }
      }
      // Of two at one instant the later in order counts.
      if entries[variable]?.last?.at == t { entries[variable]?.removeLast() }
      entries[variable, default: []].append(
        Entry(interval: interval, upper: upper, at: t, id: id))
    }
  }

  private mutating func takeVirus(_ result: LabResult, _ id: EventID, at t: Instant) {
    let code = result.code.uppercased()
    guard code.contains("EBV") || code.contains("CMV") else { return }
    let isLimit = result.comparator == .less || result.comparator == .lessOrEqual
    let limit = result.lowerLimitOfQuantification ?? .zero
    viruses[result.code] = (!isLimit && result.value > limit, t, id)
  }

  func newest(_ variable: LabVariable) -> Entry? { entries[variable]?.last }

  /// The last value before the infusion, not earlier than day −14 (D-31).
  func baseline(_ variable: LabVariable, before infusion: Instant?, _ zone: Zone) -> Entry? {
    guard let infusion, let entry = entries[variable]?.last(where: { $0.at < infusion }) else {
      return nil
    }
    return zone.dayNumber(of: infusion) - zone.dayNumber(of: entry.at) <= 14 ? entry : nil
  }
}

extension LabInterval {
  /// Definitely above, below, or at or beyond a limit: for the whole interval (clinical-rules 5.3).
  /// `<2.5` is definitely below 2.5, `>5000` definitely above 5000.
  func isAbove(_ limit: DecimalNumber) -> Bool {
    comparator == .greater ? low >= limit : low > limit
  }
  func isAtLeast(_ limit: DecimalNumber) -> Bool { low >= limit }
  func isBelow(_ limit: DecimalNumber) -> Bool {
    comparator == .less ? high.map { $0 <= limit } ?? false : high.map { $0 < limit } ?? false
  }
  func isAtMost(_ limit: DecimalNumber) -> Bool { high.map { $0 <= limit } ?? false }

  /// Possibly so: for a part of the interval.
  func mayBeAbove(_ limit: DecimalNumber) -> Bool { high.map { $0 > limit } ?? true }
  func mayBeBelow(_ limit: DecimalNumber) -> Bool { low < limit }
  func mayBeAtMost(_ limit: DecimalNumber) -> Bool {
    comparator == .greater ? low < limit : low <= limit
  }

  /// Definitely at least, or more than, so many times another value; false where that has no upper
  /// end.
  func isAtLeast(_ factor: DecimalNumber, times other: LabInterval) -> Bool {
    other.high.map { $0 > .zero && isAtLeast($0.times(factor, places: 9)) } ?? false
  }
  func isAbove(_ factor: DecimalNumber, times other: LabInterval) -> Bool {
    other.high.map { $0 > .zero && isAbove($0.times(factor, places: 9)) } ?? false
  }
}
