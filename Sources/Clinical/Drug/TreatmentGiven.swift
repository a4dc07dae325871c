/// What is given for CRS or ICANS, or hides it: in the order in which screens and reports list it.
package enum TreatmentGiven: CaseIterable, Hashable, Sendable {
  case tocilizumab, otherAnticytokine, corticosteroid, vasopressor, fluidBolus, antipyretic

  /// What an entry begins or gives; `nil` for an end, for fluid that is not for hypotension, and for
  /// everything else.
  package init?(_ content: Content) {
    switch content {
    case .vasopressor(let entry) where !entry.isStop: self = .vasopressor
    case .fluidBolus(let entry) where entry.purpose == .hypotension: self = .fluidBolus
    case .medication(let entry) where entry.action != .stop:
      switch entry.drugClass {
      case .corticosteroid: self = .corticosteroid
      case .antipyretic: self = .antipyretic
      case .anticytokine:
        self =
          DrugTable.drug(named: entry.drug)?.generic == "tocilizumab"
          ? .tocilizumab : .otherAnticytokine
      default: return nil
      }
    default: return nil
    }
  }
}
