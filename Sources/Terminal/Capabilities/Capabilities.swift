/// How many colours a terminal has.
package enum ColourDepth: String, Sendable, CaseIterable {
  /// None, or none wanted (`NO_COLOR`).
  case none
  case eight
  case sixteen
  /// 256.
  case palette
  /// Red, green and blue, 256 steps each.
  case direct
}

/// What plots are drawn with, from the finest down.
package enum ChartGlyphs: String, Sendable, CaseIterable {
  /// Two by four dots a cell.
  case braille
  /// Bars in eighths of a cell.
  case block
  /// `.`, `'` and `:`, one by two dots a cell.
  case ascii
  /// No plot; the numbers themselves.
  case numbers

  /// The steps that a cell has upward.
  package var steps: Int {
    switch self {
    case .braille: 4
    case .block: 8
    case .ascii: 2
    case .numbers: 1
    }
  }

  /// What is drawn with `glyphs`: dots and blocks need Unicode.
  package func usable(with glyphs: GlyphSet) -> ChartGlyphs {
    guard glyphs == .ascii else { return self }
    return self == .numbers ? .numbers : .ascii
  }
}

/// What a terminal can do, an argument of everything that draws.
package struct Capabilities: Hashable, Sendable {
  package var colours: ColourDepth
  package var glyphs: GlyphSet
  package var charts: ChartGlyphs
  /// True while the mouse reports to the program.
  package var mouse: Bool

  package init(
    colours: ColourDepth = .palette, glyphs: GlyphSet = .unicode, charts: ChartGlyphs = .braille,
    mouse: Bool = false
  ) {
    self.colours = colours
    self.glyphs = glyphs
    self.charts = charts.usable(with: glyphs)
    self.mouse = mouse
  }
}
