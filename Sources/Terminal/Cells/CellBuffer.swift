/// A whole screen as cells, row by row: what is drawn, compared in tests and sent to the terminal.
///
/// A wide glyph stands in two cells, its right half marked as trailing; writing over one half
/// blanks the other, so halves never stand alone. What lies outside is not written.
package struct CellBuffer: Hashable, Sendable {
  package let size: Size
  private var cells: [Cell]

  package init(_ size: Size, filledWith cell: Cell = .blank) {
    self.size = size
    cells = Array(repeating: cell, count: size.width * size.height)
  }

  package var width: Int { size.width }
  package var height: Int { size.height }

  /// The cell at a place; blank outside.
  package subscript(x: Int, y: Int) -> Cell {
    guard x >= 0, y >= 0, x < width, y < height else { return .blank }
    return cells[y * width + x]
  }

  /// Row `y`, a view without copying; empty outside.
  package func row(_ y: Int) -> ArraySlice<Cell> {
    guard y >= 0, y < height else { return [] }
    return cells[(y * width)..<((y + 1) * width)]
  }

  /// Writes cells from `x` on row `y`, as far as `limit` (a column not written any more) and the
  /// buffer reach. A wide glyph that would be cut is replaced by a blank.
  package mutating func write(_ run: [Cell], x start: Int, y: Int, limit: Int = .max) {
    guard y >= 0, y < height else { return }
    let end = min(width, limit)
    var x = start
    var index = 0
    while index < run.count, x < end {
      let cell = run[index]
      let wide = cell.glyph.width == 2
      if x < 0 {
        // The right half of a glyph that begins outside shows as a blank.
        if wide, x == -1, end > 0 { put(Cell(.space, cell.style), x: 0, y: y) }
      } else if cell.glyph.isTrailing {
        // Alone: its left half was cut off.
        put(Cell(.space, cell.style), x: x, y: y)
      } else if wide {
        if x + 1 < end {
          put(cell, x: x, y: y)
          put(Cell(.trailing, cell.style), x: x + 1, y: y)
        } else {
          put(Cell(.space, cell.style), x: x, y: y)
        }
      } else {
        put(cell, x: x, y: y)
      }
      let step = wide ? 2 : 1
      x += step
      // The trailing cell that follows a wide glyph in the run is already written.
      index += wide && index + 1 < run.count && run[index + 1].glyph.isTrailing ? 2 : 1
    }
  }

  /// Puts one narrow cell at a place; nothing outside.
  mutating func set(_ cell: Cell, x: Int, y: Int) {
    guard x >= 0, y >= 0, x < width, y < height else { return }
    put(cell, x: x, y: y)
  }

  /// Fills a rectangle with one narrow cell.
  package mutating func fill(_ rect: Rect, with cell: Cell) {
    let inside = rect.intersection(Rect(size))
    guard !inside.isEmpty else { return }
    for y in inside.y..<inside.bottom {
      for x in inside.x..<inside.right { put(cell, x: x, y: y) }
    }
  }

  /// Changes the style of what is drawn in a rectangle.
  package mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let inside = rect.intersection(Rect(size))
    guard !inside.isEmpty else { return }
    for y in inside.y..<inside.bottom {
      for x in inside.x..<inside.right {
        cells[y * width + x].style = change(cells[y * width + x].style)
      }
    }
  }

  // The only place that stores a cell.
  private mutating func put(_ cell: Cell, x: Int, y: Int) {
    let place = y * width + x
    let old = cells[place]
    if old.glyph.isTrailing, !cell.glyph.isTrailing, x > 0 {
      cells[place - 1].glyph = .space
    }
    if old.glyph.width == 2, x + 1 < width, cells[place + 1].glyph.isTrailing {
      cells[place + 1].glyph = .space
    }
    cells[place] = cell
  }
}
