extension PlotPanel {
  /// What lies under the series: reference interval, limits, marks and the present moment.
  func drawGround(on canvas: inout Canvas, in field: Rect, _ scale: ColumnScale) {
    for band in bands {
      for edge in [band.lowerBound, band.upperBound] {
        rule("┈", at: edge, role: .band, on: &canvas, in: field)
      }
    }
    for limit in limits { rule("┄", at: limit.value, role: limit.role, on: &canvas, in: field) }
    var signs: [Int: String] = [:]
    for mark in marks {
      guard let column = scale.column(mark.x, cells: field.width) else { continue }
      // Several in one column: a plus, and the lane of marks above names them.
      let sign = signs[column].map { $0 == mark.sign ? $0 : "+" } ?? mark.sign
      signs[column] = sign
      for y in field.y..<field.bottom {
        canvas.put("╎", x: field.x + column, y: y, in: field, role: mark.role)
      }
      if field.height > 1 {
        canvas.put(sign, x: field.x + column, y: field.y, in: field, role: mark.role)
      }
    }
    guard let now, let column = scale.column(now, cells: field.width) else { return }
    for y in field.y..<field.bottom {
      canvas.put("┊", x: field.x + column, y: y, in: field, role: .now)
    }
  }

  private func rule(
    _ sign: String, at value: Double, role: Role, on canvas: inout Canvas, in field: Rect
  ) {
    guard !axis.isOff(value),
      let row = axis.row(value, of: field.height, charts: canvas.capabilities.charts)
    else { return }
    canvas.rule(sign, in: field.row(row), role: role)
  }

  /// What the axis or the laboratory does not reach: `▴` and `▾` at the edge for values off the
  /// scale, `v` and `^` for values that could not be quantified.
  func drawBeyond(on canvas: inout Canvas, in field: Rect, _ scale: ColumnScale) {
    for series in series {
      let bins = PlotBins(series, on: scale, parts: 1, cells: field.width)
      for bin in bins.bins where axis.isOff(bin.value) {
        let isAbove = (axis.fraction(bin.value) ?? -1) > 1
        canvas.put(
          isAbove ? "▴" : "▾", x: field.x + bin.column,
          y: isAbove ? field.y : field.bottom - 1, in: field, role: .seriesOut)
      }
      for (column, point) in bins.censored {
        guard
          let row = axis.row(point.y, of: field.height, charts: canvas.capabilities.charts)
        else { continue }
        canvas.put(
          point.kind == .below ? "v" : "^", x: field.x + column, y: field.y + row, in: field,
          role: .censored)
      }
    }
  }
}
