/// Which of several values is kept where there is room for one: a spike is never averaged away.
package enum Extreme: Sendable {
  case maximum
  /// For values whose danger is below, as blood pressure and oxygen saturation.
  case minimum

  /// The kept one of the finite values; `nil` of none.
  package func of(_ values: [Double]) -> Double? {
    let finite = values.filter(\.isFinite)
    return switch self {
    case .maximum: finite.max()
    case .minimum: finite.min()
    }
  }

  /// True when `a` is to be kept rather than `b`.
  func prefers(_ a: Double, to b: Double) -> Bool {
    switch self {
    case .maximum: a > b
    case .minimum: a < b
    }
  }
}
