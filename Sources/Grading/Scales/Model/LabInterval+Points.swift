import Clinical

extension LabInterval {
  // Far below the last digit of anything that is measured: what a strict limit leaves out.
  private static let hair = DecimalNumber(coefficient: 1, exponent: -6) ?? .zero
  private static let farAbove = DecimalNumber(1_000_000_000)

  /// The least and the most points that the true value may give; `points` rises, or falls, with the
  /// value throughout. One number for an exact value.
  func points(_ points: (DecimalNumber) -> Int) -> ClosedRange<Int> {
    let (low, high) = ends
    let a = points(low)
    let b = points(high)
    return min(a, b)...max(a, b)
  }

  // `<650` ends just below 650, `>6000` begins just above 6000.
  private var ends: (DecimalNumber, DecimalNumber) {
    switch comparator {
    case .less: (.zero, high.map { $0 - Self.hair } ?? Self.farAbove)
    case .greater: (low + Self.hair, Self.farAbove)
    case .lessOrEqual, .greaterOrEqual, nil: (low, high ?? Self.farAbove)
    }
  }

  /// Whether every, or no, possible value is so; `nil` where it depends.
  func holds(_ condition: (DecimalNumber) -> Bool) -> Bool? {
    let range = points { condition($0) ? 1 : 0 }
    return range.lowerBound == range.upperBound ? range.lowerBound == 1 : nil
  }

  /// More than `factor` times another value; `nil` where their intervals leave it open.
  func exceeds(_ factor: DecimalNumber, times other: LabInterval) -> Bool? {
    let least = other.low.times(factor, places: 9)
    let most = other.high.map { $0.times(factor, places: 9) }
    if let most, holds({ $0 > most }) == true { return true }
    return holds { $0 > least } == false ? false : nil
  }

  /// At least `factor` times another value; `nil` where their intervals leave it open.
  func reaches(_ factor: DecimalNumber, times other: LabInterval) -> Bool? {
    let least = other.low.times(factor, places: 9)
    let most = other.high.map { $0.times(factor, places: 9) }
    if let most, holds({ $0 >= most }) == true { return true }
    return holds { $0 >= least } == false ? false : nil
  }
}

extension DecimalNumber {
  /// The quotient, rounded half up to `places` decimals; `nil` for a divisor of 0.
  func divided(by other: DecimalNumber, places: Int) -> DecimalNumber? {
    guard other.coefficient != 0 else { return nil }
    var divisor = other.coefficient
    var factor: Int64 = 1
    let shift = Int(other.exponent)
    for _ in 0..<abs(shift) {
      let (product, overflow) = (shift > 0 ? divisor : factor).multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      if shift > 0 { divisor = product } else { factor = product }
    }
    return scaled(by: factor, over: divisor, places: places)
  }
}
