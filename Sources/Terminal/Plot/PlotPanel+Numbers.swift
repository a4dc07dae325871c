extension PlotPanel {
  /// The numbers themselves, a row a series: as many columns as fit, in each the kept value of
  /// its stretch of time, `-` where nothing was measured.
  func drawNumbers(on canvas: inout Canvas, in field: Rect, _ scale: ColumnScale) {
    for (index, series) in series.prefix(field.height).enumerated() {
      let longest =
        series.points.map { DecimalText.text($0.y, decimals: decimals).count }.max() ?? 1
      // A sign before an unquantified value, and a space after each.
      let pitch = longest + 2
      let cells = field.width / pitch
      guard cells > 0,
        let wide = ColumnScale(start: scale.start, perCell: scale.perCell * Double(pitch))
      else { continue }
      let bins = PlotBins(series, on: wide, parts: 1, cells: cells)
      let worst = Self.worst(bins, series.keep, cells: cells)
      let texts = worst.map { $0.map { text($0, series.role) } }
      let first = series.points.first?.x ?? .infinity
      let end = now ?? series.points.last?.x ?? -.infinity
      for column in 0..<cells {
        let moments = wide.moments(ofCell: column)
        let passed = moments.lowerBound <= end && moments.upperBound > first
        guard let text = texts[column] ?? (passed ? StyledText("-", .missing) : nil) else {
          continue
        }
        canvas.write(text, x: field.x + column * pitch, y: field.y + index, in: field)
      }
    }
  }

  /// What stands for a stretch of time: its extreme, and what is not settled about it.
  private struct Worst {
    var value: Double
    var kind: PlotPoint.Kind
    var isOut = false
    /// A score with items left out is among them, which may be lower than any of them.
    var isUnsettled = false
  }

  // By the kept side alone, in whatever order they came. A bound on that side lies beyond its number
  // and wins against the same number measured; one on the other side loses.
  private static func worst(_ bins: PlotBins, _ keep: Extreme, cells: Int) -> [Worst?] {
    func rank(_ kind: PlotPoint.Kind) -> Int {
      switch kind {
      case .above: keep == .maximum ? 2 : -1
      case .below: keep == .minimum ? 2 : -1
      case .open: 1
      case .measured: 0
      }
    }
    var columns = [Worst?](repeating: nil, count: cells)
    func take(_ new: Worst, _ column: Int) {
      guard var kept = columns[column] else {
        columns[column] = new
        return
      }
      let isFurther =
        kept.value == new.value
        ? rank(new.kind) > rank(kept.kind) : keep.prefers(new.value, to: kept.value)
      let isUnsettled = kept.isUnsettled || new.isUnsettled
      if isFurther { kept = new }
      kept.isUnsettled = isUnsettled
      columns[column] = kept
    }
    for bin in bins.bins {
      take(Worst(value: bin.value, kind: .measured, isOut: bin.isOut), bin.column)
    }
    for (column, point) in bins.censored {
      let isUnsettled = point.kind == .open && keep == .minimum
      take(Worst(value: point.y, kind: point.kind, isUnsettled: isUnsettled), column)
    }
    return columns
  }

  private func text(_ worst: Worst, _ role: Role) -> StyledText {
    let number = DecimalText.text(worst.value, decimals: decimals)
    switch worst.kind {
    case .below: return StyledText("<" + number, .censored)
    case .above: return StyledText(">" + number, .censored)
    case .open: return StyledText("?" + number, .censored)
    case .measured:
      let sign = worst.isUnsettled ? "?" : ""
      return StyledText(sign + number, worst.isOut ? .seriesOut : role)
    }
  }
}

/// Numbers in plots as text, without the help of a locale.
package enum DecimalText {
  /// The value with so many decimals, rounded half away from zero.
  package static func text(_ value: Double, decimals: Int) -> String {
    var factor = 1.0
    for _ in 0..<min(9, max(0, decimals)) { factor *= 10 }
    let scaled = (abs(value) * factor).rounded()
    guard scaled.isFinite, scaled < 9e15 else { return "\(value)" }
    let digits = String(Int(scaled))
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}

extension DecimalText {
  /// The value with as many decimals as it needs, three at most.
  package static func shortest(_ value: Double) -> String {
    for decimals in 0..<3 {
      let factor = [1.0, 10, 100][decimals]
      if (value * factor).rounded() == value * factor { return text(value, decimals: decimals) }
    }
    return text(value, decimals: 3)
  }
}
