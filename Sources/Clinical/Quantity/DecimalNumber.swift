/// A number as it was written: `coefficient` × 10^`exponent`, at most 15 significant digits.
///
/// Rules compare these, never binary floating point, so that 6.0 L/min is not more than 6 and
/// 37.95 °C is exactly between two tenths. Always in lowest form: no trailing zero in the
/// coefficient, and zero has exponent 0; therefore equal numbers are equal values.
package struct DecimalNumber: Hashable, Sendable, Codable {
  package let coefficient: Int64
  package let exponent: Int8

  /// The largest number of significant digits that a number may carry.
  package static let maximumDigits = 15
  /// Bounds of the exponent of the leading digit; far outside anything that is measured.
  package static let leadingExponents = -60...60

  package static let zero = DecimalNumber(0)

  /// A whole number; at most 18 digits.
  package init(_ whole: Int) { self.init(reducing: Int64(whole), exponent: 0) }

  /// `coefficient` × 10^`exponent`; `nil` with more than 15 significant digits or an exponent
  /// outside `leadingExponents`.
  package init?(coefficient: Int64, exponent: Int) {
    var c = coefficient
    var e = exponent
    while c != 0, c % 10 == 0 {
      c /= 10
      e += 1
    }
    if c == 0 { e = 0 }
    let digits = Self.digitCount(c)
    guard digits <= Self.maximumDigits, Self.leadingExponents.contains(e + digits - 1) || c == 0
    else { return nil }
    self.coefficient = c
    self.exponent = Int8(truncatingIfNeeded: e)
  }

  /// Tenths, for values kept as an integer number of them.
  package init(tenths: Int) { self.init(reducing: Int64(tenths), exponent: -1) }

  private init(reducing coefficient: Int64, exponent: Int) {
    var c = coefficient
    var e = exponent
    while c != 0, c % 10 == 0 {
      c /= 10
      e += 1
    }
    self.coefficient = c
    self.exponent = c == 0 ? 0 : Int8(truncatingIfNeeded: e)
  }

  /// The nearest double, for plots and statistics; never for a rule.
  package var double: Double {
    Double(description) ?? 0
  }

  /// The value as a whole number, or `nil` when it has a fraction or does not fit.
  package var whole: Int? {
    guard exponent >= 0 else { return nil }
    var value = coefficient
    for _ in 0..<exponent {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      value = product
    }
    return Int(value)
  }

  /// The value times 10^`places`, rounded half up (toward plus infinity at a tie); what D-02 does
  /// to a temperature.
  ///
  /// Saturates at the ends of `Int`; limits of possible values are checked before.
  package func roundedHalfUp(places: Int) -> Int {
    let shift = Int(exponent) + places
    if shift >= 0 {
      var value = coefficient
      for _ in 0..<shift {
        let (product, overflow) = value.multipliedReportingOverflow(by: 10)
        if overflow { return coefficient < 0 ? .min : .max }
        value = product
      }
      return Int(value)
    }
    if shift < -18 { return 0 }
    var divisor: Int64 = 1
    for _ in 0..<(-shift) { divisor *= 10 }
    let doubled = Int128(coefficient) * 2 + Int128(divisor)
    let d = Int128(divisor) * 2
    let quotient = doubled / d
    return Int(doubled % d < 0 ? quotient - 1 : quotient)
  }

  /// The exact product with a fraction, rounded half up to `places` decimals.
  package func scaled(by numerator: Int64, over denominator: Int64, places: Int) -> DecimalNumber {
    var top = Int128(coefficient) * Int128(numerator)
    var bottom = Int128(denominator)
    var shift = Int(exponent) + places
    while shift > 0, abs(top) < Int128.max / 100 {
      top *= 10
      shift -= 1
    }
    while shift < 0, bottom < Int128.max / 100 {
      bottom *= 10
      shift += 1
    }
    let doubled = top * 2 + bottom
    let quotient = doubled / (bottom * 2)
    let rounded = doubled % (bottom * 2) < 0 ? quotient - 1 : quotient
    let clamped = Int64(clamping: rounded)
    return DecimalNumber(reducing: clamped, exponent: -places)
  }

  package static func + (a: DecimalNumber, b: DecimalNumber) -> DecimalNumber {
    let e = min(Int(a.exponent), Int(b.exponent))
    let x = a.aligned(to: e)
    let y = b.aligned(to: e)
    return DecimalNumber(reducing: Int64(clamping: x + y), exponent: e)
  }

  package static func - (a: DecimalNumber, b: DecimalNumber) -> DecimalNumber {
    a + DecimalNumber(reducing: -b.coefficient, exponent: Int(b.exponent))
  }

  // The coefficient at exponent `e`, which is not above this number's own; saturating.
  private func aligned(to e: Int) -> Int128 {
    var value = Int128(coefficient)
    for _ in 0..<min(Int(exponent) - e, 22) { value *= 10 }
    return value
  }
}

extension DecimalNumber: Comparable {
  package static func < (a: DecimalNumber, b: DecimalNumber) -> Bool {
    if a.exponent == b.exponent { return a.coefficient < b.coefficient }
    if a.coefficient.signum() != b.coefficient.signum() { return a.coefficient < b.coefficient }
    if a.coefficient == 0 { return false }
    let negative = a.coefficient < 0
    let leadA = Int(a.exponent) + a.digitCount
    let leadB = Int(b.exponent) + b.digitCount
    if leadA != leadB { return (leadA < leadB) != negative }
    // Same leading digit: the exponents differ by at most 15, so the alignment is exact.
    let e = min(Int(a.exponent), Int(b.exponent))
    return a.aligned(to: e) < b.aligned(to: e)
  }

  private var digitCount: Int { Self.digitCount(coefficient) }

  private static func digitCount(_ coefficient: Int64) -> Int {
    var n = coefficient.magnitude
    var count = 1
    while n >= 10 {
      n /= 10
      count += 1
    }
    return count
  }
}

extension DecimalNumber: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) { self.init(value) }
}

extension DecimalNumber: CustomStringConvertible {
  /// ECMAScript's shortest form, which is also RFC 8785's: `38.4`, `1e+21`, `2.5e-7`.
  package var description: String {
    guard coefficient != 0 else { return "0" }
    let sign = coefficient < 0 ? "-" : ""
    let digits = String(coefficient.magnitude)
    let count = digits.utf8.count
    // The point stands after `point` digits.
    let point = count + Int(exponent)
    if exponent >= 0, point <= 21 {
      return sign + digits + String(repeating: "0", count: Int(exponent))
    }
    if point > 0, point <= 21 {
      return sign + digits.prefix(point) + "." + digits.dropFirst(point)
    }
    if point > -6, point <= 0 {
      return sign + "0." + String(repeating: "0", count: -point) + digits
    }
    let power = point - 1
    let mantissa = count == 1 ? digits : digits.prefix(1) + "." + digits.dropFirst(1)
    return sign + mantissa + "e" + (power < 0 ? "-" : "+") + String(abs(power))
  }
}
