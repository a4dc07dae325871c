import Outcomes
import Terminal

extension ConsoleState {
  /// A table of results in cells; what cannot be given reads `--`.
  ///
  /// - Parameters:
  ///   - rows: places in the table.
  ///   - prefix: what a click on a line gives, before its number.
  ///   - hidden: keys of columns that the figure says elsewhere.
  func outcomeTable(
    _ table: OutcomeTable, rows: [Int], selected: Int?, prefix: String, hidden: Set<String> = []
  ) -> Terminal.Table {
    let shown = table.columns.indices.filter { !hidden.contains(table.columns[$0].key) }
    let isText = shown.map { column in
      rows.contains { row in
        switch table.rows[row][column] {
        case .text, .patients: true
        default: false
        }
      }
    }
    let columns = shown.enumerated().map { n, column in
      TableColumn(
        title: FittedText(table.columns[column].heading), alignment: isText[n] ? .left : .right,
        truncation: isText[n] ? .ellipsis : .whole, minimum: n == 0 ? 12 : 6,
        priority: 200 - n)
    }
    return Terminal.Table(
      columns: columns,
      rows: rows.enumerated().map { n, row in
        TableRow(id: "\(prefix):\(n)", shown.map { Self.text(of: table.rows[row][$0]) })
      }, selected: selected)
  }

  static func text(of cell: Outcomes.Cell) -> FittedText {
    if cell.reason != nil { return FittedText("--", .missing) }
    let text = cell.text ?? ""
    guard let analysis = SurvivalAnalysis(rawValue: text) else { return FittedText(text, .value) }
    return FittedText([StyledText(text, .value), StyledText(analysis.short, .value)])
  }

  /// Why something in a line cannot be given, each reason once.
  func reasonTexts(_ table: OutcomeTable, _ row: Int?) -> [StyledText] {
    guard let row, table.rows.indices.contains(row) else { return [] }
    var lines: [(names: [String], why: String)] = []
    for (column, cell) in zip(table.columns, table.rows[row]) {
      guard let why = cell.reason else { continue }
      if let place = lines.firstIndex(where: { $0.why == why }) {
        lines[place].names.append(column.heading)
      } else {
        lines.append(([column.heading], why))
      }
    }
    return lines.map { line in
      let names = line.names.count > 3 ? line.names.prefix(3) + ["…"] : line.names[...]
      return StyledText(words.trial(.missing, names.joined(separator: ", "), line.why), .dim)
    }
  }
}
