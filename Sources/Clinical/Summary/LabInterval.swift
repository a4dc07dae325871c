/// What a laboratory result says of the true value, in the variable's own unit: an interval, equal
/// ends for an exact value, no upper end for one above the limit (clinical-rules 5.3).
package struct LabInterval: Sendable, Hashable, Codable {
  package let low: DecimalNumber
  /// `nil` is without end.
  package let high: DecimalNumber?
  /// As it was censored, for the screen: `<`, `>` and the like.
  package let comparator: Comparator?
  /// The value or limit that was printed.
  package let printed: DecimalNumber

  package init(_ printed: DecimalNumber, comparator: Comparator?) {
    self.printed = printed
    self.comparator = comparator
    switch comparator {
    case nil:
      low = printed
      high = printed
    case .less, .lessOrEqual:
      low = .zero
      high = printed
    case .greater, .greaterOrEqual:
      low = printed
      high = nil
    }
  }

  /// A result in its variable's unit; `nil` for a code that no rule knows or a unit that does not
  /// fit.
  package init?(_ result: LabResult) {
    guard let variable = result.variable, let unit = Unit(spelling: result.unit),
      let value = variable.measure.normalised(result.value, unit)
    else { return nil }
    self.init(value, comparator: result.comparator)
  }

  /// How many times a baseline this is, at least and at most; `nil` ends are unbounded or undefined
  /// (a lower end over a baseline whose upper end is open, an upper end over one that may be 0).
  package func fold(over baseline: LabInterval) -> (low: Double?, high: Double?) {
    let least = baseline.high.flatMap { $0.double > 0 ? low.double / $0.double : nil }
    let most = high.flatMap { baseline.low.double > 0 ? $0.double / baseline.low.double : nil }
    return (least, most)
  }
}
