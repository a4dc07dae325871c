/// Reads comma-separated values (RFC 4180): fields in quotes may hold commas, quotes (written twice)
/// and line ends; lines end with a line feed, with or without a carriage return.
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

  /// The records of a text in UTF-8, a byte order mark passed over; empty lines are none.
  static func read(_ bytes: [UInt8]) throws(Fault) -> [Record] {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let good = bytes.firstIndex { $0 >= 0x80 } ?? 0
      throw Fault(line: 1 + bytes[..<good].count { $0 == 0x0A }, problem: "is not UTF-8")
    }
    var reader = Reading()
    for scalar in text.unicodeScalars.drop(while: { $0 == "\u{FEFF}" }) { try reader.take(scalar) }
    return try reader.finish()
  }

  private struct Reading {
    enum Place { case start, plain, quoted, afterQuote }

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
      case "\"" where place == .start: place = .quoted
      case "\"":
        throw Fault(line: line, problem: "has a quote inside a field that does not begin with one")
      case ",": endField()
      case "\r": break
      case "\n":
        endRecord()
        line += 1
        began = line
      case " " where place == .afterQuote: break
      default:
        guard place != .afterQuote else {
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
      if fields.isEmpty, field.isEmpty, place == .start { return }
      endField()
      records.append(Record(line: began, fields: fields))
      fields.removeAll()
    }

    mutating func finish() throws(Fault) -> [Record] {
      guard place != .quoted else {
        throw Fault(line: began, problem: "has a quote that is never closed")
      }
      endRecord()
      return records
    }
  }
}
