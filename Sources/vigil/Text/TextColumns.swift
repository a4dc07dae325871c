/// How wide text is on a terminal, and text broken to a width.
enum TextColumns {
  /// The width that a person's terminal has at least.
  static let standard = 80

  /// How many columns a text takes: East Asian wide characters two, combining ones none.
  static func width(of text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + width(of: $1) }
  }

  static func width(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return isWide(scalar) ? 2 : 1
    }
  }

  /// The text with spaces up to `columns`.
  static func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - width(of: text)))
  }

  /// The text in lines of at most `columns`, broken between words, and within a word only where
  /// it is longer than a line.
  static func lines(_ text: String, columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, width(of: line) + 1 + width(of: word) > columns {
        lines.append(line)
        line = ""
      }
      if !line.isEmpty { line += " " }
      for character in word {
        if width(of: line) + width(of: character) > columns, !line.isEmpty {
          lines.append(line)
          line = ""
        }
        line.append(character)
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// A label in a column of its own, and a text beside it that is broken to the width.
  static func entry(_ label: String, _ text: String, indent: Int, label width: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    let blank = String(repeating: " ", count: width)
    let wide = TextColumns.width(of: label) > width
    let broken = lines(text, columns: standard - indent - width)
    if wide { return [margin + label] + broken.map { margin + blank + $0 } }
    return broken.enumerated().map { n, line in
      let beginning = n == 0 ? padded(label, to: width) : blank
      return trimmed(margin + beginning + line)
    }
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  // The East Asian Wide and Fullwidth blocks of Unicode, in which names and notes are written.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
