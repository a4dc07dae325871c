/// A series in columns: in each the value to be drawn, never more than was measured.
package struct PlotBins: Sendable {
  package struct Bin: Hashable, Sendable {
    package let column: Int
    /// The kept value of the column.
    package let value: Double
    /// The first and the last moment in the column.
    package let first: Double
    package let last: Double
    /// True where one of the column's values lies beyond its limit, be it not the kept one.
    package let isOut: Bool
  }

  /// The columns with a measured value, from left to right.
  package let bins: [Bin]
  /// Values beyond what can be quantified, with their columns.
  package let censored: [(column: Int, point: PlotPoint)]

  package init(_ series: PlotSeries, on scale: ColumnScale, parts: Int, cells: Int) {
    var bins: [Bin] = []
    var censored: [(column: Int, point: PlotPoint)] = []
    for point in series.points where point.y.isFinite && point.x.isFinite {
      guard let column = scale.column(point.x, parts: parts, cells: cells) else { continue }
      guard point.kind == .measured else {
        censored.append((column, point))
        continue
      }
      let isOut = series.isOut(point)
      guard let open = bins.last, open.column == column else {
        bins.append(
          Bin(column: column, value: point.y, first: point.x, last: point.x, isOut: isOut))
        continue
      }
      let value = series.keep.prefers(point.y, to: open.value) ? point.y : open.value
      bins[bins.count - 1] = Bin(
        column: column, value: value, first: min(open.first, point.x),
        last: max(open.last, point.x), isOut: open.isOut || isOut)
    }
    self.bins = bins
    self.censored = censored
  }

  /// True when a line may be drawn from one bin to the next: near enough, no break and no
  /// unquantified value between them.
  package func joins(_ a: Bin, _ b: Bin, _ series: PlotSeries) -> Bool {
    guard b.first - a.last <= series.gap else { return false }
    if series.breaks.contains(where: { $0 > a.first && $0 <= b.last }) { return false }
    // In order: the first one after `a` is the only one that can lie between.
    var low = 0
    var high = censored.count
    while low < high {
      let middle = (low + high) / 2
      if censored[middle].point.x > a.first { high = middle } else { low = middle + 1 }
    }
    return low == censored.count || censored[low].point.x >= b.last
  }
}
