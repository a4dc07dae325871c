internal import Clinical

/// The digits of a number as they come, kept in lowest form: no trailing zero in the coefficient.
struct DecimalReading {
  private(set) var coefficient: Int64 = 0
  /// After `finish`: the power of ten of the coefficient.
  private(set) var exponent = 0
  private var digits = 0
  private var pendingZeros = 0
  private var decimals = 0
  private var isTooLong = false

  struct Problem {
    let text: String
    let remedy: String
  }

  /// True when the last digit taken is a 0.
  var endsInZero: Bool { pendingZeros > 0 || coefficient == 0 }

  /// True where ECMAScript writes the number without a power of ten.
  var isPlain: Bool { coefficient == 0 || (-5...21).contains(digits + exponent) }

  mutating func take(_ digit: UInt8) {
    if digit == 0 {
      if coefficient != 0 { pendingZeros += 1 }
      return
    }
    digits += (coefficient == 0 ? 0 : pendingZeros) + 1
    guard digits <= DecimalNumber.maximumDigits else {
      isTooLong = true
      return
    }
    for _ in 0...pendingZeros { coefficient *= 10 }
    coefficient += Int64(digit)
    pendingZeros = 0
  }

  mutating func takeDecimal(_ digit: UInt8) {
    take(digit)
    decimals += 1
  }

  /// Ends the number, `power` being the power of ten that was written; tells what is wrong with it.
  mutating func finish(power: Int) -> Problem? {
    if isTooLong {
      return Problem(
        text: "a number has more than 15 significant digits", remedy: "round it as it was measured")
    }
    guard coefficient != 0 else { return nil }
    exponent = power - decimals + pendingZeros
    guard DecimalNumber.leadingExponents.contains(exponent + digits - 1) else {
      return Problem(
        text: "a number is far outside anything that is measured",
        remedy: "leave out what was not measured")
    }
    return nil
  }
}
