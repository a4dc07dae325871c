extension PatientSummary {
  /// The cytokine of the newest panel with the largest fold over its baseline.
  package struct LeadingCytokine: Sendable, Hashable {
    package let code: String
    package let value: Observed<LabInterval>
    /// At least and at most so many times the baseline; `nil` where nothing bounds it, or without a
    /// baseline.
    package let foldLow: Double?
    package let foldHigh: Double?

    package init(
      code: String, value: Observed<LabInterval>, foldLow: Double?, foldHigh: Double?
    ) {
      self.code = code
      self.value = value
      self.foldLow = foldLow
      self.foldHigh = foldHigh
    }

    // A fold that is not known ranks as no change, so that a high value without a baseline does not
    // hide behind one that fell.
    fileprivate var rank: (Double, Double) { (foldLow ?? 1, value.value.low.double) }
  }

  /// Of the newest panel the cytokine that rose most over the baseline, by the fold that is certain,
  /// taken as 1 where it is not known; of equals the one with the highest value. A baseline older
  /// than day −14 is none (D-31).
  package func leadingCytokine(zone: Zone) -> LeadingCytokine? {
    guard let newest = cytokines.values.map(\.at).max() else { return nil }
    var best: LeadingCytokine?
    for code in Self.cytokineCodes {
      guard let value = cytokines[code], value.at == newest else { continue }
      var low: Double?
      var high: Double?
      if let baseline = baseline(of: code, zone: zone), baseline.at < value.at {
        (low, high) = value.value.fold(over: baseline.value)
      }
      let candidate = LeadingCytokine(code: code, value: value, foldLow: low, foldHigh: high)
      guard let current = best else {
        best = candidate
        continue
      }
      if candidate.rank > current.rank { best = candidate }
    }
    return best
  }

  /// The last value before the infusion, not earlier than day −14 (D-31).
  package func baseline(of code: String, zone: Zone) -> Observed<LabInterval>? {
    guard let baseline = cytokineBaselines[code] else { return nil }
    guard let day0 = infusions.first else { return baseline }
    let days = zone.dayNumber(of: day0) - zone.dayNumber(of: baseline.at)
    return days <= 14 ? baseline : nil
  }
}
