/// Panels one above the other on one level axis.
package struct PlotStack: Hashable, Sendable {
  package var panels: [PlotPanel]
  package var scale: ColumnScale
  /// The cells left of all plots and lanes.
  package var gutter: Int
  /// The rows that each panel should have, and the least.
  package var idealRows: Int
  package var leastRows: Int

  package init(
    _ panels: [PlotPanel], scale: ColumnScale, gutter: Int, leastRows: Int = 1, idealRows: Int = 4
  ) {
    self.panels = panels
    self.scale = scale
    self.gutter = gutter
    self.leastRows = leastRows
    self.idealRows = idealRows
  }

  /// Draws the panels, the first ones where not all fit.
  ///
  /// - Returns: how many did not fit.
  @discardableResult
  package func draw(on canvas: inout Canvas, in area: Rect) -> Int {
    canvas.fill(area)
    let numbers = canvas.capabilities.charts == .numbers
    let parts = panels.indices.map { index in
      // In numbers a row for each series, and one for what is said of them.
      let rows =
        numbers
        ? max(1, panels[index].series.count) + (panels[index].note.isEmpty ? 0 : 1) : idealRows
      return Part(
        minimum: min(leastRows, rows), ideal: rows, priority: -index, growth: numbers ? 0 : 1)
    }
    var left = 0
    for (panel, place) in zip(panels, Layout.rows(parts, in: area)) {
      guard let place else {
        left += 1
        continue
      }
      panel.draw(on: &canvas, in: place, scale: scale, gutter: gutter)
    }
    return left
  }
}
