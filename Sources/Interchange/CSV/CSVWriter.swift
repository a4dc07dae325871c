/// Writes a table as RFC 4180 has it: fields with a comma, a quote or a line end in quotes, lines
/// ending in CR LF.
package struct CSVWriter: Sendable {
  package init() {}

  /// A record, its line end included.
  package func line(_ fields: [String]) -> String {
    fields.map(Self.field).joined(separator: ",") + "\r\n"
  }

  private static func field(_ text: String) -> String {
    let guarded = guarded(text)
    let needsQuotes = guarded.unicodeScalars.contains {
      $0 == "," || $0 == "\"" || $0 == "\r" || $0 == "\n"
    }
    guard needsQuotes || guarded.first == " " || guarded.last == " " else { return guarded }
    var out = "\""
    for scalar in guarded.unicodeScalars {
      if scalar == "\"" { out += "\"" }
      out.unicodeScalars.append(scalar)
    }
    return out + "\""
  }

  /// The text with an apostrophe before it where a spreadsheet would take it for a formula; a number
  /// stays a number.
  static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, formula.contains(first),
      WrittenNumber(text).map({ $0.comparator != nil }) ?? true
    else { return text }
    return "'" + text
  }

  /// The text without the apostrophe that `guarded` puts before it.
  static func unguarded(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.first == "'", let second = scalars.dropFirst().first, formula.contains(second)
    else { return text }
    return String(scalars.dropFirst())
  }

  // With their full-width forms, and the controls that are passed over before them.
  private static let formula: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'",
  ]
}
