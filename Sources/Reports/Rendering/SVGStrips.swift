import Terminal

/// What was given, a lane for each kind.
struct SVGLanes {
  let lanes: [FigureLane]
  let drawing: SVGDrawing

  private static let pitch = 15.0
  private static let top = 4.0

  init(_ lanes: [FigureLane], _ drawing: SVGDrawing) {
    self.lanes = lanes
    self.drawing = drawing
  }

  var drawn: (height: Double, svg: String) {
    var svg = ""
    for (n, lane) in lanes.enumerated() {
      let y = Self.top + Double(n) * Self.pitch
      svg += SVGDrawing.text(0, y + 9, lane.label)
      for stretch in lane.stretches { svg += text(of: stretch, y) }
      // Letters that would stand on one another are one, with a tick for each.
      var last = -Double.infinity
      for mark in lane.moments where drawing.isWithin(mark.x) {
        let x = drawing.x(mark.x)
        svg += SVGDrawing.line(x, y + 9, x, y + 12, "#111")
        if x - last >= 8 {
          svg += SVGDrawing.text(x, y + 8, mark.letter, anchor: "middle")
          last = x
        }
      }
    }
    let bottom = Self.top + Double(lanes.count) * Self.pitch
    return (bottom + 16, svg + drawing.axis(under: bottom))
  }

  private func text(of stretch: FigureLane.Stretch, _ y: Double) -> String {
    let days = drawing.figure.days
    guard stretch.to >= days.lowerBound, stretch.from <= days.upperBound else { return "" }
    let from = drawing.x(max(stretch.from, days.lowerBound))
    let to = drawing.x(min(stretch.to, days.upperBound))
    let width = max(1, to - from)
    var svg = SVGDrawing.rectangle(from, y + 1, width, 10, fill: "#ddd", stroke: "#111")
    // An arrow for what goes on.
    if stretch.isOpen {
      svg += SVGDrawing.polygon([(to, y + 1), (to + 5, y + 6), (to, y + 11)], fill: "#ddd")
    }
    // About 5 units a letter.
    if Double(PlainColumns.width(stretch.text)) * 5.6 < width {
      svg += SVGDrawing.text(from + 2, y + 9, stretch.text)
    }
    return svg
  }
}

/// Grades by days: a bar as high as the grade with its number over it, a dash where none could be
/// given.
struct SVGDays {
  let rows: [FigureDays]
  let drawing: SVGDrawing

  private static let pitch = 44.0
  private static let step = 6.0

  init(_ rows: [FigureDays], _ drawing: SVGDrawing) {
    self.rows = rows
    self.drawing = drawing
  }

  var drawn: (height: Double, svg: String) {
    var svg = ""
    for (n, row) in rows.enumerated() {
      let base = Double(n + 1) * Self.pitch
      svg += SVGDrawing.text(0, base - 3, row.label)
      for (offset, value) in row.values.enumerated() {
        let day = Double(row.first + offset)
        guard drawing.isWithin(day) else { continue }
        let (from, to) = (drawing.x(day) + 0.5, drawing.x(day + 1) - 0.5)
        let height = Double(min(value ?? 0, row.most)) * Self.step
        if height > 0 {
          svg += SVGDrawing.rectangle(
            from, base - height, max(1, to - from), height, fill: "#ccc", stroke: "#111")
        }
        svg += SVGDrawing.text(
          (from + to) / 2, base - height - 2, value.map { "\($0)" } ?? "–", anchor: "middle")
      }
      svg += SVGDrawing.line(
        SVGDrawing.left, base, SVGDrawing.width - SVGDrawing.right, base, "#999")
    }
    let bottom = Double(rows.count) * Self.pitch
    return (bottom + 16, svg + drawing.axis(under: bottom))
  }
}
