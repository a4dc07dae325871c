import Terminal

/// A figure as SVG within HTML: told apart by form, readable without seeing it.
struct SVGDrawing {
  let figure: ReportFigure
  let number: Int

  /// The size of a drawing in its own units, and what is kept free around the plot.
  static let width = 720.0
  static let left = 92.0
  static let right = 58.0

  init(_ figure: ReportFigure, number: Int) {
    self.figure = figure
    self.number = number
  }

  var html: String {
    let body: (height: Double, svg: String) =
      switch figure.content {
      case .plot(let plot): SVGPlot(plot, self).drawn
      case .lanes(let lanes): SVGLanes(lanes, self).drawn
      case .days(let rows): SVGDays(rows, self).drawn
      }
    let name = "figure-\(number)"
    let size = "0 0 \(HTMLText.number(Self.width)) \(HTMLText.number(body.height))"
    return """
      <figure>
      <figcaption>\(HTMLText.escaped(figure.title))</figcaption>
      <svg viewBox="\(size)" role="img" aria-labelledby="\(name)-t \(name)-d">
      <title id="\(name)-t">\(HTMLText.escaped(figure.title))</title>
      <desc id="\(name)-d">\(HTMLText.escaped(figure.summary))</desc>
      \(body.svg)</svg>
      </figure>

      """
  }

  /// Where a moment lies across.
  func x(_ day: Double) -> Double {
    let share =
      (day - figure.days.lowerBound) / (figure.days.upperBound - figure.days.lowerBound)
    return Self.left + share * (Self.width - Self.left - Self.right)
  }

  func isWithin(_ day: Double) -> Bool { figure.days.contains(day) }

  /// The axis of days under a plot that ends at `y`.
  func axis(under y: Double) -> String {
    let span = figure.days.upperBound - figure.days.lowerBound
    let steps = [1, 2, 5, 7, 14, 28, 56, 112, 224]
    let step = steps.first { span / Double($0) <= 20 } ?? 448
    let from = Int(figure.days.lowerBound.rounded(.up))
    let first = from + (step - ((from % step) + step) % step) % step
    var svg = Self.line(Self.left, y, Self.width - Self.right, y, "#111")
    for day in stride(from: first, through: Int(figure.days.upperBound), by: step) {
      let place = x(Double(day))
      svg += Self.line(place, y, place, y + 3, "#111")
      svg += Self.text(place, y + 12, ReportClock.day(day), anchor: "middle")
    }
    return svg
  }

  static func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ colour: String, dash: String? = nil
  ) -> String {
    let pattern = dash.map { " stroke-dasharray=\"\($0)\"" } ?? ""
    return
      "<line x1=\"\(HTMLText.number(x1))\" y1=\"\(HTMLText.number(y1))\" x2=\"\(HTMLText.number(x2))\" y2=\"\(HTMLText.number(y2))\" stroke=\"\(colour)\" stroke-width=\"0.7\"\(pattern)/>\n"
  }

  static func text(_ x: Double, _ y: Double, _ text: String, anchor: String = "start") -> String {
    "<text x=\"\(HTMLText.number(x))\" y=\"\(HTMLText.number(y))\" text-anchor=\"\(anchor)\">\(HTMLText.escaped(text))</text>\n"
  }

  static func polygon(_ points: [(Double, Double)], fill: String) -> String {
    let list = points.map { "\(HTMLText.number($0.0)),\(HTMLText.number($0.1))" }
      .joined(separator: " ")
    return "<polygon points=\"\(list)\" fill=\"\(fill)\" stroke=\"#111\" stroke-width=\"0.8\"/>\n"
  }

  static func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: String, stroke: String
  ) -> String {
    "<rect x=\"\(HTMLText.number(x))\" y=\"\(HTMLText.number(y))\" width=\"\(HTMLText.number(width))\" height=\"\(HTMLText.number(height))\" fill=\"\(fill)\" stroke=\"\(stroke)\" stroke-width=\"0.7\"/>\n"
  }
}
