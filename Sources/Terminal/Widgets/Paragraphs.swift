/// Wrapped text, scrolled line by line.
package struct Paragraphs: Sendable {
  package var paragraphs: [StyledText]
  package var scrolled: Int

  package init(_ paragraphs: [StyledText], scrolled: Int = 0) {
    self.paragraphs = paragraphs
    self.scrolled = scrolled
  }

  package func lines(width: Int, in glyphs: GlyphSet) -> [StyledText] {
    paragraphs.flatMap { $0.wrapped(to: width, in: glyphs) }
  }

  /// Draws as many lines as there is room for. What does not fit is counted on the last line, as
  /// a table does it.
  package func draw(on canvas: inout Canvas, in area: Rect) {
    canvas.fill(area)
    let all = lines(width: area.width, in: canvas.glyphs)
    var capacity = area.height
    let counts = all.count > capacity && capacity >= 2
    if counts { capacity -= 1 }
    let first = Viewport.top(scrolled, selected: nil, count: all.count, capacity: capacity)
    for (line, text) in all.dropFirst(first).prefix(max(0, capacity)).enumerated() {
      canvas.line(FittedText(text), in: area.row(line))
    }
    guard counts else { return }
    let below = all.count - first - capacity
    var parts: [StyledText] = []
    if first > 0 { parts.append(StyledText("▴ \(first)", .label)) }
    if below > 0 { parts.append(StyledText("▾ \(below)", .label)) }
    canvas.line(FittedText(.joined(parts)), in: area.row(capacity), alignment: .right)
  }
}
