/// What one cell or two neighbouring cells show: a scalar with at most two marks that join it.
///
/// Only `GlyphSet.glyphs(_:)` and the drawing parts of this room make glyphs, so none holds a
/// control character, an invisible scalar or one that reorders text.
package struct Glyph: Hashable, Sendable {
  package let base: Unicode.Scalar
  private let first: UInt32
  private let second: UInt32
  private let cells: UInt8

  package static let space = Glyph(safe: " ", width: 1)
  /// The right half of a wide glyph.
  static let trailing = Glyph(safe: "\0", width: 0)

  init(safe base: Unicode.Scalar, width: Int) {
    self.init(base: base, first: 0, second: 0, cells: UInt8(truncatingIfNeeded: width))
  }

  private init(base: Unicode.Scalar, first: UInt32, second: UInt32, cells: UInt8) {
    self.base = base
    self.first = first
    self.second = second
    self.cells = cells
  }

  /// The glyph with one more mark; a third and later ones are left out, for no script needs them
  /// and a pile of marks would cover the lines above.
  func joined(by mark: Unicode.Scalar) -> Glyph {
    if first == 0 { return Glyph(base: base, first: mark.value, second: 0, cells: cells) }
    if second == 0 { return Glyph(base: base, first: first, second: mark.value, cells: cells) }
    return self
  }

  /// Cells taken: 1 or 2, and 0 for the right half of a wide glyph.
  package var width: Int { Int(cells) }

  /// True for the right half of a wide glyph.
  package var isTrailing: Bool { cells == 0 }

  /// The marks that join the base, in order.
  package var marks: [Unicode.Scalar] {
    [first, second].compactMap { $0 == 0 ? nil : Unicode.Scalar($0) }
  }

  /// True without marks, the common case.
  package var isPlain: Bool { first == 0 }

  /// The glyph as text; empty for the right half of a wide one.
  package var text: String {
    guard cells > 0 else { return "" }
    var view = String.UnicodeScalarView()
    view.append(base)
    for mark in marks { view.append(mark) }
    return String(view)
  }
}
