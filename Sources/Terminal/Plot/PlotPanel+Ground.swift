extension PlotPanel {
  /// What lies under the series: reference interval, limits, marks and the present moment.
  func drawGround(on canvas: inout Canvas, in field: Rect, _ scale: ColumnScale) {
    for band in bands {
      for edge in [band.lowerBound, band.upperBound] {
        rule("┈", at: edge, role: .band, on: &canvas, in: field)
      }
    }
    for limit in limits {
      rule(limit.sign, at: limit.value, role: limit.role, on: &canvas, in: field)
    }
    drawMarks(on: &canvas, in: field, scale)
    guard let now, let column = scale.column(now, cells: field.width) else { return }
    canvas.column("┊", x: field.x + column, in: field, role: .now)
  }

  private func drawMarks(on canvas: inout Canvas, in field: Rect, _ scale: ColumnScale) {
    // A line's letter is worth more than those of single doses in its column.
    let lines = letters(of: marks.filter(\.isLine), cells: field.width, scale)
    let letters = letters(of: marks.filter { !$0.isLine }, cells: field.width, scale)
      .merging(lines) { _, line in line }
    for (column, line) in lines {
      canvas.column("╎", x: field.x + column, in: field, role: line.role)
    }
    guard field.height > 1 else { return }
    for (column, letter) in letters {
      canvas.put(letter.sign, x: field.x + column, y: field.y, in: field, role: letter.role)
    }
  }

  // Several in one column: a plus, and the lane of marks above names them.
  private func letters(
    of marks: [Mark], cells: Int, _ scale: ColumnScale
  ) -> [Int: (sign: String, role: Role)] {
    var letters: [Int: (sign: String, role: Role)] = [:]
    for mark in marks {
      guard let column = scale.column(mark.x, cells: cells) else { continue }
      let sign = letters[column].map { $0.sign == mark.sign ? $0.sign : "+" } ?? mark.sign
      letters[column] = (sign, mark.role)
    }
    return letters
  }

  /// What a line stands for, at its right end where nothing else is written on its row.
  ///
  /// - Parameter free: the columns right of everything that is drawn on a row.
  func drawLabels(
    on canvas: inout Canvas, in field: Rect, from column: Int, besides taken: Set<Int>
  ) {
    var taken = taken
    for limit in limits where !limit.label.isEmpty && !axis.isOff(limit.value) {
      guard
        let row = axis.row(limit.value, of: field.height, charts: canvas.capabilities.charts),
        !taken.contains(row)
      else { continue }
      let cells = canvas.glyphs.width(limit.label)
      guard field.width - cells > column else { continue }
      taken.insert(row)
      canvas.write(
        StyledText(limit.label, .dim), x: field.right - cells, y: field.y + row, in: field)
    }
  }

  /// The named points, and the moment that is read out: the ground of its column.
  func drawFlags(on canvas: inout Canvas, in field: Rect, _ scale: ColumnScale) {
    for flag in flags {
      guard let column = scale.column(flag.x, cells: field.width),
        let row = axis.row(flag.y, of: field.height, charts: canvas.capabilities.charts)
      else { continue }
      let point = Point(x: field.x + column, y: field.y + row)
      let place = Self.place(beside: point, on: canvas, in: field)
      canvas.put(flag.sign, x: place.x, y: place.y, in: field, role: flag.role)
    }
    guard let cursor, let column = scale.column(cursor, cells: field.width) else { return }
    canvas.setGround(
      .cursor, in: Rect(x: field.x + column, y: field.y, width: 1, height: field.height))
  }

  // Above, below or beside the point, where no value is drawn, so that the point itself stays.
  private static func place(beside point: Point, on canvas: Canvas, in field: Rect) -> Point {
    let around = [(0, -1), (0, 1), (1, 0), (-1, 0)].map {
      Point(x: point.x + $0.0, y: point.y + $0.1)
    }
    return around.first { place in
      guard field.contains(place) else { return false }
      let cell = canvas.buffer[place.x, place.y]
      return cell.glyph == .space || [.limit, .band].contains(cell.style.role)
    } ?? point
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
        let sign =
          switch point.kind {
          case .below: "v"
          case .above: "^"
          case .open, .measured: "?"
          }
        canvas.put(
          sign, x: field.x + column, y: field.y + row, in: field, role: .censored)
      }
    }
  }
}
