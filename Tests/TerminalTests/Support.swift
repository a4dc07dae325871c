import Terminal

/// Draws on a canvas and gives its rows as text, without spaces at their ends.
func drawn(
  _ width: Int, _ height: Int, glyphs: GlyphSet = .unicode, charts: ChartGlyphs = .braille,
  _ draw: (inout Canvas, Rect) -> Void
) -> String {
  var canvas = Canvas(
    Size(width: width, height: height), Capabilities(glyphs: glyphs, charts: charts))
  draw(&canvas, canvas.area)
  return canvas.buffer.text
}

/// What is wrong with a buffer: rows of another width, halves of wide glyphs that stand alone.
func faults(of buffer: CellBuffer) -> [String] {
  var faults: [String] = []
  for y in 0..<buffer.height {
    let row = Array(buffer.row(y))
    if row.count != buffer.width { faults.append("row \(y) has \(row.count) cells") }
    for (x, cell) in row.enumerated() {
      if cell.glyph.width == 2, x + 1 >= row.count || !row[x + 1].glyph.isTrailing {
        faults.append("wide glyph without its right half at \(x), \(y)")
      }
      if cell.glyph.isTrailing, x == 0 || row[x - 1].glyph.width != 2 {
        faults.append("right half alone at \(x), \(y)")
      }
    }
  }
  return faults
}
