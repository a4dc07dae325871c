/// A course in one row of text: in each column the kept value of its stretch of time as a bar in
/// eighths of a cell, a blank where nothing was measured.
///
/// The range is the caller's and the same for all that stand beside one another, so that bars of the
/// same height mean the same.
package struct Sparkline: Sendable {
  package let series: PlotSeries
  package let axis: PlotAxis
  package let scale: ColumnScale
  package let cells: Int

  package init(_ series: PlotSeries, axis: PlotAxis, scale: ColumnScale, cells: Int) {
    self.series = series
    self.axis = axis
    self.scale = scale
    self.cells = max(0, cells)
  }

  /// The row, exactly `cells` wide: a value above the axis is a full bar, one that could not be
  /// quantified `v` or `^`.
  package var text: StyledText {
    let signs = Array("▁▂▃▄▅▆▇█")
    var row = [(sign: Character, role: Role)](repeating: (" ", .text), count: cells)
    let bins = PlotBins(series, on: scale, parts: 1, cells: cells)
    for (column, point) in bins.censored {
      row[column] = (point.kind == .below ? "v" : point.kind == .above ? "^" : "?", .censored)
    }
    for bin in bins.bins {
      guard let step = axis.step(bin.value, of: signs.count) else { continue }
      // An unquantified value above counts more than a measured one beside it.
      if series.keep == .maximum, row[bin.column].sign == "^" { continue }
      row[bin.column] = (signs[signs.count - 1 - step], bin.isOut ? .seriesOut : series.role)
    }
    var spans: [StyledText.Span] = []
    for (sign, role) in row {
      if let last = spans.last, last.role == role {
        spans[spans.count - 1].text.append(sign)
      } else {
        spans.append(StyledText.Span(String(sign), role))
      }
    }
    return StyledText(spans: spans)
  }
}
