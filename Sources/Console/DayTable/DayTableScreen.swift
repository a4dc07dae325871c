import Clinical
import Grading
import Terminal

extension ConsoleState {
  /// The table of the day that is looked at.
  func dayTable(_ open: PatientState, usesCAPD: Bool) -> DayTable {
    // A day that has come is shown whole while an earlier moment of it is looked at.
    DayTable(
      trendCourse(open), day: zone.dayNumber(of: open.shown(now)), usesCAPD: usesCAPD, words: words)
  }

  func dayTablePart(_ view: PatientView, size: Size) -> [Arrangement] {
    let open = view.open
    let table = dayTable(open, usesCAPD: view.usesCAPD)
    let time = LocalTime(zone: zone)
    let title = words(
      .tableOf, words.day(view.assessment.day),
      words.weekday(time.weekday(view.moment)) + " " + time.date(view.moment))
    guard !table.isEmpty else {
      return [
        .group(
          Group(
            id: "dayTable", title: FittedText(title),
            content: .text([StyledText(words(TrendWord.noValues), .dim)]), frame: .rule,
            priority: 90, leastRows: 1, growth: 1))
      ]
    }
    let rows = table.rows
    let hasSums = rows.contains { $0.sums != nil }
    let (hours, before, after) = columns(
      table, labels: rows.map { GlyphSet.ascii.width($0.name) }.max() ?? 8, hasSums: hasSums,
      width: size.width, at: view.moment)
    var columns = [
      TableColumn(
        title: FittedText([]), truncation: .ellipsis, minimum: 8, priority: 1000)
    ]
    columns += hours.map {
      TableColumn(title: FittedText(table.hours[$0].name), alignment: .right, priority: 500 - $0)
    }
    if hasSums {
      columns += DayTable.Shift.allCases.map {
        TableColumn(title: FittedText(words($0.word), .label), alignment: .right, priority: 600)
      }
      columns.append(
        TableColumn(title: FittedText(words(TrendWord.wholeDay)), alignment: .right, priority: 601))
    }
    let lines = rows.enumerated().map { index, row in
      var cells = [FittedText(row.name, .label)]
      cells += hours.map { hour in row.cells[hour].map(text) ?? FittedText([]) }
      if hasSums {
        let sums = row.sums
        cells += DayTable.Shift.allCases.map {
          FittedText(sums?.byShift[$0.rawValue]?.text(words) ?? "", .strong)
        }
        cells.append(FittedText(sums?.day.text(words) ?? "", .strong))
      }
      return TableRow(id: "row:\(index)", cells, isChoosable: false)
    }
    let elsewhere = [
      before > 0 ? words(.columnsBefore, "\(before)") : "",
      after > 0 ? words(.columnsAfter, "\(after)") : "",
    ].filter { !$0.isEmpty }.joined(separator: " · ")
    return [
      .group(
        Group(
          id: "dayTable", title: FittedText(title),
          note: FittedText([
            StyledText(elsewhere),
            StyledText(elsewhere.isEmpty ? "" : "◂\(before) ▸\(after)"),
          ]),
          content: .table(
            Table(columns: columns, rows: lines, selected: min(open.line, rows.count - 1))),
          frame: .rule, priority: 90, leastRows: 2, growth: 1)),
      .group(
        Group(
          id: "dayTableSigns", title: FittedText([]),
          content: .text([StyledText(words(TrendWord.severalNote), .dim)]), frame: .none,
          priority: 10, leastRows: 1)),
    ]
  }

  private func text(_ cell: DayTable.Cell) -> FittedText {
    FittedText(
      StyledText(cell.text, cell.isOut ? .valueOut : .value)
        + StyledText(cell.count > 1 ? "+" : "", .notice))
  }

  /// The hours for which there is room: those that hold something, around the moment that is looked
  /// at, and how many of them stand before and after.
  private func columns(
    _ table: DayTable, labels: Int, hasSums: Bool, width: Int, at moment: Instant
  ) -> (hours: [Int], before: Int, after: Int) {
    let filled = table.filled
    func spare(for hour: Int) -> Int {
      1 + (table.rows.compactMap { $0.cells[hour] }.map { text($0).width(in: .ascii) }.max() ?? 2)
    }
    var room = width - 1 - min(labels, max(8, width / 3))
    if hasSums { room -= 4 * 7 }
    let chosen = filled.last { table.hours[$0].start <= moment } ?? filled.first
    guard let chosen, var first = filled.firstIndex(of: chosen) else { return ([], 0, 0) }
    var last = first
    room -= spare(for: chosen)
    // What came before matters more; what is left goes to what came after.
    while first > 0, room >= spare(for: filled[first - 1]) {
      first -= 1
      room -= spare(for: filled[first])
    }
    while last + 1 < filled.count, room >= spare(for: filled[last + 1]) {
      last += 1
      room -= spare(for: filled[last])
    }
    return (Array(filled[first...last]), first, filled.count - 1 - last)
  }

  mutating func moveInDayTable(_ step: Step) {
    guard let open = patient, open.part == .dayTable else { return }
    let count = dayTable(open, usesCAPD: usesCAPD(open)).rows.count
    patient?.line = Self.moved(min(open.line, count - 1), step, count: count)
  }
}

extension DayTable.Shift {
  var word: TrendWord {
    switch self {
    case .night: .shiftNight
    case .day: .shiftDay
    case .evening: .shiftEvening
    }
  }
}
