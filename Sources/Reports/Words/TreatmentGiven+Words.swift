import Clinical

extension TreatmentGiven {
  /// What it is called.
  var name: ReportWord {
    switch self {
    case .tocilizumab: .tocilizumab
    case .otherAnticytokine: .otherAnticytokine
    case .corticosteroid: .corticosteroid
    case .vasopressor: .vasopressor
    case .fluidBolus: .bolus
    case .antipyretic: .antipyretic
    }
  }

  /// Its letter in tables and figures.
  var short: ReportWord {
    switch self {
    case .tocilizumab: .tocilizumabShort
    case .otherAnticytokine: .otherAnticytokineShort
    case .corticosteroid: .corticosteroidShort
    case .vasopressor: .vasopressorShort
    case .fluidBolus: .bolusShort
    case .antipyretic: .antipyreticShort
    }
  }
}
