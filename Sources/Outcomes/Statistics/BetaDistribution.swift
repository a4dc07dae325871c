import RealModule

/// The beta distribution with shapes above zero: what exact intervals of a proportion stand on.
struct BetaDistribution {
  let a: Double
  let b: Double

  /// P(X ≤ `x`): the regularised incomplete beta function.
  ///
  /// By its continued fraction (Abramowitz and Stegun 26.5.8) with Lentz's method as modified by
  /// Thompson and Barnett, on the side of the mean where that converges fast.
  func cumulative(_ x: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    let front = term(x)
    if x < (a + 1) / (a + b + 2) {
      return front * Self.fraction(a, b, x) / a
    }
    return 1 - front * Self.fraction(b, a, 1 - x) / b
  }

  /// The x with P(X ≤ x) = `p`: Newton's steps, kept between bounds that halve where a step leads
  /// out of them, until nothing moves any more.
  func quantile(_ p: Double) -> Double {
    if p <= 0 { return 0 }
    if p >= 1 { return 1 }
    var low = 0.0
    var high = 1.0
    var x = a / (a + b)
    for _ in 0..<1100 {
      let error = cumulative(x) - p
      if error == 0 { return x }
      if error < 0 { low = x } else { high = x }
      let density = term(x) / (x * (1 - x))
      var next = x - error / density
      if !(next > low && next < high) { next = low + (high - low) / 2 }
      if next == x || next == low || next == high { return next }
      if abs(next - x) <= x.ulp { return next }
      x = next
    }
    return x
  }

  // x^a (1 − x)^b / B(a, b), by Loader's form of the binomial probability (Fast and accurate
  // computation of binomial probabilities, 2000), which keeps its digits for large counts.
  private func term(_ x: Double) -> Double {
    let n = a + b
    let exponent =
      Self.stirlingError(n) - Self.stirlingError(a) - Self.stirlingError(b)
      - Self.deviance(a, n * x) - Self.deviance(b, n * (1 - x))
    return Double.exp(exponent) * Double.sqrt(a * b / (2 * .pi * n))
  }

  // ln n! minus Stirling's formula for it.
  private static func stirlingError(_ n: Double) -> Double {
    if n < 16 {
      return Double.logGamma(n + 1) - (n + 0.5) * Double.log(n) + n
        - 0.918_938_533_204_672_741_78
    }
    let square = n * n
    let inner = 1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square
    return (1.0 / 12 - (1.0 / 360 - inner / square) / square) / n
  }

  // x ln(x / m) + m − x without the loss of digits where x is near m.
  private static func deviance(_ x: Double, _ m: Double) -> Double {
    let difference = x - m
    guard abs(difference) < 0.1 * (x + m) else { return x * Double.log(x / m) + m - x }
    let v = difference / (x + m)
    var sum = difference * v
    var power = 2 * x * v
    var k = 1.0
    while true {
      power *= v * v
      let next = sum + power / (2 * k + 1)
      if next == sum { return sum }
      sum = next
      k += 1
    }
  }

  private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    func safe(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
    var c = 1.0
    var d = 1 / safe(1 - (a + b) * x / (a + 1))
    var h = d
    for n in 1...100_000 {
      let m = Double(n)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / safe(1 + even * d)
      c = safe(1 + even / c)
      h *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / safe(1 + odd * d)
      c = safe(1 + odd / c)
      let step = d * c
      h *= step
      if abs(step - 1) < 1e-16 { break }
    }
    return h
  }
}
