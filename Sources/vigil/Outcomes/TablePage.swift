import Clinical
import EventText
import Outcomes

/// Tables of results for a person, a spreadsheet or a document.
struct TablePage {
  let tables: [OutcomeTable]

  /// In columns as wide as what stands in them.
  func text() -> [String] {
    tables.enumerated().flatMap { n, table in
      (n == 0 ? [] : [""]) + Self.text(table)
    }
  }

  private static func text(_ table: OutcomeTable) -> [String] {
    var notes = Notes()
    let cells = table.rows.map { row in row.map { notes.text($0) } }
    let shown = [table.columns.map(\.heading)] + cells
    let widths = table.columns.indices.map { column in
      shown.map { TextColumns.width($0[column]) }.max() ?? 0
    }
    let isText = table.columns.indices.map { column in
      table.rows.contains { row in
        switch row[column] {
        case .text, .patients, .events, .flag: true
        default: false
        }
      }
    }
    let lines = shown.map { row in
      row.enumerated().map { column, text in
        let space = String(repeating: " ", count: widths[column] - TextColumns.width(text))
        return isText[column] ? text + space : space + text
      }
      .joined(separator: "  ").trimmedEnd
    }
    var page = ["\(table.title)  [\(table.name)]"]
    page += table.rows.isEmpty ? ["  nothing to list"] : lines.map { "  " + $0 }
    page += notes.lines + conventions(table)
    return page
  }

  private static func conventions(_ table: OutcomeTable) -> [String] {
    table.conventions.flatMap { TextColumns.entry("-", $0, indent: 2, label: 2) }
  }

  /// One block a table: remarks after `#`, the keys of the columns, the rows. A value that cannot be
  /// given is `NA`, and the last column says why.
  func csv() -> [String] {
    tables.enumerated().flatMap { n, table in
      let heading = ["# \(table.name): \(table.title)"] + table.conventions.map { "# \($0)" }
      let keys = (table.columns.map(\.key) + ["reasons"]).map(Self.quoted).joined(separator: ",")
      let rows = table.rows.map { row in
        let why = zip(table.columns, row).compactMap { column, cell in
          if case .missing(let reason) = cell { "\(column.key): \(reason)" } else { nil }
        }
        return (row.map(Self.csv) + [why.joined(separator: "; ")]).map(Self.quoted)
          .joined(separator: ",")
      }
      return (n == 0 ? [] : [""]) + heading + [keys] + rows
    }
  }

  private static func csv(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): text
    case .count(let count): "\(count)"
    case .number(let value, _), .percent(let value): OutcomeJSON.text(value)
    case .flag(let flag): flag ? "true" : "false"
    case .patients(let patients): patients.map(\.text).joined(separator: " ")
    case .events(let events): events.map(\.description).joined(separator: " ")
    case .missing: "NA"
    case .none: ""
    }
  }

  private static func quoted(_ field: String) -> String {
    let text = isFormula(field) ? "'" + field : field
    guard text.contains(where: { ",\"\n\r".contains($0) || $0 == "\r\n" }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  // A spreadsheet must not take a name for a formula.
  private static func isFormula(_ field: String) -> Bool {
    guard let first = field.first else { return false }
    if "=@\t\r".contains(first) { return true }
    return "+-".contains(first) && PlainNumber.read(field) == nil
  }

  /// A heading, a table and a list of remarks each.
  func markdown() -> [String] {
    tables.enumerated().flatMap { n, table in
      var notes = Notes()
      func line(_ cells: [String]) -> String {
        "| " + cells.map(Self.escaped).joined(separator: " | ") + " |"
      }
      let rows = table.rows.map { row in line(row.map { notes.text($0) }) }
      let heading = (n == 0 ? [] : [""]) + ["## \(Self.escaped(table.title))", ""]
      let body =
        [line(table.columns.map(\.heading)), line(table.columns.map { _ in "---" })] + rows
      let remarks = notes.lines.map { String($0.drop { $0 == " " }) } + table.conventions
      return heading + body + [""] + remarks.map { "- \(Self.escaped($0))" }
    }
  }

  private static func escaped(_ text: String) -> String {
    var safe = ""
    for character in Printable.line(text) {
      if "|\\<>*_`[]".contains(character) { safe.append("\\") }
      safe.append(character)
    }
    return safe
  }
}

/// Values as a person reads them; what cannot be given gets a mark, and the reason stands below.
private struct Notes {
  private var reasons: [String] = []

  var lines: [String] {
    reasons.enumerated().flatMap { n, reason in
      TextColumns.entry("--\(n + 1)", reason, indent: 2, label: 6)
    }
  }

  mutating func text(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): return Printable.line(text)
    case .count(let count): return "\(count)"
    case .number(let value, let digits): return NumberText.text(value, digits)
    case .percent(let value): return NumberText.fixed(value * 100, places: 1)
    case .flag(let flag): return flag ? "yes" : "no"
    case .patients(let patients):
      return patients.map { Printable.line($0.text) }.joined(separator: " ")
    case .events(let events): return events.isEmpty ? "none" : "\(events.count) event\(events.count == 1 ? "" : "s")"
    case .none: return ""
    case .missing(let reason):
      let place = reasons.firstIndex(of: reason) ?? reasons.count
      if place == reasons.count { reasons.append(reason) }
      return "--\(place + 1)"
    }
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
