/// A field as it is drawn: what is typed, scrolled so that the cursor is seen.
package struct TextField: Sendable {
  package var input: TextInput
  package var focused: Bool
  package var refused: Bool
  /// What is shown while nothing is typed.
  package var placeholder: FittedText

  package init(
    _ input: TextInput, focused: Bool, refused: Bool = false,
    placeholder: FittedText = FittedText([])
  ) {
    self.input = input
    self.focused = focused
    self.refused = refused
    self.placeholder = placeholder
  }

  /// Draws the field in the first row of `area` and, with the focus, sets the cursor. Text that
  /// goes on beyond an edge is marked by `‹` and `›`.
  package func draw(on canvas: inout Canvas, in area: Rect) {
    let row = area.row(0)
    guard !row.isEmpty else { return }
    let role: Role = refused ? .fieldRefused : focused ? .fieldFocus : .field
    canvas.fill(row, role: role)
    if input.isEmpty {
      let text = placeholder.form(fitting: row.width, in: canvas.glyphs).plain
      canvas.write(StyledText(text, role), x: row.x, y: row.y, in: row)
      if focused { canvas.cursor = row.origin }
      return
    }
    let head = StyledText(String(input.head), role).cells(in: canvas.glyphs)
    let all = StyledText(input.text, role).cells(in: canvas.glyphs)
    // The cursor itself needs a cell after the last letter.
    let whole = all.count + (focused ? 1 : 0) <= row.width
    var start = 0
    if !whole {
      // Letters under the cursor stay two cells off the edges where marks may stand.
      start = max(0, min(head.count + 2 - row.width, all.count + 1 - row.width))
      if !focused { start = 0 }
      if start > 0, start < all.count, all[start].glyph.isTrailing { start += 1 }
    }
    canvas.clip(all.dropFirst(start), x: row.x, y: row.y, in: row)
    if start > 0 { canvas.put("‹", x: row.x, y: row.y, in: row, role: role) }
    if all.count - start > row.width {
      canvas.put("›", x: row.right - 1, y: row.y, in: row, role: role)
    }
    if focused {
      canvas.cursor = Point(x: min(row.right - 1, row.x + max(0, head.count - start)), y: row.y)
    }
  }
}

extension Canvas {
  /// Writes cells as they are, cut at the right edge without a sign.
  mutating func clip(_ cells: some Collection<Cell>, x: Int, y: Int, in area: Rect) {
    guard y >= area.y, y < area.bottom else { return }
    write(Array(cells), x: x, y: y, limit: area.right)
  }
}
