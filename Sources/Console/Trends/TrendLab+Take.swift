import Clinical

extension TrendLab {
  /// Nothing yet of the variable of a result: in its own unit, or of a code that no rule knows in the
  /// unit as it was written.
  init(_ result: LabResult) {
    unit =
      result.variable.map(\.measure.unit.label) ?? Unit(spelling: result.unit)?.label
      ?? result.unit
  }

  /// Takes in one result; one in a unit that does not fit is counted and not drawn.
  ///
  /// - Parameter source: kit and laboratory; a change of either breaks the line.
  mutating func take(
    _ result: LabResult, _ fact: Int, _ at: Instant, _ x: Double, _ source: String
  ) {
    guard let value = Self.normalised(result.value, result, in: unit) else {
      unfit += 1
      return
    }
    readings.append(
      TrendReading(
        x: x, at: at, number: value, comparator: result.comparator,
        isOut: Self.isOut(result), least: nil, isDerived: false, fact: fact))
    func limit(_ number: DecimalNumber?, _ path: WritableKeyPath<Self, [Double]>) {
      guard let number, let value = Self.normalised(number, result, in: unit)?.double,
        !self[keyPath: path].contains(value)
      else { return }
      self[keyPath: path].append(value)
      self[keyPath: path].sort()
    }
    limit(result.lowerLimitOfQuantification, \.lowerLimits)
    limit(result.upperLimitOfQuantification, \.upperLimits)
    if result.lower != nil || result.upper != nil {
      reference = (
        result.lower.flatMap { Self.normalised($0, result, in: unit)?.double },
        result.upper.flatMap { Self.normalised($0, result, in: unit)?.double }
      )
    }
    if let last = self.source, last != source { breaks.append(x) }
    self.source = source
  }

  private static func normalised(
    _ number: DecimalNumber, _ result: LabResult, in unit: String
  ) -> DecimalNumber? {
    guard let variable = result.variable else {
      return (Unit(spelling: result.unit)?.label ?? result.unit) == unit ? number : nil
    }
    return Unit(spelling: result.unit).flatMap { variable.measure.normalised(number, $0) }
  }

  // Outside of the interval that came with it, for certain: a bound may lie on either side.
  private static func isOut(_ result: LabResult) -> Bool {
    let interval = LabInterval(result.value, comparator: result.comparator)
    if let upper = result.upper, upper < interval.low { return true }
    if let lower = result.lower, let high = interval.high, high < lower { return true }
    return false
  }
}
