/// What a text on one line may hold, in an event that is read and in one that the store completes.
package enum OneLine {
  /// True for what a terminal, a table or another system would obey.
  package static func refuses(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\r", "\t", "\u{2028}", "\u{2029}": true
    default: scalar.properties.generalCategory == .control
    }
  }

  /// The text with a replacement character for each that may not stand in it: the name of a file is
  /// in the hands of whoever sends it.
  package static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: refuses) else { return text }
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { line.append(refuses(scalar) ? "\u{FFFD}" : scalar) }
    return String(line)
  }
}
