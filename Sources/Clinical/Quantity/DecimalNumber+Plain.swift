extension DecimalNumber {
  /// A number as it is written, digits with at most one point between them; `nil` for anything else
  /// and for more than 15 digits.
  package init?(plain text: some StringProtocol) {
    var coefficient: Int64 = 0
    var digits = 0
    var decimals: Int?
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard digits < Self.maximumDigits else { return nil }
        coefficient = coefficient * 10 + Int64(byte - UInt8(ascii: "0"))
        digits += 1
        decimals = decimals.map { $0 + 1 }
      case UInt8(ascii: ".") where decimals == nil && digits > 0: decimals = 0
      default: return nil
      }
    }
    guard digits > 0, decimals != 0 else { return nil }
    self.init(coefficient: coefficient, exponent: -(decimals ?? 0))
  }
}
