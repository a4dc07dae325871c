extension Table {
  /// What of a table did not find room.
  package struct Outcome: Hashable, Sendable {
    /// The row on top now, to be given back as `top` when it is drawn again.
    package let top: Int
    package let rowsAbove: Int
    package let rowsBelow: Int
    /// Columns left out, by their place in `columns`.
    package let droppedColumns: [Int]
  }

  /// The rows of the screen that the whole table needs.
  package var idealHeight: Int { rows.count + (hasHead ? 1 : 0) }

  private var hasHead: Bool { columns.contains { !$0.title.isEmpty } }

  /// Draws as many rows as there is room for, the chosen one among them. What does not fit is
  /// counted on the last line: `▴ 2 ▾ 5`.
  @discardableResult
  package func draw(on canvas: inout Canvas, in area: Rect) -> Outcome {
    canvas.fill(area)
    let pointer = selected != nil && area.width >= 4 ? 1 : 0
    let places = layout(width: area.width - pointer, in: canvas.glyphs)
    var body = area
    if hasHead, area.height >= 3 {
      let (head, rest) = area.split(top: 1)
      drawHead(on: &canvas, in: head.inset(left: pointer), places)
      body = rest
    }
    var capacity = body.height
    let counts = rows.count > capacity && capacity >= 2
    if counts { capacity -= 1 }
    let first = Viewport.top(top, selected: selected, count: rows.count, capacity: capacity)
    let last = min(rows.count, first + max(0, capacity))
    for (line, index) in (first..<last).enumerated() {
      drawRow(index, on: &canvas, in: body.row(line), pointer: pointer, places)
    }
    if counts {
      drawCounts(above: first, below: rows.count - last, on: &canvas, in: body.row(capacity))
    }
    return Outcome(
      top: first, rowsAbove: first, rowsBelow: rows.count - last,
      droppedColumns: places.indices.filter { places[$0] == nil })
  }

  /// Where the columns stand in `width` cells; `nil` for those that fell away.
  package func layout(width: Int, in glyphs: GlyphSet) -> [Stretch?] {
    var ideal = columns.map { $0.title.least(in: glyphs) }
    var least = ideal
    for row in rows {
      for (index, cell) in row.cells.prefix(columns.count).enumerated() {
        let (full, short) = cell.extent(in: glyphs)
        if full > ideal[index] { ideal[index] = full }
        if short > least[index] { least[index] = short }
      }
    }
    let parts = columns.indices.map { index in
      let column = columns[index]
      let minimum =
        column.truncation == .whole ? least[index] : min(column.minimum, ideal[index])
      return Part(
        minimum: max(1, minimum), ideal: ideal[index], priority: column.priority,
        growth: column.growth)
    }
    return Layout.divide(max(0, width), among: parts, gap: 1)
  }

  private func drawHead(on canvas: inout Canvas, in row: Rect, _ places: [Stretch?]) {
    for (column, place) in zip(columns, places) {
      guard let place else { continue }
      canvas.line(
        column.title.ordinarily(.label),
        in: Rect(x: row.x + place.offset, y: row.y, width: place.length, height: 1),
        alignment: column.alignment)
    }
  }

  private func drawRow(
    _ index: Int, on canvas: inout Canvas, in line: Rect, pointer: Int, _ places: [Stretch?]
  ) {
    let row = rows[index]
    let isSelected = index == selected
    let marked = isSelected ? marked ?? columns.indices : 0..<0
    canvas.fill(line)
    if isSelected {
      canvas.focus = line.origin
      let shown = marked.clamped(to: places.indices).compactMap { places[$0] }
      let isWhole = marked == columns.indices || shown.isEmpty
      let start = isWhole ? 0 : pointer + (shown.first?.offset ?? 0)
      let end = isWhole ? line.width : pointer + (shown.last.map { $0.offset + $0.length } ?? 0)
      canvas.fill(
        Rect(x: line.x + start, y: line.y, width: min(end, line.width) - start, height: 1),
        on: .selection)
      if pointer > 0 {
        // Right before what is marked: the eye finds it there, and the wire carries one stretch.
        let place = isWhole ? 0 : max(0, start - 1)
        canvas.put("▸", x: line.x + place, y: line.y, in: line, role: .selection, on: .selection)
      }
    }
    for (column, place) in places.enumerated() {
      guard let place, column < row.cells.count else { continue }
      canvas.line(
        row.cells[column],
        in: Rect(
          x: line.x + pointer + place.offset, y: line.y, width: place.length, height: 1),
        alignment: columns[column].alignment, on: marked.contains(column) ? .selection : .plain,
        truncation: columns[column].truncation)
    }
    if row.isChoosable, !row.id.isEmpty { canvas.target(line, id: row.id) }
  }

  private func drawCounts(above: Int, below: Int, on canvas: inout Canvas, in row: Rect) {
    var parts: [StyledText] = []
    if above > 0 { parts.append(StyledText("▴ \(above)", .label)) }
    if below > 0 { parts.append(StyledText("▾ \(below)", .label)) }
    canvas.line(FittedText(.joined(parts)), in: row, alignment: .right)
  }
}
