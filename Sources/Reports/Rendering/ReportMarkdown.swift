import Terminal

/// A report as Markdown.
package enum ReportMarkdown {
  package static func text(_ document: ReportDocument) -> String {
    document.pages.map { lines(of: $0).joined(separator: "\n") }
      .joined(separator: "\n\n---\n\n") + "\n"
  }

  private static func lines(of page: ReportPage) -> [String] {
    var lines = ["# \(escaped(page.title))", ""]
    if !page.subject.isEmpty { lines += ["**\(escaped(page.subject))**", ""] }
    lines += page.head.map(fact)
    for section in page.sections {
      let blocks = section.blocks.map { self.lines(of: $0) }.filter { !$0.isEmpty }
      if blocks.isEmpty { continue }
      lines += ["", "## \(escaped(section.title))"]
      for block in blocks { lines += [""] + block }
    }
    return lines
  }

  private static func lines(of block: ReportBlock) -> [String] {
    switch block {
    case .paragraph(let text): [escaped(text)]
    case .note(let text): ["*\(escaped(text))*"]
    case .facts(let facts): facts.map(fact)
    case .list(let items): items.map { "- \(escaped($0))" }
    case .table(let table): lines(of: table)
    case .figure, .legend: []
    case .blanks(let labels): labels.map { "- \(escaped($0)) ____________________" }
    }
  }

  private static func fact(_ fact: ReportFact) -> String {
    "- **\(escaped(fact.label)):** \(escaped(fact.text))"
  }

  private static func lines(of table: ReportTable) -> [String] {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let rows = table.rows.map { line($0.map(escaped)) }
    let head = [line(table.columns.map(escaped)), line(table.columns.map { _ in "---" })]
    let notes = table.notes.map { "- \(escaped($0))" }
    return head + rows + (notes.isEmpty ? [] : [""] + notes)
  }

  /// The text with every letter that Markdown or HTML could take as more than itself escaped.
  static func escaped(_ text: String) -> String {
    let shown = PlainColumns.shown(text)
    var safe = ""
    for character in shown {
      if "|\\<>*_`[]#~&".contains(character) { safe.append("\\") }
      safe.append(character)
    }
    // What begins a list, a heading or a quotation at the start of a line.
    if let first = safe.first, "-+=".contains(first) { return "\\" + safe }
    let digits = safe.prefix { $0.isNumber }
    if !digits.isEmpty, let next = safe.dropFirst(digits.count).first, next == "." || next == ")",
      safe.dropFirst(digits.count + 1).first.map({ $0 == " " }) ?? true
    {
      return digits + "\\" + safe.dropFirst(digits.count)
    }
    return safe
  }
}
