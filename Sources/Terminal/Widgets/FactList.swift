/// Facts one below the other, or in one line.
package struct FactList: Sendable {
  package var facts: [Fact]
  /// Whether a fact goes on in a further line, where there are more lines than facts.
  package var wraps: Bool

  package init(_ facts: [Fact], wraps: Bool = false) {
    self.facts = facts
    self.wraps = wraps
  }

  /// The lines that the facts take at a width, each whole where they wrap.
  package func idealHeight(width: Int, in glyphs: GlyphSet) -> Int {
    guard wraps else { return facts.count }
    let places = columns(of: facts, width: width, in: glyphs)
    guard let value = places[1] else { return facts.count }
    return facts.reduce(0) { $0 + Self.wrapped($1, width: value.length, glyphs).count }
  }

  /// Draws label, value and note in columns; in two or three columns of facts where they are too
  /// many for the height and the width allows. What still does not fit goes by priority.
  package func draw(on canvas: inout Canvas, in area: Rect) {
    canvas.fill(area)
    guard !area.isEmpty, !facts.isEmpty else { return }
    let wanted = (facts.count + area.height - 1) / area.height
    let columns = max(1, min(wanted, area.width / 30))
    let kept = Self.kept(facts, atMost: columns * area.height)
    let perColumn = (kept.count + columns - 1) / columns
    let places = Layout.columns(
      Array(repeating: .filling(), count: columns), in: area, gap: columns > 1 ? 2 : 0)
    for (index, place) in places.enumerated() {
      guard let place else { continue }
      let part = kept.dropFirst(index * perColumn).prefix(perColumn)
      drawColumn(Array(part), on: &canvas, in: place)
    }
  }

  private func drawColumn(_ facts: [Fact], on canvas: inout Canvas, in area: Rect) {
    let glyphs = canvas.glyphs
    let places = columns(of: facts, width: area.width, in: glyphs)
    var spare = wraps ? area.height - facts.count : 0
    var line = 0
    for fact in facts {
      let row = area.row(line)
      line += 1
      if let place = places[0] {
        canvas.line(
          fact.label.ordinarily(.label),
          in: Rect(x: row.x + place.offset, y: row.y, width: place.length, height: 1))
      }
      guard let place = places[1] else { continue }
      let cell = Rect(x: row.x + place.offset, y: row.y, width: place.length, height: 1)
      let lines = spare > 0 ? Self.wrapped(fact, width: cell.width, glyphs) : []
      guard lines.count > 1, lines.count - 1 <= spare else {
        canvas.line(Self.valued(fact, width: cell.width, glyphs), in: cell)
        continue
      }
      for (index, text) in lines.enumerated() {
        canvas.line(
          FittedText(text), in: Rect(x: cell.x, y: cell.y + index, width: cell.width, height: 1))
      }
      spare -= lines.count - 1
      line += lines.count - 1
    }
  }

  private func columns(of facts: [Fact], width: Int, in glyphs: GlyphSet) -> [Stretch?] {
    let labels = facts.map { $0.label.width(in: glyphs) }.max() ?? 0
    let values = facts.map { $0.value.width(in: glyphs) }.max() ?? 0
    return Layout.divide(
      width,
      among: [
        // Half a label says nothing where there is room for a whole one.
        Part(
          minimum: min(labels, width < 32 ? 6 : 12), ideal: min(labels, max(12, width * 2 / 5)),
          priority: 2),
        Part(minimum: 1, ideal: values, priority: 3, growth: 1),
      ], gap: 1)
  }

  private static func wrapped(_ fact: Fact, width: Int, _ glyphs: GlyphSet) -> [StyledText] {
    StyledText.joined([fact.value.full, fact.note.full]).wrapped(to: width, in: glyphs)
  }

  /// Value and note as one text, the note shortened and then left out before the value is cut.
  private static func valued(_ fact: Fact, width: Int, _ glyphs: GlyphSet) -> FittedText {
    guard !fact.note.isEmpty else { return fact.value }
    let value = fact.value.form(fitting: width, in: glyphs)
    let left = width - value.width(in: glyphs) - 2
    guard left >= 4 else { return fact.value }
    let note = fact.note.form(fitting: left, in: glyphs)
    return FittedText(.joined([value, note]))
  }

  /// Draws the facts in one line with two spaces between them, shortened where they must be and the
  /// least important ones left out.
  package func drawLine(on canvas: inout Canvas, in area: Rect) {
    let row = area.row(0)
    canvas.fill(row)
    let glyphs = canvas.glyphs
    let texts = facts.map { fact in
      FittedText(
        fact.value.forms.map {
          .joined([fact.label.full.ordinarily(.label), $0], separator: " ")
        })
    }
    let parts = zip(texts, facts).map { text, fact in
      Part(
        minimum: text.least(in: glyphs), ideal: text.width(in: glyphs), priority: fact.priority)
    }
    for (text, place) in zip(texts, Layout.divide(row.width, among: parts, gap: 2)) {
      guard let place else { continue }
      canvas.line(
        text, in: Rect(x: row.x + place.offset, y: row.y, width: place.length, height: 1))
    }
  }

  static func kept(_ facts: [Fact], atMost count: Int) -> [Fact] {
    guard facts.count > count else { return facts }
    let order = facts.indices.sorted { (-facts[$0].priority, $0) < (-facts[$1].priority, $1) }
    let kept = Set(order.prefix(max(0, count)))
    return facts.indices.filter(kept.contains).map { facts[$0] }
  }
}
