/// One dose of a drug that is on record.
package struct DoseRecord: Hashable, Sendable {
  package let at: Instant
  package let id: EventID
  package let drug: String
  /// In milligrams; `nil` where the dose was not recorded, or is per kilogram without any weight.
  package let milligrams: DecimalNumber?

  package init(at: Instant, id: EventID, drug: String, milligrams: DecimalNumber?) {
    self.at = at
    self.id = id
    self.drug = drug
    self.milligrams = milligrams
  }
}

/// The weight that doses for show are computed from, with its age.
package struct DatedWeight: Hashable, Sendable {
  package let kilograms: DecimalNumber
  package let at: Instant

  package init(kilograms: DecimalNumber, at: Instant) {
    self.kilograms = kilograms
    self.at = at
  }
}

extension DoseRecord {
  /// The dose in milligrams, or `nil` where it cannot be said: nothing recorded, only a bound
  /// recorded, a unit that is no amount of the drug, or per kilogram without a weight.
  package static func milligrams(_ dose: Quantity?, weight: DatedWeight?) -> DecimalNumber? {
    guard let dose, dose.comparator == nil else { return nil }
    switch dose.unit {
    case .milligram: return dose.value
    case .gram: return dose.value.scaled(by: 1000, over: 1, places: 6)
    case .microgram: return dose.value.scaled(by: 1, over: 1000, places: 6)
    case .milligramPerKilogram:
      return weight.map { dose.value.times($0.kilograms, places: 3) }
    case .microgramPerKilogram:
      return weight.map {
        dose.value.scaled(by: 1, over: 1000, places: 9).times($0.kilograms, places: 3)
      }
    default: return nil
    }
  }
}

extension DecimalNumber {
  /// The product, rounded half up to `places` decimals.
  package func times(_ other: DecimalNumber, places: Int) -> DecimalNumber {
    guard other.exponent < 0 else {
      return scaled(by: Int64(other.whole ?? 0), over: 1, places: places)
    }
    var divisor: Int64 = 1
    for _ in 0..<min(18, -Int(other.exponent)) { divisor *= 10 }
    return scaled(by: other.coefficient, over: divisor, places: places)
  }
}
