package import Clinical

extension FeverLimit {
  /// The lowest temperature in degrees Celsius that is a fever at a site to which nothing is added:
  /// where a plot begins to mark.
  package var least: DecimalNumber {
    let limit = DecimalNumber(tenths: Self.tenths)
    // Half a tenth below is rounded up to it (D-02).
    return rounding == .none ? limit : limit - DecimalNumber(5).scaled(by: 1, over: 100, places: 2)
  }
}
