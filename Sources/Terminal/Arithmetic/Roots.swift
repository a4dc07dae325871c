/// The few functions that colours and logarithmic axes need, so that this room stands on the
/// standard library alone. Exact to the last places of a double, which is more than a screen shows.
package enum Roots {
  /// The `degree`th root of a value not below zero, by Newton's method.
  package static func root(_ value: Double, degree: Int) -> Double {
    guard value > 0, value.isFinite, degree > 1 else { return max(0, value) }
    let n = Double(degree)
    // Begin above the root, from where every step goes down to it.
    var root = Double(sign: .plus, exponent: Int(value.exponent) / degree + 1, significand: 1)
    while true {
      var power = 1.0
      for _ in 1..<degree { power *= root }
      let next = ((n - 1) * root + value / power) / n
      if next >= root { return root }
      root = next
    }
  }

  /// The cube root, of negative values too.
  package static func cubeRoot(_ value: Double) -> Double {
    value < 0 ? -root(-value, degree: 3) : root(value, degree: 3)
  }

  /// The logarithm to base ten of a value above zero.
  package static func log10(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return value > 0 ? .infinity : -.infinity }
    // value = significand · 2^exponent with the significand in 1..<2; its logarithm by the series
    // of the area tangent, whose argument is then below a third.
    let z = (value.significand - 1) / (value.significand + 1)
    var term = z
    var sum = 0.0
    var k = 1.0
    while sum + term / k != sum {
      sum += term / k
      term *= z * z
      k += 2
    }
    let ln2 = 0.693_147_180_559_945_309_4
    let ln10 = 2.302_585_092_994_045_684
    return (2 * sum + Double(value.exponent) * ln2) / ln10
  }
}
