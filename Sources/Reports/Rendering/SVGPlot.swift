import Terminal

/// Series over an upright axis. A measured value is a filled mark; one beyond a limit of
/// quantification an open triangle that no line reaches; a gap stays a gap.
struct SVGPlot {
  let plot: FigurePlot
  let drawing: SVGDrawing

  private static let top = 30.0
  private static let height = 96.0
  /// Columns across, as fine as a printed page shows.
  private static let cells = 570

  init(_ plot: FigurePlot, _ drawing: SVGDrawing) {
    self.plot = plot
    self.drawing = drawing
  }

  var drawn: (height: Double, svg: String) {
    let bottom = Self.top + Self.height
    var svg = ground(bottom)
    // Letters that would stand on one another are each a line higher.
    var last = -Double.infinity
    var level = 0
    for mark in plot.marks.sorted(by: { $0.x < $1.x }) where drawing.isWithin(mark.x) {
      let x = drawing.x(mark.x)
      svg += SVGDrawing.line(x, Self.top, x, bottom, "#888", dash: "1 2")
      level = x - last < 8 ? (level + 1) % 3 : 0
      svg += SVGDrawing.text(x, Self.top - 3 - 9 * Double(level), mark.letter, anchor: "middle")
      last = x
    }
    for series in plot.series { svg += text(of: series) }
    svg += legend(bottom)
    return (bottom + 16, svg + drawing.axis(under: bottom))
  }

  private func y(_ value: Double) -> Double {
    let share = min(1, max(0, plot.axis.fraction(value) ?? 0))
    return Self.top + (1 - share) * Self.height
  }

  private func ground(_ bottom: Double) -> String {
    var svg = SVGDrawing.line(SVGDrawing.left, Self.top, SVGDrawing.left, bottom, "#111")
    for tick in plot.axis.ticks where !plot.axis.isOff(tick.value) {
      let place = y(tick.value)
      svg += SVGDrawing.line(SVGDrawing.left - 3, place, SVGDrawing.left, place, "#111")
      svg += SVGDrawing.text(SVGDrawing.left - 6, place + 3, tick.label, anchor: "end")
    }
    let end = SVGDrawing.width - SVGDrawing.right
    var labels: [Double] = []
    for limit in plot.limits where !plot.axis.isOff(limit.value) {
      let place = y(limit.value)
      svg += SVGDrawing.line(SVGDrawing.left, place, end, place, "#555", dash: "5 3")
      // Two limits that lie close share the room of one label.
      guard labels.allSatisfy({ abs($0 - place) >= 9 }) else { continue }
      labels.append(place)
      svg += SVGDrawing.text(end + 3, place + 3, limit.label)
    }
    return svg
  }

  private func text(of series: FigureSeries) -> String {
    let span = drawing.figure.days.upperBound - drawing.figure.days.lowerBound
    guard
      let scale = ColumnScale(
        start: drawing.figure.days.lowerBound, perCell: span / Double(Self.cells))
    else { return "" }
    let bins = PlotBins(series.values, on: scale, parts: 1, cells: Self.cells)
    func x(_ column: Int) -> Double {
      let moments = scale.moments(ofCell: column)
      return drawing.x((moments.lowerBound + moments.upperBound) / 2)
    }
    var svg = path(bins, series, x)
    for bin in bins.bins {
      svg += mark(x(bin.column), bin.value, isOut: bin.isOut, series.style)
    }
    for (column, point) in bins.censored {
      svg += censored(x(column), point)
    }
    return svg
  }

  private func path(_ bins: PlotBins, _ series: FigureSeries, _ x: (Int) -> Double) -> String {
    var d = ""
    var isOpen = false
    for (a, b) in zip(bins.bins, bins.bins.dropFirst()) {
      guard bins.joins(a, b, series.values) else {
        isOpen = false
        continue
      }
      if !isOpen { d += "M\(HTMLText.number(x(a.column))) \(HTMLText.number(y(a.value)))" }
      d += "L\(HTMLText.number(x(b.column))) \(HTMLText.number(y(b.value)))"
      isOpen = true
    }
    guard !d.isEmpty else { return "" }
    let dash = series.style == .dashed ? " stroke-dasharray=\"3 2\"" : ""
    return "<path d=\"\(d)\" fill=\"none\" stroke=\"#111\" stroke-width=\"0.9\"\(dash)/>\n"
  }

  // Beyond its limit a mark is larger and ringed; off the axis its value stands beside it.
  private func mark(
    _ x: Double, _ value: Double, isOut: Bool, _ style: FigureSeries.Style
  ) -> String {
    let y = self.y(value)
    var svg = ""
    switch style {
    case .solid:
      svg +=
        "<circle cx=\"\(HTMLText.number(x))\" cy=\"\(HTMLText.number(y))\" r=\"\(isOut ? "2.6" : "1.5")\" fill=\"\(isOut ? "#fff" : "#111")\" stroke=\"#111\" stroke-width=\"0.9\"/>\n"
    case .dashed:
      svg += SVGDrawing.rectangle(x - 1.2, y - 1.2, 2.4, 2.4, fill: "#fff", stroke: "#111")
    }
    if plot.axis.isOff(value) {
      svg += SVGDrawing.text(x + 3, y + (y > Self.top + 9 ? -2 : 9), NumberWords.short(value))
    }
    return svg
  }

  private func censored(_ x: Double, _ point: PlotPoint) -> String {
    let y = self.y(point.y)
    let tip = point.kind == .above ? -3.5 : 3.5
    return SVGDrawing.polygon([(x - 3, y - tip), (x + 3, y - tip), (x, y + tip)], fill: "#fff")
  }

  private func legend(_ bottom: Double) -> String {
    guard plot.series.count > 1 else { return "" }
    return plot.series.enumerated().map { n, series in
      let y = Self.top + 10 + Double(n) * 11
      return mark(8, series, y) + SVGDrawing.text(18, y + 3, series.label)
    }.joined()
  }

  private func mark(_ x: Double, _ series: FigureSeries, _ y: Double) -> String {
    switch series.style {
    case .solid:
      "<circle cx=\"\(HTMLText.number(x))\" cy=\"\(HTMLText.number(y))\" r=\"1.5\" fill=\"#111\"/>\n"
    case .dashed: SVGDrawing.rectangle(x - 1.2, y - 1.2, 2.4, 2.4, fill: "#fff", stroke: "#111")
    }
  }
}
