package import Clinical

/// The curves of the model in whole numbers, since the last digit of a library's `exp` or `sin`
/// may differ between machines.
package enum FixedPoint {
  /// `base` × 2^(`doublings` / 1000), within about a thousandth; for up to 20 doublings of up to a
  /// million.
  package static func raised(_ base: Int, doublings: Int) -> Int {
    let whole = Int(floorDivide(Int64(doublings), 1000))
    let f = doublings - whole * 1000
    // 2^f as a cubic that is exact at both ends of a doubling, in millionths.
    let power = 1_000_000 + f * 695 + f * f * 227 / 1000 + f * f * f * 78 / 1_000_000
    if whole >= 0 { return base * (power << min(whole, 20)) / 1_000_000 }
    return (base * power / 1_000_000) >> min(-whole, 62)
  }

  /// Doublings in thousandths for a power of ten given in thousandths of a decade.
  package static func doublings(decades: Int) -> Int { decades * 3322 / 1000 }

  /// The sine of `turn` thousandths of a full turn, times 1000 (Bhāskara's formula).
  package static func sine(_ turn: Int) -> Int {
    let t = turn - Int(floorDivide(Int64(turn), 1000)) * 1000
    let product = (t % 500) * (500 - t % 500)
    let value = 16_000 * product / (1_250_000 - 4 * product)
    return t < 500 ? value : -value
  }

  /// A step without corners from 0 to 1000 as `x` goes from 0 to 1000.
  package static func smooth(_ x: Int) -> Int {
    let c = min(1000, max(0, x))
    return c * c * (3000 - 2 * c) / 1_000_000
  }

  /// A curve through `knots` (sorted by place), straight between them and level outside.
  package static func curve(_ knots: [(at: Int, value: Int)], at x: Int) -> Int {
    guard let first = knots.first, let last = knots.last else { return 0 }
    if x <= first.at { return first.value }
    if x >= last.at { return last.value }
    for (a, b) in zip(knots, knots.dropFirst()) where x <= b.at {
      return a.value + (b.value - a.value) * (x - a.at) / max(1, b.at - a.at)
    }
    return last.value
  }

  /// `value` in units of 10^-`places`, rounded to `digits` significant digits as an analyser
  /// prints them.
  package static func rounded(_ value: Int, digits: Int) -> Int {
    var step = 1
    var limit = 1
    for _ in 0..<digits { limit *= 10 }
    while abs(value) / step >= limit { step *= 10 }
    return (value + step / 2) / step * step
  }
}

extension DecimalNumber {
  /// `value` × 10^-`places`.
  package static func places(_ places: Int, _ value: Int) -> DecimalNumber {
    DecimalNumber(coefficient: Int64(value), exponent: -places) ?? .zero
  }
}
