/// Cuts a table of separated values into records (RFC 4180, and what is sent in its name): any line
/// ends, mixed; line ends and separators within quotes; blank lines passed over.
package struct CSVReader: Sendable {
  /// One record.
  package struct Record: Hashable, Sendable {
    /// The line of the file on which it begins, from 1.
    package var line: Int
    package var fields: [String]
    /// The record as it came, without its line end.
    package var text: String
  }

  package private(set) var records: [Record] = []
  /// The line on which a quote begins that never ends; what follows it is no record.
  package private(set) var openQuote: Int?

  /// - Parameter separator: `nil` tells it from the first line that is not blank.
  package init(_ text: String, separator: Unicode.Scalar? = nil) {
    let scalars = text.unicodeScalars
    let mark = separator ?? Self.separator(of: scalars)
    var line = 1
    var start = scalars.startIndex
    var startLine = 1
    var field = String.UnicodeScalarView()
    var fields: [String] = []
    var quoted = false
    var wasQuoted = false
    var place = scalars.startIndex
    func isBlank() -> Bool { fields.isEmpty && field.isEmpty && !wasQuoted }
    while place < scalars.endIndex {
      let scalar = scalars[place]
      let after = scalars.index(after: place)
      let isLineFeed = scalar == "\n"
      let isEnd = scalar == "\r" || isLineFeed
      let isPair = scalar == "\r" && after < scalars.endIndex && scalars[after] == "\n"
      if quoted {
        if scalar == "\"" {
          if after < scalars.endIndex, scalars[after] == "\"" {
            field.append("\"")
            place = scalars.index(after: after)
            continue
          }
          quoted = false
        } else {
          field.append(scalar)
          if isLineFeed || scalar == "\r" && !isPair { line += 1 }
        }
        place = after
        continue
      }
      if scalar == "\"", field.isEmpty, !wasQuoted {
        quoted = true
        wasQuoted = true
      } else if scalar == mark {
        fields.append(String(field))
        field = String.UnicodeScalarView()
        wasQuoted = false
      } else if isEnd {
        if !isBlank() {
          fields.append(String(field))
          records.append(
            Record(line: startLine, fields: fields, text: String(scalars[start..<place])))
        }
        fields = []
        field = String.UnicodeScalarView()
        wasQuoted = false
        line += 1
        place = isPair ? scalars.index(after: after) : after
        start = place
        startLine = line
        continue
      } else {
        field.append(scalar)
      }
      place = after
    }
    if quoted {
      openQuote = startLine
    } else if !isBlank() {
      fields.append(String(field))
      records.append(Record(line: startLine, fields: fields, text: String(scalars[start...])))
    }
  }

  // The mark that stands most often in the first line, outside of quotes.
  private static func separator(of scalars: String.UnicodeScalarView) -> Unicode.Scalar {
    let marks: [Unicode.Scalar] = [",", ";", "\t", "|"]
    var counts = [0, 0, 0, 0]
    var quoted = false
    for scalar in scalars {
      if scalar == "\"" { quoted.toggle() }
      if quoted { continue }
      if let n = marks.firstIndex(of: scalar) { counts[n] += 1 }
      if scalar == "\n" || scalar == "\r", counts.contains(where: { $0 > 0 }) { break }
    }
    let most = counts.max() ?? 0
    return most == 0 ? "," : marks[counts.firstIndex(of: most) ?? 0]
  }
}
