import EventText

/// A CSV file of data with its columns by name. Whatever is wrong in it is told line by line, and
/// nothing is computed then: a number without the refused lines would be of other subjects.
struct DataFile {
  /// One column: its name first, then others that are taken for it.
  struct Column {
    var names: [String]
    var isRequired = true

    var name: String { names.first ?? "" }
  }

  struct Row {
    var line: Int
    /// By the column's name; without white space at the ends.
    var fields: [String: String]
  }

  let name: String
  let rows: [Row]
  private(set) var problems: [String] = []

  private static let limit = 1 << 26

  init(_ path: String, columns: [Column], _ environment: Environment) throws {
    let source = path == "-" ? environment.input : try Source(path: path)
    name = path == "-" ? "standard input" : path
    let bytes = try source.readAll(limit: Self.limit)
    let records: [CSVReader.Record]
    do throws(CSVReader.Fault) {
      records = try CSVReader.read(bytes)
    } catch {
      throw Failure.couldNot("\(name), line \(error.line): \(error.problem)")
    }
    guard let header = records.first else {
      throw Failure.couldNot(
        "\(name): empty; the first line names the columns: \(Self.list(columns))")
    }
    let places = try Self.places(of: columns, in: header, name)
    rows = records.dropFirst().compactMap { record in
      guard record.fields.count == header.fields.count else { return nil }
      return Row(
        line: record.line,
        fields: places.mapValues { record.fields[$0].trimmingSpace })
    }
    for record in records.dropFirst() where record.fields.count != header.fields.count {
      problems.append(
        "line \(record.line): \(record.fields.count) fields, and the header has"
          + " \(header.fields.count)")
    }
  }

  private static func list(_ columns: [Column]) -> String {
    columns.map { $0.isRequired ? $0.name : "\($0.name) (optional)" }.joined(separator: ", ")
  }

  private static func places(
    of columns: [Column], in header: CSVReader.Record, _ name: String
  ) throws -> [String: Int] {
    let names = header.fields.map { $0.trimmingSpace.lowercased() }
    var places: [String: Int] = [:]
    for column in columns {
      let found = names.indices.filter { column.names.contains(names[$0]) }
      if found.count > 1 {
        throw Failure.couldNot("\(name), line \(header.line): two columns \(column.name)")
      }
      if let place = found.first {
        places[column.name] = place
      } else if column.isRequired {
        let nearest = NearestName.of(column.name, in: names).map { "; the nearest is \($0)" } ?? ""
        throw Failure.couldNot(
          "\(name), line \(header.line): no column \"\(column.name)\"\(nearest). The first line"
            + " names the columns: \(list(columns))")
      }
    }
    return places
  }

  mutating func refuse(_ row: Row, _ column: String, _ problem: String) {
    let text = row.fields[column] ?? ""
    let shown = text.isEmpty ? "empty" : "\"\(Printable.line(String(text.prefix(40))))\""
    problems.append("line \(row.line), \(column): \(shown) \(problem)")
  }

  /// A number as people write them; `nil`, and told, for anything else.
  mutating func number(_ row: Row, _ column: String) -> Double? {
    if let value = PlainNumber.read(row.fields[column] ?? "") { return value }
    refuse(row, column, "is no number; write it with a point, e.g. 12.5")
    return nil
  }

  /// Tells every problem that was found and ends the command; does nothing where there is none.
  func settle(_ environment: Environment) throws {
    guard !problems.isEmpty else { return }
    let shown = problems.prefix(20).map { "  \($0)" }
    let rest = problems.count > shown.count ? ["  and \(problems.count - shown.count) more"] : []
    throw Failure.couldNot(
      "\(name): nothing was computed, for \(problems.count) line"
        + (problems.count == 1 ? " is" : "s are") + " not as they should be\n"
        + (shown + rest).joined(separator: "\n"))
  }
}

/// Numbers as people write them in a table: digits, a point, an exponent. `nan`, `inf` and
/// hexadecimal ones are none.
enum PlainNumber {
  static func read(_ text: String) -> Double? {
    let allowed = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || ".+-eE".utf8.contains(byte)
    }
    guard allowed, let value = Double(text), value.isFinite else { return nil }
    return value
  }
}

extension String {
  fileprivate var trimmingSpace: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
