/// A table as text (RFC 4180): cells parted by commas, semicolons or tabs, whichever its first line
/// uses; a cell in quotes may hold them, and line ends.
struct CSVText {
  /// One line of the table.
  struct Record: Equatable {
    /// The line of the file on which it begins, from 1.
    let line: Int
    let cells: [String]
  }

  struct Problem: Error, Equatable {
    let line: Int
    let text: String
  }

  /// Lines without any text are left out.
  let records: [Record]

  init(_ text: String) throws(Problem) {
    var scalars = Array(text.unicodeScalars)
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    let separator = Self.separator(in: scalars)
    var records: [Record] = []
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var wasQuoted = false
    var line = 1
    var start = 1
    func isBlank(_ cells: [String]) -> Bool {
      cells.allSatisfy { $0.allSatisfy(\.isWhitespace) }
    }
    func end() {
      cells.append(String(cell))
      if !isBlank(cells) { records.append(Record(line: start, cells: cells)) }
      cells = []
      cell = String.UnicodeScalarView()
      wasQuoted = false
    }
    var place = 0
    while place < scalars.count {
      let scalar = scalars[place]
      place += 1
      if scalar == "\n" { line += 1 }
      if isQuoted {
        if scalar != "\"" {
          cell.append(scalar)
        } else if place < scalars.count, scalars[place] == "\"" {
          cell.append("\"")
          place += 1
        } else {
          isQuoted = false
        }
      } else if scalar == "\"" {
        guard cell.allSatisfy(\.properties.isWhitespace), !wasQuoted else {
          throw Problem(line: line, text: "a quote stands inside a cell")
        }
        cell = String.UnicodeScalarView()
        isQuoted = true
        wasQuoted = true
      } else if scalar == separator {
        cells.append(String(cell))
        cell = String.UnicodeScalarView()
        wasQuoted = false
      } else if scalar == "\n" {
        end()
        start = line
      } else if scalar != "\r" {
        if wasQuoted, !scalar.properties.isWhitespace {
          throw Problem(line: line, text: "text stands behind the quotes of a cell")
        }
        if !wasQuoted { cell.append(scalar) }
      }
    }
    guard !isQuoted else { throw Problem(line: start, text: "a quote does not end") }
    end()
    self.records = records
  }

  // The one that the first line has most of; a comma where it has none.
  private static func separator(in scalars: [Unicode.Scalar]) -> Unicode.Scalar {
    var counts: [Unicode.Scalar: Int] = [:]
    var isQuoted = false
    for scalar in scalars {
      if scalar == "\"" { isQuoted.toggle() }
      if isQuoted { continue }
      if scalar == "\n" { break }
      if scalar == "," || scalar == ";" || scalar == "\t" { counts[scalar, default: 0] += 1 }
    }
    let commas = counts[","] ?? 0
    let semicolons = counts[";"] ?? 0
    let tabs = counts["\t"] ?? 0
    if tabs > commas, tabs > semicolons { return "\t" }
    return semicolons > commas ? ";" : ","
  }
}
