extension Picker {
  /// Draws the field and the list below it, the chosen item always in sight.
  ///
  /// - Parameters:
  ///   - prompt: stands before the field: `:` or `/`.
  ///   - nothing: what is said when nothing fits.
  package func draw(
    on canvas: inout Canvas, in area: Rect, prompt: String, nothing: FittedText
  ) {
    canvas.fill(area)
    let (head, body) = area.split(top: 1)
    let mark = StyledText(prompt + " ", .key)
    let start = canvas.write(mark, x: head.x, y: head.y, in: head)
    TextField(query, focused: true)
      .draw(on: &canvas, in: head.inset(left: start - head.x))
    let found = found
    guard !found.isEmpty else {
      canvas.line(nothing, in: body)
      return
    }
    let keys = min(body.width / 3, items.map { canvas.glyphs.width($0.keys) }.max() ?? 0)
    let rows = found.map { entry in
      TableRow(
        id: entry.item.id,
        [
          FittedText(Self.title(entry.item, entry.match)),
          FittedText(entry.item.keys, .key),
        ])
    }
    var columns = [
      TableColumn(title: FittedText([]), truncation: .ellipsis, priority: 1, growth: 1)
    ]
    if keys > 0 {
      columns.append(
        TableColumn(
          title: FittedText([]), alignment: .right, truncation: .ellipsis, minimum: keys,
          priority: 2))
    }
    Table(columns: columns, rows: rows, selected: min(selected, found.count - 1))
      .draw(on: &canvas, in: body)
  }

  // The letters that were found are marked.
  private static func title(_ item: Item, _ match: FuzzyMatch) -> StyledText {
    let plain: Role = item.isEnabled ? .text : .dim
    var text = StyledText()
    for (index, character) in item.title.enumerated() {
      let role: Role = match.places.contains(index) ? .match : plain
      if let last = text.spans.last, last.role == role {
        text.spans[text.spans.count - 1].text = last.text + String(character)
      } else {
        text += StyledText(String(character), role)
      }
    }
    if !item.detail.isEmpty { text += StyledText("  " + item.detail, .dim) }
    return text
  }
}
