import Clinical
import Grading
import Terminal

extension ConsoleState {
  static let trendGutter = 9

  /// The rows that a plot needs to be one: what it says above it, and two of dots.
  private static let plotRows = 3

  /// Times and lanes, plots under them on the same axis, and what stands at the moment that is looked
  /// at.
  func trendsPart(_ view: PatientView, size: Size, besides rows: Int) -> [Arrangement] {
    let open = view.open
    let course = trendCourse(open)
    let usesCAPD = view.usesCAPD
    let panels = shownPanels(course, usesCAPD: usesCAPD)
    guard let chosen = chosenPanel(among: panels) else {
      let word: TrendWord =
        course.vitals.isEmpty && course.labs.isEmpty ? .noPanel : .allHidden
      return [
        .group(
          Group(
            id: "trends", title: FittedText([]), content: .text([StyledText(words(word), .dim)]),
            frame: .none, priority: 90, leastRows: 1, growth: 1))
      ]
    }
    let cells = max(1, size.width - Self.trendGutter)
    let grid = TrendGrid(trends.zoom, cells: cells)
    let scale = trendScale(course.axis, shown: view.moment, grid)
    let other = comparedCourse(beside: course)
    var plots = trendPlots(
      open, course, usesCAPD: usesCAPD,
      summary: view.moment == course.end ? view.summary : nil, other: other)
    plots.chosen = chosen
    plots.window = scale.start..<(scale.start + scale.perCell * Double(cells))
    let lanes = TrendLanes(
      course: course, changes: open.record.course.changes(through: course.end), scale: scale,
      zoom: trends.zoom, cells: cells, words: words, cursor: open.moment,
      length: grid.length, coveredFrom: coveredFrom)
    var strip = lanes.strip(gutter: Self.trendGutter)
    // In a low window a plot and one lane of each are worth more than all lanes.
    let isLow = size.height < 14
    if isLow { strip.lanes = Array(strip.lanes.prefix(1)) }
    if let other, let record = trends.compared {
      let besides = TrendLanes(
        course: other, changes: record.course.changes(through: other.end), scale: scale,
        zoom: trends.zoom, cells: cells, words: words, cursor: nil, length: grid.length
      ).besides()
      // Each under the same of the patient in front.
      strip.lanes.insert(besides.crs, at: 1)
      if !isLow {
        strip.lanes.insert(besides.icans, at: 3)
        strip.lanes.append(besides.given)
      }
    }
    let readoutRows = size.height >= 34 ? 4 : size.height >= 20 ? 3 : 1
    let room = size.height - rows - strip.idealHeight - readoutRows - (size.height >= 30 ? 1 : 0)
    let count = max(1, room / (size.height >= 18 ? Self.plotRows : 2))
    let page = (panels.firstIndex(of: chosen) ?? 0) / count
    let first = page * count
    let shown = Array(panels.dropFirst(first).prefix(count))
    let drawn = shown.compactMap { plots.panel($0) }
    let stack = PlotStack(
      drawn, scale: scale, gutter: Self.trendGutter, leastRows: size.height >= 18 ? 2 : 1,
      idealRows: Self.plotRows)
    let readout = TrendReadout(
      plots: plots, shown: shown, chosen: chosen, moment: view.moment, isNow: open.moment == nil,
      words: words)
    let plain =
      readout.plainLanes + readout.otherPlainLanes
      + panels.compactMap { id in
        plots.panel(id).map { $0.title.full + ": " + $0.note.full }
      }
    var groups: [Arrangement] = [
      .group(
        Group(
          id: "trends", title: FittedText([]), content: .trends(strip, stack), frame: .none,
          priority: 90, leastRows: 2, growth: 1, plain: plain)),
      .group(
        Group(
          id: "readout", title: FittedText(readout.title),
          note: FittedText(placeText(panels, first, shown.count)),
          content: .facts(readout.facts), frame: isLow ? .none : .rule, priority: 80,
          leastRows: max(1, readoutRows - 1), plain: readout.plain)),
    ]
    if !isLow {
      groups.append(
        .group(
          Group(
            id: "signs", title: FittedText([]),
            content: .line(legend(plots, drawn, strip)), frame: .none, priority: 10, leastRows: 1)))
    }
    return groups
  }

  /// The axis in `cells` cells; the usual course begins with a whole day, as its own screen does.
  func trendScale(_ axis: DayAxis, shown: Instant, _ grid: TrendGrid) -> ColumnScale {
    let left = trends.left ?? trends.zoom.left(showing: axis.x(shown), from: nil)
    // Whole stretches, so that none at the edge is cut to touch its neighbour.
    let shift = grid.length >= 7 ? 1.0 : 0
    let start = ((left - shift) / grid.length + 1e-9).rounded(.down) * grid.length + shift
    return ColumnScale(start: start, perCell: grid.perCell) ?? .days
  }

  // Which of the plots stand there, and how many have no value.
  private func placeText(_ panels: [TrendPanelID], _ first: Int, _ count: Int) -> [StyledText] {
    var parts: [StyledText] = []
    let zoom = words(trends.zoom.word)
    if count < panels.count {
      parts.append(
        StyledText("\(first + 1)-\(min(panels.count, first + count))/\(panels.count) ▴▾", .label))
    }
    let hidden = trends.preference.panels().filter { !panels.contains($0) }.count
    return [
      .joined(
        parts + [StyledText(zoom, .dim)]
          + (hidden > 0 ? [StyledText(words(.moreBelow, "\(hidden)"), .dim)] : [])),
      .joined(parts + [StyledText(zoom, .dim)]), .joined(parts),
    ]
  }

  /// What the letters and signs mean, those that occur.
  private func legend(
    _ plots: TrendPlots, _ drawn: [PlotPanel], _ strip: AxisStrip
  ) -> [Terminal.Fact] {
    var entries: [TrendWord] = []
    let flags = Set(drawn.flatMap(\.flags).map(\.sign))
    let kinds = Set((plots.course.treatments + (plots.other?.treatments ?? [])).map(\.kind))
    for (kind, word) in [
      (TrendTreatment.Kind.tocilizumab, TrendWord.legendT), (.corticosteroid, .legendD),
      (.vasopressor, .legendN), (.antipyretic, .legendP), (.otherAnticytokine, .legendA),
      (.infusion, .legendI), (.lymphodepletion, .legendL),
    ] where kinds.contains(kind) { entries.append(word) }
    if flags.contains("B") { entries.append(.legendBaseline) }
    if flags.contains("C") { entries.append(.legendPeak) }
    if flags.contains("Q") { entries.append(.legendLast) }
    if drawn.contains(where: { panel in
      panel.series.contains { $0.points.contains { $0.kind == .below || $0.kind == .above } }
    }) {
      entries.append(.legendCensored)
    }
    if !plots.course.oxygen.isEmpty { entries.append(.legendOxygen) }
    return entries.enumerated().map {
      Terminal.Fact(FittedText([]), FittedText(words($1), .dim), priority: -$0)
    }
  }
}
