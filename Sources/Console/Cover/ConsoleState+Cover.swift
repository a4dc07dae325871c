package import Clinical
import Grading
import Terminal

extension ConsoleState {
  /// The time by which a screen is covered: a replay's own may run or stand.
  package var worldTime: Instant { replay == nil ? now : replayReal ?? now }

  /// A person did something, though not on this screen.
  package mutating func stayAwake() { cover.touch(at: worldTime) }

  /// Covers the screen when nobody has touched it for long enough.
  mutating func coverIfDue() {
    guard cover.isDue(at: worldTime) else { return }
    cover.isOn = true
    // What was being typed there is nobody's business now. A message is not drawn on the cover; that
    // something failed must still be told to whoever comes back.
    station.asking = nil
    if message?.weight != .failure { message = nil }
  }

  /// A key, a click, a command: the first one on a covered screen shows it again and does nothing
  /// else. A station with several people is then the process's own login again.
  ///
  /// - Returns: `nil` where the screen was not covered.
  mutating func touchCover() -> [Effect]? {
    cover.touch(at: worldTime)
    guard cover.isOn else { return nil }
    cover.isOn = false
    guard let own = station.own, own.login != entry.user?.login else { return [] }
    return returnToOwn()
  }

  /// Beds, grades and the clock, and nothing by which anybody is known.
  func coverScreen() -> ScreenDescription {
    let rows = WardOrder.urgency.sorted(
      ward.patients.values.map { WardRow($0, at: now) }.filter(\.isInHouse))
    let table = Table(
      columns: [
        TableColumn(title: FittedText(words(.columnBed)), priority: 80),
        TableColumn(title: FittedText(words(.columnCRS)), priority: 100),
        TableColumn(title: FittedText(words(.columnICANS)), priority: 99),
      ],
      rows: rows.map { row in
        TableRow(
          id: "covered:" + row.id.text,
          [
            FittedText(row.summary.bed ?? "-"), gradeText(row.crs, row.crsTrend),
            gradeText(row.icans, row.icansTrend),
          ])
      }, selected: nil)
    let grades = Group(
      id: "covered", title: FittedText([]), content: .table(table), frame: .none, priority: 90,
      leastRows: 1, growth: 1)
    return ScreenDescription(
      title: titleLine(
        path: [FittedText(words(.productName)), FittedText(words(PeopleWord.covered))],
        isCovered: true),
      body: .rows(coveredAlerts().map { .group($0) } + [.group(grades)]),
      message: FittedText(words(PeopleWord.coveredHelp), .notice),
      essence: (coveredAlertText.isEmpty ? [] : [FittedText(coveredAlertText)])
        + rows.map { row in
          let bed = StyledText((row.summary.bed ?? "-") + " ", .strong)
          let crs = gradeText(row.crs, at: now)
          let icans = gradeText(row.icans, at: now)
          return FittedText([
            bed + "CRS " + crs + " ICANS " + icans, bed + crs + StyledText("/", .dim) + icans, crs,
          ])
        })
  }

  /// The place for the highest alerts, by bed alone: no name, no value. Above the grades, so that
  /// a low window shows these first.
  func coveredAlerts() -> [Group] {
    let text = coveredAlertText
    guard !text.isEmpty else { return [] }
    return [
      Group(
        id: "coveredAlerts", title: FittedText([]), content: .text([text]), frame: .none,
        priority: 100, leastRows: 1)
    ]
  }

  // Empty where no highest alert stands unacknowledged.
  private var coveredAlertText: StyledText {
    // Not known is not calm.
    guard alerts.isLoaded else { return StyledText(words.alert(.loading), .notice) }
    let beds = ward.standing.compactMap { ward.patients[$0] }.map { $0.summary.bed ?? "-" }
    guard !beds.isEmpty else { return StyledText() }
    return StyledText("*** " + beds.sorted().joined(separator: " "), .alert1)
  }
}
