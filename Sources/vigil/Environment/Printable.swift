/// Text from outside, made safe for a terminal.
///
/// Besides the control characters proper, those that reorder or hide what is shown are made
/// visible: a name must not be able to disguise the message that quotes it.
enum Printable {
  /// A text of several lines: line feeds stay, everything else that commands is made visible.
  static func lines(_ text: String) -> String { escaped(text) { $0 != "\n" } }

  /// A text of one line.
  static func line(_ text: String) -> String { escaped(text) { _ in true } }

  /// JSON text, which stays the same JSON.
  static func json(_ text: String) -> String { escaped(text) { _ in true } }

  static func isCommanding(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
      true
    default: false
    }
  }

  private static func escaped(_ text: String, where applies: (Unicode.Scalar) -> Bool) -> String {
    guard text.unicodeScalars.contains(where: { isCommanding($0) && applies($0) }) else {
      return text
    }
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isCommanding(scalar), applies(scalar) {
        let hex = String(scalar.value, radix: 16)
        let padded = String(repeating: "0", count: 4 - hex.utf8.count) + hex
        safe.append(contentsOf: "\\u\(padded)".unicodeScalars)
      } else {
        safe.append(scalar)
      }
    }
    return String(safe)
  }
}
