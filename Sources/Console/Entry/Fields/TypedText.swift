import Clinical

/// Typed signs as fields read them.
enum TypedText {
  /// Full-width digits and signs, which an input method for Chinese gives, as their plain forms;
  /// white space at the ends left out.
  static func plain(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E:
        if let plain = Unicode.Scalar(scalar.value - 0xFEE0) { scalars.append(plain) }
      case 0x3000: scalars.append(" ")
      // The Chinese full stop stands where a decimal point was meant.
      case 0x3002: scalars.append(".")
      default: scalars.append(scalar)
      }
    }
    var plain = Substring(String(scalars))
    while plain.first?.isWhitespace == true { plain.removeFirst() }
    while plain.last?.isWhitespace == true { plain.removeLast() }
    return String(plain)
  }

  /// A number as it was written, digits with at most one point between them; `nil` for anything
  /// else: two points, no digit before or after the point, a sign.
  static func decimal(_ text: some StringProtocol) -> DecimalNumber? {
    DecimalNumber(plain: text)
  }
}
