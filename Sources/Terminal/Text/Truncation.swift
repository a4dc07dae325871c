/// What is done with a line that is longer than its place.
package enum Truncation: Sendable {
  /// Cut, with `…` as the last sign.
  case ellipsis
  /// Not shown but for `…`: a number cut in half would read as another number.
  case whole
  /// Cut from the left, with `…` as the first sign: the end of a path or of typed text.
  case leading

  /// `cells` cut to `width`; never half of a wide glyph, and never more than `width` cells.
  func cut(_ cells: [Cell], to width: Int, in glyphs: GlyphSet) -> [Cell] {
    guard cells.count > width else { return cells }
    guard width > 0, let sign = glyphs.glyphs("…").first else { return [] }
    switch self {
    case .whole:
      return [Cell(sign, cells[0].style)]
    case .ellipsis:
      var kept = Array(cells.prefix(width - 1))
      if cells[width - 1].glyph.isTrailing { kept.removeLast() }
      return kept + [Cell(sign, cells[width - 1].style)]
    case .leading:
      var kept = Array(cells.suffix(width - 1))
      if kept.first?.glyph.isTrailing == true { kept.removeFirst() }
      return [Cell(sign, cells[0].style)] + kept
    }
  }
}
