/// Text in columns, as printed pages have it: nothing on it is styled, and nothing in it commands.
package enum PlainColumns {
  /// The width that a person's terminal has at least.
  package static let standard = 80

  private static let glyphs = GlyphSet.unicode

  /// The cells that a text takes.
  package static func width(_ text: String) -> Int { glyphs.width(text) }

  /// The text with spaces up to `columns`.
  package static func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - glyphs.width(text)))
  }

  /// The text in lines of at most `columns`, broken between words.
  package static func lines(_ text: String, columns: Int) -> [String] {
    StyledText(text).wrapped(to: columns, in: glyphs).map(\.plain)
  }

  /// A label in a column of its own, and a text beside it that is broken to the width.
  package static func entry(
    _ label: String, _ text: String, indent: Int, label width: Int, columns: Int = standard
  ) -> [String] {
    let margin = String(repeating: " ", count: indent)
    let blank = margin + String(repeating: " ", count: width)
    let broken = lines(text, columns: columns - indent - width)
    if glyphs.width(label) > width { return [margin + label] + broken.map { blank + $0 } }
    return broken.enumerated().map { n, line in
      n == 0 ? margin + padded(label, to: width) + line : blank + line
    }
  }

  /// The text on one line as it is drawn: what would act on a terminal, hide or reorder text is
  /// spelled out, as on the screens.
  package static func shown(_ text: String) -> String {
    glyphs.glyphs(text).reduce(into: "") { $0 += $1.text }
  }
}
