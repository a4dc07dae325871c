/// Time from left to right at any zoom, with lanes of short entries under it, on the same level axis
/// as the plots beneath.
package struct AxisStrip: Hashable, Sendable {
  package var scale: ColumnScale
  package var gutter: Int
  /// The word before the times.
  package var title: FittedText
  /// Moments that are named, the more important first: where two would touch, the later is left out.
  package var ticks: [Tick]
  /// Moments that carry a dot where no name stands.
  package var dots: [Double]
  package var lanes: [Lane]
  /// The moment that is read out.
  package var cursor: Double?
  /// What a click on a stretch means.
  package var targets: [Target]

  package struct Tick: Hashable, Sendable {
    package let x: Double
    package let label: String
    package let role: Role

    package init(_ x: Double, _ label: String, role: Role = .axis) {
      self.x = x
      self.label = label
      self.role = role
    }
  }

  package struct Lane: Hashable, Sendable {
    package var label: FittedText
    package var entries: [Entry]

    package init(label: FittedText, entries: [Entry]) {
      self.label = label
      self.entries = entries
    }
  }

  /// What stands for a stretch of time: the three of a day strip never look alike.
  package struct Entry: Hashable, Sendable {
    package let from: Double
    package let to: Double
    package let value: DayStrip.Entry

    package init(_ span: Range<Double>, _ value: DayStrip.Entry) {
      from = span.lowerBound
      to = span.upperBound
      self.value = value
    }
  }

  package struct Target: Hashable, Sendable {
    package let from: Double
    package let to: Double
    package let id: String

    package init(_ span: Range<Double>, id: String) {
      from = span.lowerBound
      to = span.upperBound
      self.id = id
    }
  }

  package init(
    scale: ColumnScale, gutter: Int, title: FittedText, ticks: [Tick] = [], dots: [Double] = [],
    lanes: [Lane] = [], cursor: Double? = nil, targets: [Target] = []
  ) {
    self.scale = scale
    self.gutter = max(0, gutter)
    self.title = title
    self.ticks = ticks
    self.dots = dots
    self.lanes = lanes
    self.cursor = cursor
    self.targets = targets
  }

  package var idealHeight: Int { lanes.count + 1 }
}

extension AxisStrip {
  /// Draws the times and as many lanes as there is room for.
  package func draw(on canvas: inout Canvas, in area: Rect) {
    canvas.fill(area)
    let field = area.inset(left: gutter)
    guard field.width > 0, area.height > 0 else {
      canvas.line(lanes.first?.label ?? title, in: area)
      return
    }
    drawTimes(on: &canvas, in: area)
    for (index, lane) in lanes.prefix(max(0, area.height - 1)).enumerated() {
      draw(lane, on: &canvas, in: area.row(index + 1))
    }
    for target in targets {
      guard let columns = columns(target.from, target.to, cells: field.width) else { continue }
      canvas.target(
        Rect(
          x: field.x + columns.lowerBound, y: area.y, width: columns.count, height: area.height),
        id: target.id)
    }
    guard let cursor, let column = scale.column(cursor, cells: field.width) else { return }
    canvas.setGround(
      .cursor,
      in: Rect(
        x: field.x + column, y: area.y + 1, width: 1,
        height: min(lanes.count, area.height - 1)))
  }

  // The columns that begin within a stretch, at least the one in which it begins.
  private func columns(_ from: Double, _ to: Double, cells: Int) -> Range<Int>? {
    func edge(_ x: Double) -> Int {
      let place = ((x - scale.start) / scale.perCell - 1e-9).rounded(.up)
      return place <= 0 ? 0 : place >= Double(cells) ? cells : Int(place)
    }
    let first = edge(from)
    let end = max(edge(to), first + (scale.column(from, cells: cells) == nil ? 0 : 1))
    return first < min(end, cells) ? first..<min(end, cells) : nil
  }

  private func drawTimes(on canvas: inout Canvas, in area: Rect) {
    let row = area.row(0)
    let field = row.inset(left: gutter)
    drawLabel(title, on: &canvas, in: row)
    var taken: [Range<Int>] = []
    for tick in ticks {
      guard let column = scale.column(tick.x, cells: field.width) else { continue }
      let start = field.x + column
      let end = start + canvas.glyphs.width(tick.label)
      guard end <= field.right, !taken.contains(where: { $0.overlaps((start - 1)..<(end + 1)) })
      else { continue }
      taken.append(start..<end)
      canvas.write(StyledText(tick.label, tick.role), x: start, y: row.y, in: field)
    }
    for dot in dots {
      guard let column = scale.column(dot, cells: field.width),
        !taken.contains(where: { $0.contains(field.x + column) })
      else { continue }
      canvas.put("·", x: field.x + column, y: row.y, in: field, role: .future)
    }
  }

  private func draw(_ lane: Lane, on canvas: inout Canvas, in row: Rect) {
    drawLabel(lane.label, on: &canvas, in: row)
    let field = row.inset(left: gutter)
    for entry in lane.entries {
      guard let columns = columns(entry.from, entry.to, cells: field.width) else { continue }
      let text: FittedText =
        switch entry.value {
        case .value(let text): text
        case .notAssessed: FittedText("-", .gradeUnknown)
        case .future: FittedText("·", .future)
        }
      // A space between stretches, where one has more than one cell.
      let place = Rect(
        x: field.x + columns.lowerBound, y: field.y, width: max(1, columns.count - 1), height: 1)
      let form = text.form(fitting: place.width, in: canvas.glyphs)
      canvas.write(form, x: place.x, y: place.y, in: place, truncation: .whole)
    }
  }

  private func drawLabel(_ text: FittedText, on canvas: inout Canvas, in row: Rect) {
    let head = Rect(x: row.x, y: row.y, width: max(0, gutter - 1), height: 1)
    canvas.write(
      text.form(fitting: head.width, in: canvas.glyphs).ordinarily(.label), x: head.x, y: head.y,
      in: head)
  }
}
