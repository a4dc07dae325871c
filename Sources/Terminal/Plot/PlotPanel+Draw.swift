extension PlotPanel {
  /// Draws the panel: title and labels in a gutter on the left, the plot, and the note to the right
  /// of the present moment. Where the note has no room there, a line above the plot carries it;
  /// where there is only one line, the note is shown and the plot is not.
  ///
  /// - Parameters:
  ///   - scale: the shared level axis; its first cell stands right of the gutter.
  ///   - gutter: the cells left of the plot, the same for all panels of a screen.
  package func draw(
    on canvas: inout Canvas, in area: Rect, scale: ColumnScale, gutter: Int
  ) {
    canvas.fill(area)
    let field = area.inset(left: gutter)
    // A number that runs into the note is another number: the note has a line of its own.
    if canvas.capabilities.charts == .numbers, !note.isEmpty {
      canvas.line(headline(in: canvas.glyphs), in: area)
      drawNumbers(on: &canvas, in: area.inset(left: gutter, top: 1), scale)
      return
    }
    let place = notePlace(in: field, scale, canvas.glyphs)
    if field.width > 3, place != nil || note.isEmpty {
      drawPlot(on: &canvas, in: field, scale)
      drawGutter(on: &canvas, left: gutter, of: field, titled: true)
      var taken: Set<Int> = []
      if let place { taken = [drawNote(place, on: &canvas, in: field)] }
      label(on: &canvas, in: field, scale, besides: taken)
      return
    }
    canvas.line(headline(in: canvas.glyphs), in: area)
    let below = area.inset(left: gutter, top: 1)
    guard below.width > 3, below.height > 0 else { return }
    drawPlot(on: &canvas, in: below, scale)
    drawGutter(on: &canvas, left: gutter, of: below, titled: false)
    label(on: &canvas, in: below, scale, besides: [])
  }

  private func drawPlot(on canvas: inout Canvas, in field: Rect, _ scale: ColumnScale) {
    if canvas.capabilities.charts == .numbers {
      return drawNumbers(on: &canvas, in: field, scale)
    }
    drawGround(on: &canvas, in: field, scale)
    switch canvas.capabilities.charts {
    case .block: drawBlocks(on: &canvas, in: field, scale)
    case .braille: drawDots(on: &canvas, in: field, scale, braille: true)
    default: drawDots(on: &canvas, in: field, scale, braille: false)
    }
    drawSigns(on: &canvas, in: field, scale)
    drawBeyond(on: &canvas, in: field, scale)
    drawFlags(on: &canvas, in: field, scale)
  }

  // A row alone holds the whole axis, and a line in it stands for no value.
  private func label(
    on canvas: inout Canvas, in field: Rect, _ scale: ColumnScale, besides taken: Set<Int>
  ) {
    guard canvas.capabilities.charts != .numbers, field.height > 1 else { return }
    drawLabels(
      on: &canvas, in: field, from: lastColumn(in: field, scale) + 2, besides: taken)
  }

  /// The last column in which something is drawn; −1 where nothing is.
  private func lastColumn(in field: Rect, _ scale: ColumnScale) -> Int {
    var last = -1
    for series in series {
      // In order: the last one that lies on the axis is the last one drawn.
      for point in series.points.reversed() {
        guard let column = scale.column(point.x, cells: field.width) else { continue }
        last = max(last, column)
        break
      }
    }
    if let now { last = max(last, scale.column(now, cells: field.width) ?? -1) }
    return last
  }

  /// The title, marked where keys work on the panel.
  private var shownTitle: FittedText {
    guard isChosen else { return title.ordinarily(.label) }
    return FittedText(
      title.forms.map { StyledText("▸", .tabSelected) + $0.ordinarily(.tabSelected) })
  }

  /// Title and note in one line, the note shortened before the title goes.
  private func headline(in glyphs: GlyphSet) -> FittedText {
    let title = shownTitle.full
    var forms = note.forms.map { StyledText.joined([title, $0]) }
    if forms.isEmpty { forms = [title] }
    forms += note.forms
    return FittedText(forms)
  }

  private struct NotePlace {
    let column: Int
    let text: StyledText
  }

  /// Where the note stands right of everything drawn; `nil` when it does not fit there.
  private func notePlace(in field: Rect, _ scale: ColumnScale, _ glyphs: GlyphSet) -> NotePlace? {
    guard !note.isEmpty else { return nil }
    let last = lastColumn(in: field, scale)
    let column = last < 0 ? 0 : last + 2
    let text = note.form(fitting: field.width - column, in: glyphs)
    // Where rows are left for it, what is said of the value is worth a line: the bare number beside
    // the plot would leave out how old it is.
    if field.height >= 3, note.forms.count > 2, note.forms.suffix(2).contains(text) { return nil }
    let cells = text.width(in: glyphs)
    return cells > 0 && cells <= field.width - column ? NotePlace(column: column, text: text) : nil
  }

  // On the row of the last value, so that the eye runs from the line into the number.
  private func drawNote(
    _ place: NotePlace, on canvas: inout Canvas, in field: Rect
  ) -> Int {
    let value = series.first?.points.last { $0.kind == .measured }?.y
    let charts = canvas.capabilities.charts
    let row = value.flatMap { axis.row($0, of: field.height, charts: charts) } ?? 0
    let x = field.x + place.column
    let cells = place.text.width(in: canvas.glyphs)
    // A blank on either side keeps a limit line from running into the number.
    canvas.fill(
      Rect(x: x - 1, y: field.y + row, width: cells + 2, height: 1).intersection(field))
    canvas.write(place.text, x: x, y: field.y + row, in: field)
    return row
  }

  private func drawGutter(
    on canvas: inout Canvas, left width: Int, of field: Rect, titled: Bool
  ) {
    let gutter = Rect(x: field.x - width, y: field.y, width: width - 1, height: field.height)
    var room = gutter.width
    if titled {
      let text = shownTitle.form(fitting: gutter.width, in: canvas.glyphs)
      canvas.write(text, x: gutter.x, y: gutter.y, in: gutter)
      room -= text.width(in: canvas.glyphs) + 1
    }
    // One row holds the whole axis: a label beside it would name a value that is not there.
    guard canvas.capabilities.charts != .numbers, field.height > 1 else { return }
    var used: Set<Int> = []
    for (tick, row) in placedTicks(rows: field.height, charts: canvas.capabilities.charts) {
      let cells = canvas.glyphs.width(tick.label)
      guard !used.contains(row), cells <= (row == 0 ? room : gutter.width) else { continue }
      used.insert(row)
      canvas.write(
        StyledText(tick.label, .dim), x: gutter.right - cells, y: gutter.y + row, in: gutter)
    }
  }

  /// The ticks with their rows, those first that lie nearest to the value of their row's end, so
  /// that of two in one row the truer one is written.
  private func placedTicks(
    rows: Int, charts: ChartGlyphs
  ) -> [(tick: PlotAxis.Tick, row: Int)] {
    var placed: [(tick: PlotAxis.Tick, row: Int, misfit: Double)] = []
    for tick in axis.ticks where !axis.isOff(tick.value) {
      guard let row = axis.row(tick.value, of: rows, charts: charts),
        let fraction = axis.fraction(tick.value)
      else { continue }
      let place = rows > 1 ? Double(row) / Double(rows - 1) : 0
      placed.append((tick, row, abs(1 - fraction - place)))
    }
    return placed.sorted { $0.misfit < $1.misfit }.map { ($0.tick, $0.row) }
  }
}
