/// What the courses of CAR copies and CAR+ cells are summed up by: the highest value after the
/// infusion with its moment, and the last that could be quantified.
package struct Expansion: Hashable, Sendable {
  /// Cmax; of equal values the first. One above the upper limit of quantification is a bound.
  package let peak: Observed<LabInterval>
  /// `nil` where nothing after the infusion could be quantified.
  package let lastQuantifiable: Observed<LabInterval>?

  /// - Parameter values: of one variable, in order; those before `infusion` count for nothing.
  /// - Returns: `nil` without a value of which more than nothing is certain.
  package init?(_ values: some Sequence<Observed<LabInterval>>, after infusion: Instant) {
    var peak: Observed<LabInterval>?
    var last: Observed<LabInterval>?
    for value in values where value.at >= infusion && .zero < value.value.low {
      last = value
      guard let highest = peak?.value else {
        peak = value
        continue
      }
      // A bound from below counts more than the same number measured.
      let isHigher =
        highest.low < value.value.low
        || highest.low == value.value.low && value.value.high == nil && highest.high != nil
      if isHigher { peak = value }
    }
    guard let peak else { return nil }
    self.peak = peak
    lastQuantifiable = last
  }

  /// Tmax: the time from the infusion to the peak.
  package func timeToPeak(from infusion: Instant) -> TimeSpan { peak.at - infusion }
}
