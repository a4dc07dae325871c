/// Text in one line, each stretch with its role.
package struct StyledText: Hashable, Sendable {
  package struct Span: Hashable, Sendable {
    package var text: String
    package var role: Role

    package init(_ text: String, _ role: Role = .text) {
      self.text = text
      self.role = role
    }
  }

  package var spans: [Span]

  package init(spans: [Span] = []) { self.spans = spans }

  package init(_ text: String, _ role: Role = .text) { spans = [Span(text, role)] }

  /// The text without its roles, as it was given.
  package var plain: String { spans.reduce(into: "") { $0 += $1.text } }

  package var isEmpty: Bool { spans.allSatisfy { $0.text.isEmpty } }

  /// The cells that it takes.
  package func width(in glyphs: GlyphSet) -> Int {
    var width = 0
    for span in spans { width += glyphs.width(span.text) }
    return width
  }

  /// The text as cells on `ground`, right halves of wide glyphs included.
  package func cells(in glyphs: GlyphSet, on ground: Ground = .plain) -> [Cell] {
    var cells: [Cell] = []
    for span in spans {
      let style = Style(span.role, on: ground)
      for glyph in glyphs.glyphs(span.text) {
        cells.append(Cell(glyph, style))
        if glyph.width == 2 { cells.append(Cell(.trailing, style)) }
      }
    }
    return cells
  }

  /// The text with `role` in place of ordinary text; what has a role of its own keeps it.
  package func ordinarily(_ role: Role) -> StyledText {
    StyledText(spans: spans.map { Span($0.text, $0.role == .text ? role : $0.role) })
  }

  package static func + (a: StyledText, b: StyledText) -> StyledText {
    StyledText(spans: a.spans + b.spans)
  }

  package static func += (a: inout StyledText, b: StyledText) {
    a.spans += b.spans
  }

  /// The texts one after the other with `separator` between them; empty ones are left out.
  package static func joined(
    _ texts: [StyledText], separator: StyledText = "  "
  ) -> StyledText {
    var result = StyledText()
    for text in texts where !text.isEmpty {
      if !result.spans.isEmpty { result += separator }
      result += text
    }
    return result
  }
}

extension StyledText: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { self.init(value) }
}
