import Clinical

extension Rule {
  /// ASTCT CRS table, row "Hypoxia", grade 2: low-flow nasal cannula, up to and with 6 L/min.
  ///
  /// Two reprints err at the boundary (clinical-rules 1.5): 6.0 is low, above it is high.
  package static let crsLowFlow = Rule(
    "CRS-HYPOXIA-LOWFLOW", .crs, .hypoxia, 2...2, "nasal cannula at 6 L/min or less",
    source: crsTable, choices: ["D-15", "D-16"])
  /// ASTCT CRS table, row "Hypoxia", grade 2: blow-by, at any flow.
  package static let crsBlowBy = Rule(
    "CRS-HYPOXIA-BLOWBY", .crs, .hypoxia, 2...2, "blow-by oxygen", source: crsTable,
    choices: ["D-16"])
  /// ASTCT CRS table, row "Hypoxia", grade 3: high-flow nasal cannula, above 6 L/min.
  package static let crsHighFlow = Rule(
    "CRS-HYPOXIA-HIGHFLOW", .crs, .hypoxia, 3...3, "nasal cannula above 6 L/min",
    source: crsTable, choices: ["D-15", "D-16"])
  /// ASTCT CRS table, row "Hypoxia", grade 3: facemask, non-rebreather or Venturi mask, at any
  /// flow.
  package static let crsMask = Rule(
    "CRS-HYPOXIA-MASK", .crs, .hypoxia, 3...3,
    "a mask of any kind, a face tent or a tracheostomy collar, at any flow", source: crsTable,
    choices: ["D-16"])
  /// ASTCT CRS table, row "Hypoxia", grade 4: positive pressure.
  package static let crsPositivePressure = Rule(
    "CRS-HYPOXIA-POSITIVE-PRESSURE", .crs, .hypoxia, 4...4,
    "positive pressure (CPAP, BiPAP, ventilation) or ECMO, for hypoxia", source: crsTable,
    choices: ["D-16"])
}

extension BedsideState {
  /// What the oxygen support in force gives; `nil` for room air and for support that is not for
  /// hypoxia (clinical-rules 1.5).
  func oxygenFinding(_ state: OxygenInForce) -> Finding? {
    if state.isRoomAir || isNotForHypoxia(state) { return nil }
    let flow = flowToGrade(state)
    let limit: DecimalNumber = 6
    switch state.device {
    case .roomAir: return nil
    case .nasalCannula:
      guard let flow else { return Finding(criterion: .crsLowFlow, low: 2, high: 3) }
      return flow <= limit
        ? Finding(criterion: .crsLowFlow, low: 2, high: 2)
        : Finding(criterion: .crsHighFlow, low: 3, high: 3)
    case .blowBy: return Finding(criterion: .crsBlowBy, low: 2, high: 2)
    case .highFlowNasalCannula:
      if settings.highFlow == .alwaysThree {
        return Finding(criterion: .crsHighFlow, low: 3, high: 3)
      }
      guard let flow else {
        return Finding(criterion: .crsHighFlow, low: 3, high: 3, isPrompt: true)
      }
      return flow <= limit
        ? Finding(criterion: .crsLowFlow, low: 2, high: 2, isPrompt: true)
        : Finding(criterion: .crsHighFlow, low: 3, high: 3)
    case .simpleFaceMask, .venturiMask, .partialRebreather, .nonRebreather, .faceTent,
      .aerosolMask, .tracheostomyCollar:
      return Finding(criterion: .crsMask, low: 3, high: 3)
    case .cpap, .bipap, .niv, .invasiveVentilation, .ecmo:
      return Finding(criterion: .crsPositivePressure, low: 4, high: 4)
    }
  }

  /// D-15: the high-flow cannula at a flow that the table calls low.
  @inline(__always)
  func needsHighFlowReview(_ state: OxygenInForce) -> Bool {
    guard state.device == .highFlowNasalCannula, settings.highFlow == .byFlow,
      !isNotForHypoxia(state), let flow = flowToGrade(state)
    else { return false }
    return flow <= 6
  }

  /// True for support that is no hypoxia of CRS: for a procedure, comfort or the airway, or no more
  /// than the patient's own. Before the infusion chronic support is the patient's own, for it is
  /// what the baseline will be.
  func isNotForHypoxia(_ state: OxygenInForce) -> Bool {
    switch state.indication {
    case .procedure, .comfort, .airwayProtection: return true
    case .chronic, .sleepApnoea: return infusedAt == nil || isAtBaseline(state)
    case .hypoxia, nil: return isAtBaseline(state)
    }
  }

  /// The same device as before the infusion, and no more of it (clinical-rules 1.5).
  func isAtBaseline(_ state: OxygenInForce) -> Bool {
    guard let baseline = baselineOxygen, baseline.device == state.device else { return false }
    if let own = baseline.flow, let now = state.flow { return now <= own }
    if let own = baseline.fio2, let now = state.fio2 { return now <= own }
    switch state.device {
    case .nasalCannula, .highFlowNasalCannula: return baseline.flow == nil && state.flow == nil
    default: return true
    }
  }

  // D-16: what is given now, or only what is given beyond the patient's own.
  private func flowToGrade(_ state: OxygenInForce) -> DecimalNumber? {
    guard settings.support == .increment, let baseline = baselineOxygen,
      baseline.device == state.device, let own = baseline.flow, let now = state.flow
    else { return state.flow }
    return now - own
  }
}
