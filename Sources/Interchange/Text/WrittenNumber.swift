package import Clinical

/// A number as laboratories write it: perhaps censored, perhaps in full-width digits.
package struct WrittenNumber: Hashable, Sendable {
  package var comparator: Comparator?
  package var value: DecimalNumber

  package init(_ value: DecimalNumber, comparator: Comparator? = nil) {
    self.value = value
    self.comparator = comparator
  }

  /// How a file writes its numbers.
  package struct Style: Hashable, Sendable {
    /// `.` or `,`.
    package var point: Unicode.Scalar = "."
    /// Stands between groups of three digits; `nil` where the file has none.
    package var thousands: Unicode.Scalar?

    package init(point: Unicode.Scalar = ".", thousands: Unicode.Scalar? = nil) {
      self.point = point
      self.thousands = thousands
    }
  }

  /// Reads `38.4`, `<2.5`, `≥ 5000`, `３８．４`, `1.2e3`; `nil` for anything else, and for more than 15
  /// significant digits.
  package init?(_ text: some StringProtocol, style: Style = Style()) {
    var scalars = Self.folded(text)[...]
    comparator = Self.takeComparator(&scalars)
    while scalars.first == " " { scalars.removeFirst() }
    while scalars.last == " " { scalars.removeLast() }
    guard let value = Self.decimal(scalars, style) else { return nil }
    self.value = value
  }

  // Full-width forms as their ASCII ones, and the blanks of all kinds as a blank.
  private static func folded(_ text: some StringProtocol) -> [Unicode.Scalar] {
    let folded = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.value {
      case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
      case 0x3000, 0xA0, 0x2007, 0x202F, 0x09: " "
      case 0x2212: "-"
      default: scalar
      }
    }
    let start = folded.firstIndex { $0 != " " } ?? folded.endIndex
    let end = folded.lastIndex { $0 != " " }.map { $0 + 1 } ?? start
    return Array(folded[start..<max(start, end)])
  }

  private static func takeComparator(_ scalars: inout ArraySlice<Unicode.Scalar>) -> Comparator? {
    let signs: [([Unicode.Scalar], Comparator?)] = [
      (["<", "="], .lessOrEqual), ([">", "="], .greaterOrEqual), (["≤"], .lessOrEqual),
      (["≥"], .greaterOrEqual), (["<"], .less), ([">"], .greater), (["="], nil),
    ]
    for (sign, comparator) in signs where scalars.starts(with: sign) {
      scalars = scalars.dropFirst(sign.count)
      return comparator
    }
    return nil
  }

  // Digits with at most one point; thousands only where every group after the first has three.
  private static func decimal(
    _ scalars: ArraySlice<Unicode.Scalar>, _ style: Style
  ) -> DecimalNumber? {
    var rest = scalars
    var isNegative = false
    if let sign = rest.first, sign == "-" || sign == "+" {
      isNegative = sign == "-"
      rest.removeFirst()
    }
    var digits: [UInt8] = []
    var decimals = 0
    var hasPoint = false
    var sinceGroup: Int?
    var isAfterDigit = false
    while let scalar = rest.first {
      if let digit = Self.digit(scalar) {
        digits.append(digit)
        if hasPoint {
          decimals += 1
        } else if sinceGroup != nil {
          sinceGroup = (sinceGroup ?? 0) + 1
        }
        isAfterDigit = true
      } else if scalar == style.thousands, !hasPoint, isAfterDigit, sinceGroup ?? 3 == 3,
        sinceGroup != nil || digits.count <= 3
      {
        sinceGroup = 0
      } else if scalar == style.point, !hasPoint, isAfterDigit, sinceGroup ?? 3 == 3 {
        hasPoint = true
      } else {
        break
      }
      rest.removeFirst()
    }
    guard !digits.isEmpty, sinceGroup ?? 3 == 3, !hasPoint || decimals > 0 else { return nil }
    guard let power = Self.power(rest) else { return nil }
    return number(digits, exponent: power - decimals, isNegative: isNegative)
  }

  // `e3`, `E-2`; 0 for nothing at all, `nil` for anything else.
  private static func power(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let first = scalars.first else { return 0 }
    guard first == "e" || first == "E" else { return nil }
    var text = String.UnicodeScalarView(scalars.dropFirst())
    if text.first == "+" { text.removeFirst() }
    let magnitude = text.first == "-" ? text.dropFirst() : text[...]
    guard (1...3).contains(magnitude.count), magnitude.allSatisfy({ Self.digit($0) != nil })
    else { return nil }
    return Int(String(text))
  }

  private static func number(_ digits: [UInt8], exponent: Int, isNegative: Bool) -> DecimalNumber? {
    var kept = digits.drop { $0 == 0 }
    var exponent = exponent
    while kept.last == 0 {
      kept.removeLast()
      exponent += 1
    }
    guard kept.count <= DecimalNumber.maximumDigits else { return nil }
    let coefficient = kept.reduce(Int64(0)) { $0 * 10 + Int64($1) }
    return DecimalNumber(coefficient: isNegative ? -coefficient : coefficient, exponent: exponent)
  }

  private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
    guard ("0"..."9").contains(scalar) else { return nil }
    return UInt8(scalar.value - 48)
  }
}
