import Terminal

/// Text in columns, as the printed pages have it; how wide it is and where it breaks is the
/// terminal room's knowledge.
enum TextColumns {
  /// The width that a person's terminal has at least.
  static let standard = PlainColumns.standard

  /// The cells that a text takes.
  static func width(_ text: String) -> Int { PlainColumns.width(text) }

  /// The text with spaces up to `columns`.
  static func padded(_ text: String, to columns: Int) -> String {
    PlainColumns.padded(text, to: columns)
  }

  /// The text in lines of at most `columns`, broken between words.
  static func lines(_ text: String, columns: Int) -> [String] {
    PlainColumns.lines(text, columns: columns)
  }

  /// A label in a column of its own, and a text beside it that is broken to the width.
  static func entry(_ label: String, _ text: String, indent: Int, label width: Int) -> [String] {
    PlainColumns.entry(label, text, indent: indent, label: width)
  }
}
