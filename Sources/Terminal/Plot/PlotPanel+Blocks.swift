extension PlotPanel {
  /// The first series as bars in eighths of a cell, the others as points over them. A column
  /// without a value is left empty; the smallest value still has an eighth.
  func drawBlocks(on canvas: inout Canvas, in field: Rect, _ scale: ColumnScale) {
    let signs: [Unicode.Scalar] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    for (index, series) in series.enumerated() where !series.hasSigns {
      for bin in PlotBins(series, on: scale, parts: 1, cells: field.width).bins {
        let role = bin.isOut ? .seriesOut : series.role
        guard let step = axis.step(bin.value, of: field.height * 8) else { continue }
        let x = field.x + bin.column
        guard index == 0 else {
          canvas.dot("•", x: x, y: field.y + step / 8, in: field, role: role)
          continue
        }
        var eighths = field.height * 8 - step
        var y = field.bottom - 1
        while eighths > 0 {
          canvas.dot(signs[min(8, eighths) - 1], x: x, y: y, in: field, role: role)
          eighths -= 8
          y -= 1
        }
      }
    }
  }
}
