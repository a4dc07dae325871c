extension PlotPanel {
  /// The series as lines of dots.
  func drawDots(
    on canvas: inout Canvas, in field: Rect, _ scale: ColumnScale, braille: Bool
  ) {
    var grid = DotGrid(cells: field.size, braille: braille)
    for series in series where !series.hasSigns {
      let bins = PlotBins(series, on: scale, parts: grid.parts, cells: field.width)
      draw(series, bins, on: &grid)
    }
    for y in 0..<field.height {
      for x in 0..<field.width {
        guard let (sign, role) = grid.sign(x: x, y: y) else { continue }
        canvas.dot(sign, x: field.x + x, y: field.y + y, in: field, role: role)
      }
    }
  }

  private func draw(_ series: PlotSeries, _ bins: PlotBins, on grid: inout DotGrid) {
    let height = grid.height
    func place(_ bin: PlotBins.Bin) -> Point? {
      axis.step(bin.value, of: height).map { Point(x: bin.column, y: $0) }
    }
    // A dot of a line is beyond the limit when it lies past the limit's own row.
    let limit: (row: Int, above: Bool)? =
      switch series.out {
      case .above(let value): axis.step(value, of: height).map { ($0, true) }
      case .below(let value): axis.step(value, of: height).map { ($0, false) }
      case nil: nil
      }
    // Where values carry limits of their own a stretch between two that are out is out.
    var isStretchOut = false
    func role(_ row: Int) -> Role {
      guard let limit else { return isStretchOut ? .seriesOut : series.role }
      return (limit.above ? row < limit.row : row > limit.row) ? .seriesOut : series.role
    }
    var previous: (bin: PlotBins.Bin, place: Point)?
    for bin in bins.bins {
      guard let point = place(bin) else { continue }
      if let previous, series.shape != .dots, bins.joins(previous.bin, bin, series) {
        isStretchOut = previous.bin.isOut && bin.isOut
        if series.shape == .steps {
          let corner = Point(x: point.x, y: previous.place.y)
          grid.line(previous.place, corner, role: role)
          grid.line(corner, point, role: role)
        } else {
          grid.line(previous.place, point, role: role)
        }
      }
      // The value itself, last, with its own colour, however near the limit it lies.
      grid.set(point.x, point.y, role: bin.isOut ? .seriesOut : series.role)
      previous = (bin, point)
    }
  }

  /// The series of signs, over the lines: in a column the kept value.
  func drawSigns(on canvas: inout Canvas, in field: Rect, _ scale: ColumnScale) {
    for series in series {
      guard case .signs(let sign) = series.shape else { continue }
      for bin in PlotBins(series, on: scale, parts: 1, cells: field.width).bins {
        guard let row = axis.row(bin.value, of: field.height, charts: canvas.capabilities.charts)
        else { continue }
        canvas.put(
          String(sign), x: field.x + bin.column, y: field.y + row, in: field,
          role: bin.isOut ? .seriesOut : series.role)
      }
    }
  }
}

extension PlotSeries {
  /// True for one that is drawn as signs over the lines.
  var hasSigns: Bool {
    if case .signs = shape { return true }
    return false
  }
}
