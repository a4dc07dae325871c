import Terminal

/// How a zoom is laid out on so many cells: stretches of the lanes take whole cells, so that they
/// stand at equal distances.
struct TrendGrid {
  let perCell: Double
  /// How long a stretch of the lanes is, in days.
  let length: Double

  /// From a quarter of an hour to four weeks.
  private static let lengths: [Double] = [
    1 / 96, 1 / 48, 1 / 24, 1 / 12, 1 / 6, 1 / 4, 1 / 2, 1, 7, 28,
  ]
  /// The share by which more than was asked for may be shown, so that cells are whole.
  private static let slack = 1.2

  init(_ zoom: TrendZoom, cells: Int) {
    let cells = max(1, cells)
    if zoom == .course, let pitch = DayStrip.pitch(days: 36, width: cells, gutter: 0) {
      perCell = 1 / Double(pitch)
      length = 1
      return
    }
    let finest = zoom.days / Double(cells)
    func grid(_ length: Double) -> (perCell: Double, cells: Double) {
      let whole = max(1, (length / finest).rounded(.down))
      return (length / whole, whole)
    }
    let best =
      Self.lengths.first {
        let grid = grid($0)
        return grid.cells >= 3 && grid.perCell <= finest * Self.slack
      } ?? Self.lengths.first { grid($0).cells >= 2 }
    guard let best else {
      perCell = finest
      length = 28
      return
    }
    perCell = grid(best).perCell
    length = best
  }
}
