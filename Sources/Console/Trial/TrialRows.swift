import Outcomes
import Terminal

/// Figures that are a line a patient: courses, grades by day, peaks.
extension ConsoleState {
  /// One bar a patient, from the infusion to the last time seen, with a letter for what happened.
  func swimmer(_ table: OutcomeTable, size: Size) -> [Arrangement] {
    let marks = trial.table("milestones")
    let width = max(10, size.width - 28)
    var last = 1
    var byPatient: [String: [(day: Int, what: String)]] = [:]
    for row in marks?.rows.indices ?? 0..<0 {
      guard let patient = marks?.cell("patient", row)?.text,
        let day = marks?.cell("day", row)?.text.flatMap({ Int($0) }),
        let what = marks?.cell("what", row)?.text
      else { continue }
      last = max(last, day)
      byPatient[patient, default: []].append((day, what))
    }
    let perCell = Double(last + 1) / Double(width)
    let rows = trial.lines.enumerated().map { n, row in
      let patient = table.cell("patient", row)?.text ?? ""
      let followed = table.cell("followUpDays", row)
      let end = followed?.text.flatMap { Int($0) } ?? 0
      var bar = (0..<width).map { Double($0) * perCell <= Double(end) ? "─" : " " }
      // Of several in one cell the gravest is shown, of equal ones the later.
      var weights = [Int](repeating: 0, count: width)
      for mark in byPatient[patient] ?? [] {
        let place = min(width - 1, Int(Double(mark.day) / perCell))
        guard let (letter, weight) = Self.letter(mark.what), weight >= weights[place] else {
          continue
        }
        weights[place] = weight
        bar[place] = letter
      }
      return TableRow(
        id: "line:\(n)",
        [
          FittedText(patient, .strong),
          FittedText(
            StyledText(spans: bar.map { .init($0, $0 == "─" ? .series1 : .mark) })),
          followed.map { Self.text(of: $0) } ?? FittedText(""),
        ])
    }
    let months = NumberText.fixed(Double(last) / Cohort.month, places: 0)
    let figure = Terminal.Table(
      columns: [
        TableColumn(
          title: FittedText(words.trial(.columnPatient)), truncation: .ellipsis, minimum: 7,
          priority: 90),
        TableColumn(title: FittedText(words.trial(.swimmerAxis, months)), priority: 80),
        TableColumn(
          title: FittedText(words.trial(.columnFollowed)), alignment: .right, priority: 70),
      ], rows: rows, selected: trial.row)
    return [.group(lineGroup(figure)), legend(.swimmerLegend)]
  }

  // The sign of what happened, and how much it counts beside others of the same time; `nil` for the
  // infusion, with which every bar begins.
  private static func letter(_ what: String) -> (String, weight: Int)? {
    switch what {
    case "infusion": nil
    case "CR": ("C", 2)
    case "CRi": ("c", 2)
    case "PR": ("P", 2)
    case "NR": ("N", 2)
    case "relapse": ("R", 6)
    case "progression": ("G", 6)
    case "transplant": ("T", 5)
    case "new therapy": ("t", 4)
    case "death": ("D", 7)
    case "lostToFollowUp": ("L", 3)
    case "withdrawn": ("W", 3)
    case "last seen": (">", 1)
    default: ("?", 2)
    }
  }

  /// The worst grade of each day: one sign a day, so that they stand under each other.
  func grades(_ table: OutcomeTable, size: Size) -> [Arrangement] {
    let days = table.columns.filter { $0.key.hasPrefix("day") }
    let pitch = size.width >= 14 + 2 * days.count ? 2 : 1
    let blank = String(repeating: " ", count: pitch - 1)
    let rows = trial.lines.enumerated().map { n, row in
      let cells = days.map { table.cell($0.key, row) ?? .none }
      let spans = cells.map { cell -> StyledText.Span in
        if let text = cell.text { return .init(text + blank, .grade(Int(text))) }
        return cell.reason == "after the cut-off"
          ? .init(" " + blank) : .init("-" + blank, .gradeUnknown)
      }
      let worst = cells.compactMap { $0.text.flatMap { Int($0) } }.max()
      return TableRow(
        id: "line:\(n)",
        [
          Self.text(of: table.cell("patient", row) ?? .none),
          FittedText(worst.map { "\($0)" } ?? "--", .grade(worst)),
          FittedText(StyledText(spans: spans)),
        ])
    }
    // Every fifth day, where its sign stands.
    var heading = ""
    for day in stride(from: 0, to: days.count, by: 5) {
      let label = days[day].heading
      heading += String(repeating: " ", count: max(0, day * pitch - heading.count)) + label
    }
    let scale = trial.showsICANS ? "ICANS" : "CRS"
    let figure = Terminal.Table(
      columns: [
        TableColumn(
          title: FittedText(scale), truncation: .ellipsis, minimum: 7, priority: 90),
        TableColumn(title: FittedText(words.trial(.columnWorst)), priority: 60),
        TableColumn(title: FittedText(heading), priority: 80),
      ], rows: rows, selected: trial.row)
    return [.group(lineGroup(figure)), legend(.gradesLegend)]
  }

  /// The peaks of each grade with a bar from the smallest to the largest on one log axis.
  func cytokineTable(_ table: OutcomeTable, size: Size) -> Terminal.Table {
    var figure = plainTable(table)
    let width = size.width - 92
    guard width >= 12 else { return figure }
    let bar = min(40, width)
    figure.columns.append(TableColumn(title: FittedText(words.trial(.columnPeaks)), priority: 10))
    for (n, row) in trial.lines.enumerated() where figure.rows.indices.contains(n) {
      figure.rows[n].cells.append(FittedText(Self.bar(table, row, width: bar), .series2))
    }
    return figure
  }

  private static func bar(_ table: OutcomeTable, _ row: Int, width: Int) -> String {
    guard let axis = PlotAxis(.logarithmic, from: 1, to: 100_000) else { return "" }
    func place(_ key: String) -> Int? {
      guard case .number(let value, _)? = table.cell(key, row) else { return nil }
      let fraction = axis.fraction(max(1, value)) ?? 0
      return Int((min(1, max(0, fraction)) * Double(width - 1)).rounded())
    }
    guard let low = place("peakMinimum"), let middle = place("peakMedian"),
      let high = place("peakMaximum")
    else { return "" }
    return (0..<width).map { n in
      n == middle ? "◆" : (low...high).contains(n) ? "━" : "┈"
    }.joined()
  }

  private func legend(_ word: TrialWord) -> Arrangement {
    .group(
      Group(
        id: "legend", title: FittedText([]),
        content: .text([StyledText(words.trial(word), .dim)]), frame: .none, priority: 70,
        leastRows: 2))
  }
}
