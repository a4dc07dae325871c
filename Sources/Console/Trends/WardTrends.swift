import Clinical
import Grading
import Terminal

extension ConsoleState {
  /// The ward as rows of small plots, or its usual lines again.
  mutating func openWardTrends() -> [Effect] {
    guard screen == .ward else { return [] }
    ward.showsTrends.toggle()
    guard ward.showsTrends else { return [] }
    return [.loadTrends(ward.listing(at: now).rows.map(\.id))] + askForPreference()
  }

  /// Courses that were asked for, or that grew.
  mutating func take(trends courses: [PatientID: TrendCourse]) {
    trends.ward.merge(courses) { _, new in new }
  }

  mutating func performOnWardTrends(_ id: String) -> [Effect] {
    if id == "trends.variables" {
      trends.wardShowsCytokines.toggle()
      message = Message(words(.zoomIs, words(trends.wardZoom.word)))
      return []
    }
    let zoom =
      switch id {
      case "trends.closer": trends.wardZoom.closer
      case "trends.wider": trends.wardZoom.wider
      default: trends.wardZoom
      }
    guard ["trends.closer", "trends.wider"].contains(id) else { return [] }
    // Beyond the usual course a row of text holds no more than a week a cell.
    guard zoom != trends.wardZoom, zoom.rawValue <= TrendZoom.course.rawValue else {
      message = Message(words(zoom == .sixHours ? TrendWord.zoomLeast : .zoomIs, words(zoom.word)))
      return []
    }
    trends.wardZoom = zoom
    message = Message(words(.zoomIs, words(zoom.word)))
    return []
  }

  /// What to ask for anew when something came into the record while the ward's courses stand there.
  func trendsAnew(_ events: [Event]) -> [Effect] {
    guard ward.showsTrends else { return [] }
    let ids = Set(events.compactMap(\.patient)).filter { trends.ward[$0] != nil }
    return ids.isEmpty ? [] : [.loadTrends(ids.sorted())]
  }

  /// The lines of the ward with a small plot for each vital sign in the place of its value.
  func wardTrendsTable(
    _ listing: WardState.Listing, chosen: WardRow?, _ size: Size, _ glyphs: GlyphSet
  )
    -> Group
  {
    // The four cytokines together, for one of them alone may look calm: in a narrow window their
    // values and ages without plots.
    let variables =
      trends.wardShowsCytokines
      ? WardTrendVariable.cytokines[...]
      : WardTrendVariable.vitals.prefix(
        size.width >= 150 ? 4 : size.width >= 110 ? 3 : size.width >= 78 ? 2 : 1)
    // What names the patient and the grades take, and beside each row of bars its last value.
    let fixed = size.width >= 60 ? 46 : 30
    let room = (size.width - fixed) / variables.count - 7
    let cells = trends.wardShowsCytokines ? (room >= 8 ? room - 4 : 0) : max(4, room)
    var columns = [
      TableColumn(title: FittedText(words(.columnBed)), priority: 900),
      TableColumn(
        title: FittedText(words(.columnPatient)), truncation: .ellipsis, minimum: 6, priority: 890),
      TableColumn(title: FittedText(words(.columnNumber)), priority: 880),
      TableColumn(title: FittedText(words(.columnCRS)), priority: 870),
      TableColumn(
        title: FittedText([StyledText(words(.columnICANS)), StyledText(words(.columnICANSShort))]),
        priority: 860),
    ]
    for (index, variable) in variables.enumerated() {
      columns.append(
        TableColumn(
          title: variable.titles(words), truncation: .whole, priority: 800 - index))
    }
    let rows = listing.rows.map { row -> TableRow in
      let name = name(row.summary, row.id, glyphs)
      let number = row.summary.hospitalNumber ?? row.id.text
      var texts: [FittedText] = [
        FittedText(row.summary.bed ?? "-", .strong), FittedText(name),
        FittedText([StyledText(number, .dim), StyledText("…" + number.suffix(4), .dim)]),
        gradeText(row.crs, row.crsTrend),
        gradeText(row.icans, row.icansTrend),
      ]
      for variable in variables {
        texts.append(wardTrend(variable, of: row, cells: cells))
      }
      return TableRow(id: row.id.text, texts)
    }
    return Group(
      id: "ward", title: FittedText(words(.wardTrendsNote, words(trends.wardZoom.word))),
      content: .table(
        Table(
          columns: columns, rows: rows, selected: listing.rows.firstIndex { $0.id == chosen?.id },
          marked: 0..<3)),
      frame: .rule, priority: 100, leastRows: 2, growth: 1,
      plain: listing.rows.map { row in
        plainWardTrend(
          row,
          variables: trends.wardShowsCytokines
            ? WardTrendVariable.cytokines : WardTrendVariable.vitals)
      })
  }

  private func wardTrend(
    _ variable: WardTrendVariable, of row: WardRow, cells: Int
  ) -> FittedText {
    guard let course = trends.ward[row.id] else {
      return FittedText(words(.loading), .dim)
    }
    let readings = variable.readings(course)
    let end = course.axis.x(now)
    let start = end - trends.wardZoom.days
    guard let last = readings.last, let axis = variable.axis,
      let scale = ColumnScale(start: start, perCell: trends.wardZoom.days / Double(max(1, cells)))
    else { return FittedText("-", .missing) }
    let value = StyledText(
      last.text, last.isOut ? .valueOut : last.comparator == nil ? .value : .censored)
    let age = StyledText(" " + words.shortAge(now - last.at), .dim)
    guard cells > 0 else { return FittedText([value + age, value]) }
    let line = Sparkline(
      PlotSeries(points: readings.map(\.point), keep: variable.keep, gap: variable.gap), axis: axis,
      // The present moment stands in the last cell.
      scale: ColumnScale(start: scale.start + scale.perCell * 0.001, perCell: scale.perCell)
        ?? scale, cells: cells
    ).text
    let text = trends.drawn == .numbers ? wardExtremes(readings, variable, from: start) : line
    let pad = String(repeating: " ", count: max(0, variable.widest - last.text.count))
    let plotted = text + StyledText(" " + pad) + value
    // A cytokine is taken a few times a week: its age belongs to it.
    let dated = trends.wardShowsCytokines ? [plotted + age] : []
    return FittedText(dated + [plotted, value + age, value])
  }

  // In words, where nothing is drawn: the last value, and the worst of the stretch.
  private func wardExtremes(
    _ readings: [TrendReading], _ variable: WardTrendVariable, from start: Double
  ) -> StyledText {
    let shown = readings.filter { $0.x >= start }
    guard var worst = shown.first else { return StyledText("-", .missing) }
    for reading in shown.dropFirst() {
      let isWorse =
        variable.keep == .maximum ? worst.number < reading.number : reading.number < worst.number
      // A bound on the worse side counts more than the same number measured.
      let isBeyond =
        switch reading.comparator {
        case .greater?, .greaterOrEqual?: variable.keep == .maximum
        case .less?, .lessOrEqual?: variable.keep == .minimum
        case nil: false
        }
      if isWorse || worst.number == reading.number && isBeyond { worst = reading }
    }
    let word: TrendWord = variable.keep == .maximum ? .highest : .lowest
    return StyledText(words(word, worst.text, ""), .dim)
  }

  private func plainWardTrend(_ row: WardRow, variables: [WardTrendVariable]) -> StyledText {
    let who = [row.summary.bed, row.summary.name, row.summary.hospitalNumber ?? row.id.text]
      .compactMap { $0 }.joined(separator: " ")
    guard let course = trends.ward[row.id] else {
      return StyledText(who + ": " + words(.loading))
    }
    let start = course.axis.x(now) - trends.wardZoom.days
    let texts = variables.map { variable -> String in
      let readings = variable.readings(course)
      guard let last = readings.last else {
        return words(variable.title) + " " + words(.plainNotAssessed)
      }
      return words(variable.title) + " " + last.text + " " + words.age(now - last.at) + " "
        + wardExtremes(readings, variable, from: start).plain
    }
    return StyledText(who + ": " + texts.joined(separator: "; "))
  }
}
