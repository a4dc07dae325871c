import Terminal

/// A report as plain text of at most 80 columns.
package enum ReportText {
  package static func text(_ document: ReportDocument) -> String {
    document.pages.map { lines(of: $0).joined(separator: "\n") }
      .joined(separator: "\n\n\(rule)\n\n") + "\n"
  }

  private static let columns = PlainColumns.standard
  private static let rule = String(repeating: "=", count: columns)

  /// The lines of one page: a sheet is held to so many.
  package static func lines(of page: ReportPage) -> [String] {
    var lines = wrapped(page.title.uppercased(), indent: 0)
    if !page.subject.isEmpty { lines += wrapped(page.subject, indent: 0) }
    lines += page.head.flatMap { entry($0) }
    for section in page.sections {
      let blocks = section.blocks.map { self.lines(of: $0) }.filter { !$0.isEmpty }
      if blocks.isEmpty { continue }
      lines += (page.isOneSheet ? [] : [""]) + [heading(section.title)]
      lines += blocks.joined(separator: page.isOneSheet ? [] : [""])
    }
    return lines
  }

  // `-- GRADES ------`, as wide as the page.
  private static func heading(_ title: String) -> String {
    let text = "-- \(PlainColumns.shown(title).uppercased()) "
    return text
      + String(repeating: "-", count: max(0, columns - PlainColumns.width(text)))
  }

  private static func lines(of block: ReportBlock) -> [String] {
    switch block {
    case .paragraph(let text), .note(let text): wrapped(text, indent: 2)
    case .facts(let facts): facts.flatMap { entry($0) }
    case .list(let items):
      items.flatMap {
        PlainColumns.entry("-", PlainColumns.shown($0), indent: 2, label: 2)
      }
    case .table(let table): PlainTable(table).lines
    case .figure, .legend: []
    case .blanks(let labels): labels.map(blank)
    }
  }

  private static func entry(_ fact: ReportFact) -> [String] {
    PlainColumns.entry(
      PlainColumns.shown(fact.label), PlainColumns.shown(fact.text), indent: 2, label: 16)
  }

  private static func wrapped(_ text: String, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    return PlainColumns.lines(PlainColumns.shown(text), columns: columns - indent)
      .map { margin + $0 }
  }

  // A line to write on.
  private static func blank(_ label: String) -> String {
    let text = "  \(PlainColumns.shown(label)) "
    return text + String(repeating: "_", count: max(8, columns - PlainColumns.width(text)))
  }
}

/// A table in columns: as wide as their widest cell where there is room, and else broken within.
private struct PlainTable {
  let columns: [String]
  let rows: [[String]]
  let notes: [String]
  let widths: [Int]

  private static let gap = 2
  private static let indent = 2

  init(_ table: ReportTable) {
    columns = table.columns.map(PlainColumns.shown)
    rows = table.rows.map { $0.map(PlainColumns.shown) }
    notes = table.notes.map(PlainColumns.shown)
    var widths = columns.map(PlainColumns.width)
    for row in rows {
      for (n, cell) in row.enumerated() where n < widths.count {
        widths[n] = max(widths[n], PlainColumns.width(cell))
      }
    }
    let room =
      PlainColumns.standard - Self.indent - Self.gap * max(0, widths.count - 1)
    // The widest gives way first, down to what a word needs.
    while widths.reduce(0, +) > room, let most = widths.max(), most > 8,
      let place = widths.lastIndex(of: most)
    {
      widths[place] -= 1
    }
    self.widths = widths
  }

  var lines: [String] {
    let body = rows.flatMap(line)
    let remarks = notes.flatMap { PlainColumns.entry("-", $0, indent: Self.indent, label: 2) }
    return line(columns) + body + remarks
  }

  private func line(_ cells: [String]) -> [String] {
    let broken = zip(cells, widths).map { cell, width in
      PlainColumns.lines(cell, columns: max(1, width))
    }
    let height = max(1, broken.map(\.count).max() ?? 1)
    return (0..<height).map { n in
      var text = String(repeating: " ", count: Self.indent)
      for (place, column) in broken.enumerated() {
        let part = n < column.count ? column[n] : ""
        let isLast = place + 1 == broken.count
        text += isLast ? part : PlainColumns.padded(part, to: widths[place] + Self.gap)
      }
      while text.hasSuffix(" ") { text.removeLast() }
      return text
    }
  }
}
