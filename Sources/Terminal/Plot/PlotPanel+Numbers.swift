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
      var texts = [StyledText?](repeating: nil, count: cells)
      for (column, point) in bins.censored {
        let sign =
          switch point.kind {
          case .below: "<"
          case .above: ">"
          case .open, .measured: "?"
          }
        texts[column] = StyledText(sign + DecimalText.text(point.y, decimals: decimals), .censored)
      }
      for bin in bins.bins {
        // An unquantified value above counts more than a measured one beside it.
        if series.keep == .maximum, texts[bin.column]?.plain.first == ">" { continue }
        texts[bin.column] = StyledText(
          DecimalText.text(bin.value, decimals: decimals), bin.isOut ? .seriesOut : series.role)
      }
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
