/// The doses of a patient, as the facts tell them: what the ledgers count.
///
/// A pure function of the facts, so that a dose entered late, corrected or retracted changes every
/// count at once.
package struct MedicationHistory: Sendable {
  /// Every dose in the order in which it was given; what was stopped is no dose.
  package let doses: [DoseRecord]
  /// Every weight on record, in order.
  package let weights: [DatedWeight]
  /// The settings of alerts in force after the last fact: the limits of a ledger are among them.
  package let settings: AlertSettings

  package init(_ facts: some Sequence<Fact>) {
    var doses: [(DoseRecord, Quantity?)] = []
    var weights: [DatedWeight] = []
    var inForce = AlertSettingsInForce()
    for fact in facts {
      switch fact.event.content {
      case .patient(let details):
        guard let kilograms = details.weight.flatMap(Measure.weight.normalised) else { continue }
        weights.append(DatedWeight(kilograms: kilograms, at: fact.key.at))
      case .medication(let entry) where entry.action != .stop:
        doses.append(
          (
            DoseRecord(
              at: fact.key.at, id: fact.event.id, drug: Self.generic(entry.drug), milligrams: nil),
            entry.dose
          ))
      case .setting(let setting):
        inForce.apply(setting, ofPatient: fact.event.patient != nil, at: fact.key.at)
      default: break
      }
    }
    settings = inForce.settings
    self.weights = weights
    self.doses = doses.map { record, dose in
      DoseRecord(
        at: record.at, id: record.id, drug: record.drug,
        milligrams: DoseRecord.milligrams(dose, weight: Self.weight(weights, at: record.at)))
    }
  }

  /// The newest weight at `t`; where all are later, the first of them.
  package func weight(at t: Instant) -> DatedWeight? { Self.weight(weights, at: t) }

  private static func weight(_ weights: [DatedWeight], at t: Instant) -> DatedWeight? {
    weights.last { $0.at <= t } ?? weights.first
  }

  private static func generic(_ name: String) -> String {
    DrugTable.drug(named: name)?.generic ?? DrugNames.folded(name)
  }
}
