/// The level axis of a plot: which cell a moment falls into. One scale serves all panels, lanes
/// and strips of a screen, so that the eye drops from a grade to the fever under it.
package struct ColumnScale: Hashable, Sendable {
  /// The moment at the left edge of the first cell.
  package let start: Double
  /// How much of `x` one cell holds.
  package let perCell: Double

  /// `nil` for a scale without extent.
  package init?(start: Double, perCell: Double) {
    guard start.isFinite, perCell.isFinite, perCell > 0 else { return nil }
    self.start = start
    self.perCell = perCell
  }

  /// The part of a cell in which a moment lies, counted over `parts` parts a cell; `nil` outside
  /// of `cells` cells.
  package func column(_ x: Double, parts: Int = 1, cells: Int) -> Int? {
    let place = ((x - start) / perCell * Double(parts)).rounded(.down)
    guard place >= 0, place < Double(cells * parts) else { return nil }
    return Int(place)
  }

  /// The moments that a cell holds.
  package func moments(ofCell cell: Int) -> Range<Double> {
    let from = start + Double(cell) * perCell
    return from..<(from + perCell)
  }
}

extension ColumnScale {
  /// A day a cell from 0 on.
  package static let days = ColumnScale(from: 0, each: 1)

  private init(from start: Double, each perCell: Double) {
    self.start = start
    self.perCell = perCell
  }
}
