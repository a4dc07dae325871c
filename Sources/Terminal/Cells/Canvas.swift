/// Where widgets draw: a buffer, what the terminal can do, and what a click on a place means.
package struct Canvas: Sendable {
  package private(set) var buffer: CellBuffer
  package let capabilities: Capabilities
  /// Places that stand for something, later ones above earlier ones.
  package private(set) var targets: [Target] = []
  /// Where the terminal's cursor stands; a screen reader and an input method follow it.
  package var cursor: Point?
  /// Where the focus is when nothing is typed: the chosen row.
  package var focus: Point?

  /// A place that stands for something: a row, a tab, a day.
  package struct Target: Hashable, Sendable {
    package let area: Rect
    package let id: String
  }

  package init(_ size: Size, _ capabilities: Capabilities) {
    buffer = CellBuffer(size)
    var usable = capabilities
    usable.charts = capabilities.charts.usable(with: capabilities.glyphs)
    self.capabilities = usable
  }

  package var glyphs: GlyphSet { capabilities.glyphs }

  /// The whole window.
  package var area: Rect { Rect(buffer.size) }

  /// Writes text from a place on, cut at the right edge of `area`.
  ///
  /// - Returns: the column after the last cell written.
  @discardableResult
  package mutating func write(
    _ text: StyledText, x: Int, y: Int, in area: Rect, on ground: Ground = .plain,
    truncation: Truncation = .ellipsis
  ) -> Int {
    guard y >= area.y, y < area.bottom, x < area.right else { return x }
    let room = area.right - x
    let cells = truncation.cut(text.cells(in: glyphs, on: ground), to: room, in: glyphs)
    buffer.write(cells, x: x, y: y, limit: area.right)
    return x + cells.count
  }

  /// Writes text into the first row of `area`, set left, right or in the middle, the fullest form
  /// that fits, and fills the rest of the row with the ground.
  package mutating func line(
    _ text: FittedText, in area: Rect, alignment: Alignment = .left, on ground: Ground = .plain,
    role: Role = .text, truncation: Truncation = .ellipsis
  ) {
    let row = area.row(0)
    guard !row.isEmpty else { return }
    fill(row, role: role, on: ground)
    let form = text.form(fitting: row.width, in: glyphs)
    let cells = truncation.cut(form.cells(in: glyphs, on: ground), to: row.width, in: glyphs)
    let space = row.width - cells.count
    let offset =
      switch alignment {
      case .left: 0
      case .right: space
      case .centre: space / 2
      }
    buffer.write(cells, x: row.x + offset, y: row.y, limit: row.right)
  }

  /// Blanks a rectangle.
  package mutating func fill(_ rect: Rect, role: Role = .text, on ground: Ground = .plain) {
    buffer.fill(rect, with: Cell(.space, Style(role, on: ground)))
  }

  /// Puts one sign at a place; nothing outside of `area`.
  package mutating func put(
    _ sign: String, x: Int, y: Int, in area: Rect, role: Role, on ground: Ground = .plain
  ) {
    guard area.contains(Point(x: x, y: y)) else { return }
    buffer.write(
      StyledText(sign, role).cells(in: glyphs, on: ground), x: x, y: y, limit: area.right)
  }

  /// Puts one narrow sign at a place inside `area`, without a detour over text: plots have
  /// thousands. The sign must be one that `glyphs` can show.
  mutating func dot(_ sign: Unicode.Scalar, x: Int, y: Int, in area: Rect, role: Role) {
    guard area.contains(Point(x: x, y: y)) else { return }
    buffer.set(Cell(Glyph(safe: sign, width: 1), Style(role)), x: x, y: y)
  }

  /// Repeats a one-cell sign down a column of `area`.
  mutating func column(_ sign: String, x: Int, in area: Rect, role: Role) {
    guard x >= area.x, x < area.right, let glyph = glyphs.glyphs(sign).first, glyph.width == 1
    else { return }
    for y in area.y..<area.bottom { buffer.set(Cell(glyph, Style(role)), x: x, y: y) }
  }

  /// Repeats a one-cell sign along a row.
  package mutating func rule(_ sign: String, in area: Rect, role: Role) {
    let row = area.row(0)
    guard let glyph = glyphs.glyphs(sign).first, !row.isEmpty else { return }
    buffer.write(
      Array(repeating: Cell(glyph, Style(role)), count: row.width), x: row.x, y: row.y,
      limit: row.right)
  }

  /// Sets the ground under what is drawn, for a chosen column or row.
  package mutating func setGround(_ ground: Ground, in area: Rect) {
    buffer.restyle(area) { Style($0.role, on: ground) }
  }

  /// Writes cells as they are, cut at `limit` without a sign.
  mutating func write(_ cells: [Cell], x: Int, y: Int, limit: Int) {
    buffer.write(cells, x: x, y: y, limit: limit)
  }

  /// Says what a click on a place means.
  package mutating func target(_ area: Rect, id: String) {
    targets.append(Target(area: area, id: id))
  }

  /// Forgets what clicks meant, when something is drawn above everything.
  mutating func clearTargets() { targets = [] }

  /// What stands at a place, if anything that can be chosen does.
  package func target(at point: Point) -> String? {
    targets.last { $0.area.contains(point) }?.id
  }
}

/// Where text stands in its place.
package enum Alignment: Sendable {
  case left
  case centre
  case right
}
