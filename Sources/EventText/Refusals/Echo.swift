/// What somebody else wrote, made safe to show: one line, of a sensible length, nothing in it that a
/// terminal would obey or that would make text read in another order than it stands.
enum Echo {
  /// The text in double quotes, cut after `limit` characters.
  static func quoted(_ text: String, limit: Int = 40) -> String {
    "\"" + cut(text, limit: limit) + "\""
  }

  /// The text without quotes, cut after `limit` characters.
  static func cut(_ text: String, limit: Int = 40) -> String {
    var out = ""
    var count = 0
    for scalar in text.unicodeScalars {
      if count == limit { return out + "…" }
      count += 1
      append(scalar, to: &out)
    }
    return out
  }

  /// The whole text with what is unsafe written as `\u001b`.
  static func safe(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var out = ""
    for scalar in text.unicodeScalars { append(scalar, to: &out) }
    return out
  }

  /// A code point as an escape: `\u0007`, `\ud83d\ude00` for those above U+FFFF.
  static func code(_ value: UInt32) -> String {
    if let scalar = Unicode.Scalar(value), value > 0xFFFF {
      return String(Character(scalar)).utf16.map { code(UInt32($0)) }.joined()
    }
    let digits = String(value, radix: 16)
    return "\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  private static func append(_ scalar: Unicode.Scalar, to out: inout String) {
    if isUnsafe(scalar) {
      out += code(scalar.value)
    } else {
      out.unicodeScalars.append(scalar)
    }
  }

  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value >= 0x20, scalar.value < 0x7F { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned,
      .privateUse:
      return true
    default: return false
    }
  }
}
