import Outcomes
import Terminal

/// Figures with an axis: survival curves and expansion.
extension ConsoleState {
  private static let gutter = 11

  /// The chosen curve with its numbers at risk, above all analyses.
  func survival(_ table: OutcomeTable, size: Size, _ glyphs: GlyphSet) -> [Arrangement] {
    var parts: [Arrangement] = []
    if let row = trial.chosen, let name = table.cell("analysis", row)?.text {
      let months = Double(OutcomeReport.riskMonths.last ?? 24) + 2
      let field = max(10, size.width - Self.gutter)
      if let scale = ColumnScale(start: 0, perCell: months / Double(field)),
        let panel = curve(name, table, row)
      {
        parts.append(
          .group(
            Group(
              id: "curve", title: FittedText(name),
              content: .plots(
                PlotStack([panel], scale: scale, gutter: Self.gutter, leastRows: 4, idealRows: 9)),
              frame: .rule, priority: 80, leastRows: 4, growth: 3,
              plain: [panel.title.full + ": " + panel.note.full])))
        parts.append(.group(atRisk(name, scale, field, glyphs)))
      }
    }
    return parts + [.group(lineGroup(plainTable(table), least: 2))]
  }

  private func curve(_ name: String, _ table: OutcomeTable, _ row: Int) -> PlotPanel? {
    guard let curves = trial.table("survival-curves"),
      let axis = PlotAxis(
        from: 0, to: 1,
        ticks: [PlotAxis.Tick(0, "0"), PlotAxis.Tick(0.5, "50 %"), PlotAxis.Tick(1, "100 %")])
    else { return nil }
    var points = [PlotPoint(x: 0, y: 1)]
    var bounds: [String: [PlotPoint]] = ["lower": [], "upper": []]
    for line in curves.rows.indices where curves.cell("analysis", line)?.text == name {
      guard case .number(let month, _)? = curves.cell("months", line) else { continue }
      if case .number(let value, _)? = curves.cell("survival", line) {
        points.append(PlotPoint(x: month, y: value))
      }
      for key in bounds.keys {
        if case .number(let value, _)? = curves.cell(key, line) {
          bounds[key]?.append(PlotPoint(x: month, y: value))
        }
      }
    }
    func text(_ key: String) -> String { table.cell(key, row)?.text ?? "--" }
    let note = words.trial(
      .curveNote, text("events"), text("n"), text("median"), text("medianLower"),
      text("medianUpper"))
    let limits = ["lower", "upper"].map { key in
      PlotSeries(points: bounds[key] ?? [], shape: .steps, gap: .infinity, role: .limit)
    }
    return PlotPanel(
      title: FittedText("S(t)"), axis: axis,
      series: [
        PlotSeries(points: points, shape: .steps, keep: .minimum, gap: .infinity, role: .series1)
      ] + limits, note: FittedText(note, .value), decimals: 2)
  }

  // Under the curve, each number where its month is.
  private func atRisk(
    _ name: String, _ scale: ColumnScale, _ field: Int, _ glyphs: GlyphSet
  ) -> Group {
    let table = trial.table("numbers-at-risk")
    let row = table?.rows.indices.first { table?.cell("analysis", $0)?.text == name }
    func line(_ label: String, _ text: (Int) -> String?) -> StyledText {
      var cells = ""
      for month in OutcomeReport.riskMonths {
        guard let text = text(month), let column = scale.column(Double(month), cells: field),
          column >= cells.count + (cells.isEmpty ? 0 : 1)
        else { continue }
        cells += String(repeating: " ", count: column - cells.count) + text
      }
      let space = String(repeating: " ", count: max(1, Self.gutter - glyphs.width(label)))
      return StyledText(label + space, .label) + StyledText(cells, .value)
    }
    return Group(
      id: "at-risk", title: FittedText([]),
      content: .text([
        line(words.trial(.months)) { "\($0)" },
        line(words.trial(.atRisk)) { month in
          row.flatMap { table?.cell("month\(month)", $0)?.text }
        },
      ]), frame: .none, priority: 79, leastRows: 2)
  }

  /// The copies of all patients on one log axis, the chosen one's apart.
  func expansion(_ table: OutcomeTable, size: Size) -> [Arrangement] {
    let chosen = trial.chosen.flatMap { table.cell("patient", $0)?.text }
    let variable = trial.chosen.flatMap { table.cell("variable", $0)?.text }
    var byPatient: [String: [PlotPoint]] = [:]
    let samples = trial.table("samples")
    for row in samples?.rows.indices ?? 0..<0
    where samples?.cell("variable", row)?.text == variable {
      guard let patient = samples?.cell("patient", row)?.text,
        case .number(let day, _)? = samples?.cell("time", row), day >= 0,
        case .number(let value, _)? = samples?.cell("value", row)
      else { continue }
      let kind: PlotPoint.Kind =
        switch samples?.cell("comparator", row)?.text {
        case "<": .below
        case ">": .above
        default: .measured
        }
      byPatient[patient, default: []].append(PlotPoint(x: day, y: value, kind: kind))
    }
    let others = byPatient.keys.sorted().filter { $0 != chosen }
    let series =
      others.map { PlotSeries(points: byPatient[$0] ?? [], gap: .infinity, role: .axis) }
      + [
        PlotSeries(points: chosen.flatMap { byPatient[$0] } ?? [], gap: .infinity, role: .series2)
      ]
    let field = max(10, size.width - Self.gutter)
    var parts: [Arrangement] = []
    if let axis = PlotAxis(
      .logarithmic, from: 10, to: 1_000_000,
      ticks: [
        PlotAxis.Tick(100, "100"), PlotAxis.Tick(10_000, "1e4"), PlotAxis.Tick(1_000_000, "1e6"),
      ]), let scale = ColumnScale(start: 0, perCell: 95 / Double(field))
    {
      let panel = PlotPanel(
        title: FittedText(words.trial(.expansionTitle)), axis: axis, series: series, decimals: 0)
      parts.append(
        .group(
          Group(
            id: "expansion",
            title: FittedText(variable ?? ""),
            note: FittedText(words.trial(.expansionNote, chosen ?? "")),
            content: .plots(
              PlotStack([panel], scale: scale, gutter: Self.gutter, leastRows: 4, idealRows: 10)),
            frame: .rule, priority: 80, leastRows: 4, growth: 3, plain: [])))
    }
    return parts + [.group(lineGroup(plainTable(table, hidden: ["variable"]), least: 3))]
  }
}
