/// Reads tables as text (RFC 4180): fields parted by commas, semicolons or tabs, whichever the first
/// line has most of; fields in quotes may hold them, quotes (written twice) and line ends; lines end
/// with a line feed, with or without a carriage return.
enum CSVReader {
  /// One record with the line on which it begins, from 1.
  struct Record: Equatable {
    var line: Int
    var fields: [String]
  }

  /// What is no such text, and where.
  struct Fault: Error, Equatable {
    var line: Int
    var problem: String
  }

  /// The records of a text in UTF-8, a byte order mark passed over; lines without any text are
  /// none.
  static func read(_ bytes: [UInt8]) throws(Fault) -> [Record] {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Fault(line: lineOfFault(bytes), problem: "is not UTF-8; save the file as UTF-8")
    }
    var scalars = text.unicodeScalars[...]
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    var reader = Reading(separator: separator(in: scalars))
    for scalar in scalars { try reader.take(scalar) }
    return try reader.finish()
  }

  // A line feed never stands within a character of UTF-8, so each line is valid or not by itself.
  private static func lineOfFault(_ bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    return 1 + (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0)
  }

  // The one that the first line has most of; a comma where it has none.
  private static func separator(in scalars: Substring.UnicodeScalarView) -> Unicode.Scalar {
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

  private struct Reading {
    enum Place { case start, plain, quoted, afterQuote, closed }

    let separator: Unicode.Scalar
    var records: [Record] = []
    var fields: [String] = []
    var field = String.UnicodeScalarView()
    var place = Place.start
    var line = 1
    var began = 1

    mutating func take(_ scalar: Unicode.Scalar) throws(Fault) {
      if place == .quoted {
        if scalar == "\n" { line += 1 }
        if scalar == "\"" { place = .afterQuote } else { field.append(scalar) }
        return
      }
      switch scalar {
      case "\"" where place == .afterQuote:
        field.append(scalar)
        place = .quoted
      case "\"" where field.allSatisfy(\.properties.isWhitespace) && place != .closed:
        field.removeAll()
        place = .quoted
      case "\"":
        throw Fault(
          line: line,
          problem:
            "has a quote inside a field that does not begin with one; put the field in quotes"
            + " and write the quote twice")
      case separator: endField()
      case "\r": break
      case "\n":
        endRecord()
        line += 1
        began = line
      default:
        guard place != .afterQuote, place != .closed else {
          place = .closed
          if scalar.properties.isWhitespace { return }
          throw Fault(line: line, problem: "has text after the closing quote of a field")
        }
        field.append(scalar)
        place = .plain
      }
    }

    mutating func endField() {
      fields.append(String(field))
      field.removeAll()
      place = .start
    }

    mutating func endRecord() {
      endField()
      if fields.contains(where: { !$0.allSatisfy(\.isWhitespace) }) {
        records.append(Record(line: began, fields: fields))
      }
      fields.removeAll()
    }

    mutating func finish() throws(Fault) -> [Record] {
      guard place != .quoted else {
        throw Fault(
          line: began,
          problem: "has a quote that is never closed; a quote within quotes is written twice")
      }
      endRecord()
      return records
    }
  }
}
