import Terminal

/// Text in columns, as the printed pages have it; how wide it is and where it breaks is the
/// terminal room's knowledge.
enum TextColumns {
  /// The width that a person's terminal has at least.
  static let standard = 80

  private static let glyphs = GlyphSet.unicode

  /// The cells that a text takes.
  static func width(_ text: String) -> Int { glyphs.width(text) }

  /// The text with spaces up to `columns`.
  static func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - glyphs.width(text)))
  }

  /// The text in lines of at most `columns`, broken between words.
  static func lines(_ text: String, columns: Int) -> [String] {
    StyledText(text).wrapped(to: columns, in: glyphs).map(\.plain)
  }

  /// A label in a column of its own, and a text beside it that is broken to the width.
  static func entry(_ label: String, _ text: String, indent: Int, label width: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    let blank = margin + String(repeating: " ", count: width)
    let broken = lines(text, columns: standard - indent - width)
    if glyphs.width(label) > width { return [margin + label] + broken.map { blank + $0 } }
    return broken.enumerated().map { n, line in
      n == 0 ? margin + padded(label, to: width) + line : blank + line
    }
  }
}
