import Terminal

extension ConsoleState {
  /// What a table's columns mean, and its lines as they are understood by that.
  func tableScreen(size: Size) -> ScreenDescription {
    let preview = table.preview
    var parts: [Arrangement] = [.group(tableSettings())]
    if preview != nil { parts.append(.group(tableLines())) }
    return ScreenDescription(
      title: titleLine(path: [
        FittedText(words(.productName)), FittedText(words(TableWord.title)),
        FittedText(table.draft.map { Self.lastPart($0.file) } ?? ""),
      ]),
      body: .rows(parts), message: messageText, hints: hints(in: .table),
      essence: isEssential(size)
        ? [FittedText(tableProblem ?? tableSum)]
          + tableRows.filter { $0.said == nil }.map {
            FittedText($0.label, .warning)
          } : [])
  }

  static func lastPart(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// How much of it is understood.
  var tableSum: String {
    guard let preview = table.preview else { return "" }
    return words(
      TableWord.understood, "\(preview.lineCount - preview.refusedCount)", "\(preview.lineCount)",
      "\(preview.newEvents)", "\(preview.alreadyThere)")
  }

  private func tableSettings() -> Group {
    let all = tableRows
    let chosen = all.firstIndex { $0.id == table.selected } ?? 0
    let rows = all.map { row in
      TableRow(
        id: row.id,
        [
          FittedText(row.label, .label),
          row.said.map { FittedText($0, .strong) }
            ?? FittedText(words(TableWord.notSaid), .warning),
          FittedText(row.example, .dim),
        ])
    }
    func column(_ word: TableWord, _ priority: Int, growth: Int = 0) -> TableColumn {
      TableColumn(
        title: FittedText(words(word)), truncation: .ellipsis, minimum: 12, priority: priority,
        growth: growth)
    }
    let note = table.preview?.hasSavedMapping == true ? words(TableWord.savedMapping) : ""
    return Group(
      id: "table",
      title: FittedText(table.draft.map { Self.lastPart($0.file) } ?? ""),
      note: FittedText(
        [table.preview?.encoding ?? "", note].filter { !$0.isEmpty }.joined(separator: " · ")),
      content: .table(
        Table(
          columns: [
            column(.columnWhat, 90), column(.columnSaid, 100, growth: 2),
            column(.columnExample, 60, growth: 1),
          ], rows: rows, selected: rows.isEmpty ? nil : chosen)),
      frame: .rule, focused: true, priority: 100, leastRows: 4, growth: 1)
  }

  private func tableLines() -> Group {
    let preview = table.preview ?? TablePreview()
    let problem = tableProblem
    let all = table.showsRefused ? preview.refused : preview.lines
    let shown = all.dropFirst(table.scroll)
    var texts = shown.map { line in
      StyledText(spans: [
        StyledText.Span("\(line.number)  ", .dim),
        StyledText.Span(line.text, line.isRefused ? .warning : .text),
      ])
    }
    if let problem {
      texts = [StyledText(problem, .warning)]
    } else if texts.isEmpty, table.showsRefused {
      texts = [StyledText(words(TableWord.refusedNone), .notice)]
    }
    return Group(
      id: "table-lines",
      title: FittedText(
        words(table.showsRefused ? TableWord.refusedLines : TableWord.firstLines)),
      note: FittedText(problem == nil ? tableSum : ""), content: .text(texts), frame: .rule,
      priority: 90, leastRows: 3, growth: 2)
  }
}
