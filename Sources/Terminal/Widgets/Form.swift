/// Fields one below the other, each with its unit, the value before and what is to be said.
package struct Form: Sendable {
  package var rows: [Row]
  /// The cells across of the fields.
  package var fieldWidth: Int

  package struct Row: Sendable {
    package var id: String
    package var label: FittedText
    package var input: TextInput
    package var focused: Bool
    package var refused: Bool
    package var placeholder: FittedText
    package var unit: FittedText
    /// The value before and the difference from it.
    package var last: FittedText
    /// What was understood, or why it is refused.
    package var check: FittedText

    package init(
      id: String, label: FittedText, input: TextInput, focused: Bool = false,
      refused: Bool = false, placeholder: FittedText = FittedText([]),
      unit: FittedText = FittedText([]), last: FittedText = FittedText([]),
      check: FittedText = FittedText([])
    ) {
      self.id = id
      self.label = label
      self.input = input
      self.focused = focused
      self.refused = refused
      self.placeholder = placeholder
      self.unit = unit
      self.last = last
      self.check = check
    }
  }

  private static let widestField = 44

  package init(_ rows: [Row], fieldWidth: Int = 10) {
    self.rows = rows
    self.fieldWidth = max(1, fieldWidth)
  }

  /// Draws the rows, the one with the focus always in sight. The field stays when label, last
  /// value and remark no longer fit; the remark stays longest of these.
  package func draw(on canvas: inout Canvas, in area: Rect) {
    canvas.fill(area)
    let focus = rows.firstIndex { $0.focused }
    let first = Viewport.top(0, selected: focus, count: rows.count, capacity: area.height)
    let pointer = area.width > 3 ? 1 : 0
    func widest(_ text: (Row) -> FittedText) -> Int {
      rows.map { text($0).width(in: canvas.glyphs) }.max() ?? 0
    }
    func shortest(_ text: (Row) -> FittedText) -> Int {
      rows.map { text($0).least(in: canvas.glyphs) }.max() ?? 0
    }
    // Half a unit or half a value says nothing: these come whole or not at all.
    func column(_ wanted: Int, _ priority: Int, least: Int = 4, growth: Int = 0) -> Part {
      Part(minimum: min(wanted, least), ideal: wanted, priority: priority, growth: growth)
    }
    let parts = [
      column(widest(\.label), 4, least: 11), Part(minimum: 1, ideal: fieldWidth, priority: 5),
      column(widest(\.unit), 2, least: shortest(\.unit)),
      column(widest(\.last), 1, least: shortest(\.last)),
      column(widest(\.check), 3, growth: 1),
    ]
    let places = Layout.divide(max(0, area.width - pointer), among: parts, gap: 1)
    for (line, row) in rows.dropFirst(first).prefix(area.height).enumerated() {
      let whole = area.row(line)
      if row.focused, pointer > 0 {
        canvas.put("▸", x: whole.x, y: whole.y, in: whole, role: .strong)
      }
      // A row of nothing but a field has the room of what it does without.
      let isField = [row.unit, row.last, row.check].allSatisfy { $0.width(in: canvas.glyphs) == 0 }
      for (index, place) in places.enumerated() {
        guard let place else { continue }
        let left = whole.x + pointer + place.offset
        if isField, index > 1 { continue }
        let room = isField ? min(whole.right - left, Self.widestField) : 0
        let width = index == 1 ? max(place.length, room) : place.length
        let cell = Rect(x: left, y: whole.y, width: width, height: 1)
        switch index {
        case 0: canvas.line(row.label, in: cell)
        case 1:
          TextField(
            row.input, focused: row.focused, refused: row.refused, placeholder: row.placeholder
          ).draw(on: &canvas, in: cell)
        case 2: canvas.line(row.unit, in: cell)
        case 3: canvas.line(row.last, in: cell, truncation: .whole)
        default: canvas.line(row.check, in: cell)
        }
      }
      canvas.target(whole, id: row.id)
    }
  }
}
