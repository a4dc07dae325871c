extension DayStrip {
  /// Draws the days and as many lanes as there is room for. When the days do not fit they are
  /// shown from a later one on, so that the chosen day or today is seen.
  ///
  /// - Returns: the first day drawn.
  @discardableResult
  package func draw(on canvas: inout Canvas, in area: Rect, idPrefix: String = "day") -> Int {
    canvas.fill(area)
    let field = area.inset(left: gutter)
    let shown = (field.width + (pitch > 1 ? 1 : 0)) / pitch
    guard shown > 0, area.height > 0 else {
      canvas.line(lanes.first?.label ?? title, in: area)
      return firstDay
    }
    let first = firstShown(shown)
    let last = min(lastDay, first + shown - 1)
    drawDays(first...last, on: &canvas, in: area)
    for (index, lane) in lanes.prefix(max(0, area.height - 1)).enumerated() {
      draw(lane, first...last, on: &canvas, in: area.row(index + 1))
    }
    for day in first...last {
      let column = Rect(
        x: field.x + (day - first) * pitch, y: area.y, width: pitch, height: area.height)
      canvas.target(column, id: "\(idPrefix):\(day)")
    }
    if let chosen, chosen >= first, chosen <= last {
      let place = Rect(
        x: field.x + (chosen - first) * pitch, y: area.y + 1, width: max(1, pitch - 1),
        height: min(lanes.count, area.height - 1))
      canvas.setGround(.cursor, in: place.intersection(area))
    }
    return first
  }

  private func firstShown(_ shown: Int) -> Int {
    let days = lastDay - firstDay + 1
    guard days > shown, let focus = chosen ?? today else { return firstDay }
    let latest = lastDay - shown + 1
    // The day in question stands in the last third, since what came before it matters more.
    return min(latest, max(firstDay, focus - shown * 2 / 3))
  }

  // Every fifth day and today by name, the others as dots; today's name is never covered.
  private func drawDays(_ days: ClosedRange<Int>, on canvas: inout Canvas, in area: Rect) {
    let row = area.row(0)
    let field = row.inset(left: gutter)
    let head = Rect(x: row.x, y: row.y, width: max(0, gutter - 1), height: 1)
    canvas.write(labelled(title, in: head, canvas.glyphs), x: head.x, y: head.y, in: head)
    var taken: [Range<Int>] = []
    func place(_ day: Int, role: Role) {
      let name = Self.name(ofDay: day)
      let start = field.x + (day - days.lowerBound) * pitch
      let end = start + name.utf8.count
      guard end <= field.right, !taken.contains(where: { $0.overlaps((start - 1)..<(end + 1)) })
      else { return }
      taken.append(start..<end)
      canvas.write(StyledText(name, role), x: start, y: row.y, in: field)
    }
    if let chosen, days.contains(chosen) { place(chosen, role: .cursor) }
    if let today, days.contains(today), today != chosen { place(today, role: .tabSelected) }
    for day in days where day % 5 == 0 { place(day, role: .axis) }
    for day in days {
      let x = field.x + (day - days.lowerBound) * pitch
      guard !taken.contains(where: { $0.contains(x) }) else { continue }
      canvas.put("·", x: x, y: row.y, in: field, role: .future)
    }
  }

  private func draw(
    _ lane: Lane, _ days: ClosedRange<Int>, on canvas: inout Canvas, in row: Rect
  ) {
    let head = Rect(x: row.x, y: row.y, width: max(0, gutter - 1), height: 1)
    canvas.write(labelled(lane.label, in: head, canvas.glyphs), x: head.x, y: head.y, in: head)
    let field = row.inset(left: gutter)
    for day in days {
      guard let entry = lane.entries[day] else { continue }
      let text: FittedText =
        switch entry {
        case .value(let text): text
        case .notAssessed: FittedText("-", .gradeUnknown)
        case .future: FittedText("·", .future)
        }
      // A space between days, where a day has more than one cell.
      let place = Rect(
        x: field.x + (day - days.lowerBound) * pitch, y: field.y, width: max(1, pitch - 1),
        height: 1
      ).intersection(field)
      let form = text.form(fitting: place.width, in: canvas.glyphs)
      canvas.write(form, x: place.x, y: place.y, in: place, truncation: .whole)
    }
  }

  private func labelled(_ text: FittedText, in place: Rect, _ glyphs: GlyphSet) -> StyledText {
    text.form(fitting: place.width, in: glyphs).ordinarily(.label)
  }
}
