import RealModule

/// The rate at which a profile falls at its end: a straight line through the logarithms of its last
/// three or more quantifiable samples after Tmax.
///
/// Of all such lines the one with the best adjusted R²; of those within 0.0001 of the best the one
/// through most samples, as PKNCA chooses (`adj.r.squared.factor`).
struct TerminalSlope: Hashable {
  /// Per day.
  let rate: Double
  let adjustedRSquared: Double
  let points: Int

  var halfLife: Double { Double.log(2) / rate }

  static let fewest = 3
  private static let factor = 1e-4

  /// Why there is none.
  enum Missing: Error {
    case tooFewPoints(Int)
    case notFalling
  }

  /// - Parameter samples: quantifiable ones after Tmax, in order of time.
  init(_ samples: [(time: Double, concentration: Double)]) throws(Missing) {
    guard samples.count >= Self.fewest else { throw .tooFewPoints(samples.count) }
    let logs = samples.map { (x: $0.time, y: Double.log($0.concentration)) }
    let fits = (Self.fewest...logs.count).compactMap { Self.fit(Array(logs.suffix($0))) }
    guard let best = fits.map(\.adjustedRSquared).max() else { throw .notFalling }
    let chosen = fits.filter { $0.rate > 0 && $0.adjustedRSquared > best - Self.factor }
      .max { $0.points < $1.points }
    guard let chosen else { throw .notFalling }
    self = chosen
  }

  private init(rate: Double, adjustedRSquared: Double, points: Int) {
    self.rate = rate
    self.adjustedRSquared = adjustedRSquared
    self.points = points
  }

  // Least squares; `nil` where all logarithms are equal, for then R² is no number.
  private static func fit(_ points: [(x: Double, y: Double)]) -> TerminalSlope? {
    let n = Double(points.count)
    let meanX = points.reduce(0) { $0 + $1.x } / n
    let meanY = points.reduce(0) { $0 + $1.y } / n
    var sxx = 0.0
    var sxy = 0.0
    var syy = 0.0
    for point in points {
      sxx += (point.x - meanX) * (point.x - meanX)
      sxy += (point.x - meanX) * (point.y - meanY)
      syy += (point.y - meanY) * (point.y - meanY)
    }
    guard sxx > 0, syy > 0 else { return nil }
    let rSquared = sxy * sxy / (sxx * syy)
    return TerminalSlope(
      rate: -sxy / sxx, adjustedRSquared: 1 - (1 - rSquared) * (n - 1) / (n - 2),
      points: points.count)
  }
}
