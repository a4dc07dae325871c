import Clinical
import Surveillance
import Terminal

extension ConsoleState {
  /// Counts at the head of the ward: lines by priority, and who is late.
  var alertCounts: [StyledText] {
    guard alerts.isLoaded else { return [StyledText(words.alert(.loading), .notice)] }
    let house = alerts.rows.filter { alerts.looks[$0.key]?.isInHouse == true }.values
    let lines = house.flatMap(\.lines)
    var counts = AlertPriority.allCases.sorted(by: >).map { priority in
      let count = lines.count { $0.priority == priority }
      return StyledText(
        "\(priority.mark) \(count)", count > 0 ? AlertPhrase.role(priority) : .dim)
    }
    let late = house.count { $0.next.map { $0.level(at: now) != .upcoming } ?? false }
    counts.append(StyledText(words.alert(.late, "\(late)"), late > 0 ? .due : .dim))
    return counts
  }

  /// Mark, top alert and next observation of a line of the ward.
  func alertCells(_ id: PatientID) -> (mark: FittedText, text: FittedText, next: FittedText) {
    guard let row = alerts.rows[id] else {
      guard unreadable[id] != nil else { return (FittedText([]), FittedText([]), FittedText([])) }
      let text = FittedText(words(.unreadableRecord), .failure)
      return (FittedText("!", .failure), text, FittedText([]))
    }
    let mark = row.priority.map { priority in
      let isQuiet = !row.lines.contains { $0.isUnacknowledged && $0.priority == priority }
      return FittedText(AlertPhrase.mark(priority, isQuiet: isQuiet))
    }
    return (
      mark ?? FittedText([]), row.top.map { FittedText(phrase.text($0)) } ?? FittedText([]),
      row.next.map { phrase.when($0) } ?? FittedText([])
    )
  }

  /// The highest alert that nobody has acknowledged, of anybody in house: the first of all lists.
  var highestAlert: (line: AlertLine, patient: PatientID)? {
    let rows = alerts.rows.filter { alerts.looks[$0.key]?.isInHouse == true }
    let first = rows.compactMap { id, row in
      row.lines.first { $0.isUnacknowledged }.map { (line: $0, patient: id) }
    }.min { Alert.precedes($0.line.leading, $1.line.leading) }
    return first.flatMap { $0.line.priority == .highest ? $0 : nil }
  }

  /// The highest alert in one line, from everything down to a star.
  func alertLine(_ line: AlertLine, of id: PatientID, grades: StyledText) -> FittedText {
    let bed = ward.patients[id]?.summary.bed ?? id.text
    let mark = AlertPhrase.mark(line.leading)
    let place = StyledText(bed, .strong)
    let state = phrase.state(line.leading).full
    let title = StyledText(phrase.title(line))
    var forms: [StyledText] = [
      .joined([mark, place, grades, StyledText(phrase.says(line)), state], separator: " ")
    ]
    forms += phrase.cuts(phrase.says(line), phrase.title(line)).map {
      .joined([mark, place, StyledText($0)], separator: " ")
    }
    let room = title.plain
    for length in [12, 8, 5, 3] where room.count > length {
      forms.append(
        .joined([mark, place, StyledText(room.prefix(length) + "…")], separator: " "))
    }
    forms += [
      .joined([mark, place], separator: " "), mark + place, mark, StyledText("*", .alert1),
    ]
    return FittedText(forms)
  }

  /// The highest alert above everything, where no block of alerts has room.
  func alertBanner() -> Group? {
    guard let highest = highestAlert else { return nil }
    return Group(
      id: "highest", title: FittedText([]),
      content: .table(
        Table(
          columns: [TableColumn(title: FittedText([]), truncation: .ellipsis, growth: 1)],
          rows: [
            TableRow(
              id: highest.patient.text,
              [alertLine(highest.line, of: highest.patient, grades: StyledText())])
          ])),
      frame: .none, priority: 110, leastRows: 1)
  }

  /// The top alerts of the ward.
  func alertBlock() -> Group {
    let rows = alerts.rows.filter { alerts.looks[$0.key]?.isInHouse == true }
    let lines = rows.flatMap { id, row in row.lines.map { (id, $0) } }
      .sorted { Alert.precedes($0.1.leading, $1.1.leading) }
    let cells = lines.flatMap { id, line in
      let leading = line.leading
      let call = phrase.call(leading)
      let row = TableRow(
        id: "alert:\(leading.id)",
        [
          FittedText(AlertPhrase.mark(line.priority, isQuiet: !line.isUnacknowledged)),
          phrase.time(leading.reRaised ?? leading.raised),
          FittedText(ward.patients[id]?.summary.bed ?? id.text, .strong),
          FittedText(phrase.text(line)),
          call == nil ? phrase.state(leading) : phrase.waited(leading),
        ])
      guard let call else { return [row] }
      // Who is called next stands under it, whole.
      return [
        row,
        TableRow(id: row.id, [FittedText([]), FittedText([]), FittedText([]), call]),
      ]
    }
    let key = Command.named("alerts.acknowledge").flatMap { keymap.keys(of: $0).first?.name }
    return Group(
      id: "alerts",
      title: FittedText(
        (alerts.isLoaded
          ? [
            words.alert(.alertsTitle, "\(lines.count)") + ", " + words(.notAlarm),
            words.alert(.alertsTitle, "\(lines.count)"),
          ] : [words.alert(.loading)]).map { StyledText($0) }),
      note: FittedText([
        StyledText(words.alert(.acknowledgeKey, key ?? "-"), .dim), StyledText(),
      ]),
      content: cells.isEmpty
        ? .text([StyledText(words.alert(alerts.isLoaded ? .none : .loading), .dim)])
        : .table(
          Table(
            columns: [
              TableColumn(title: FittedText([]), priority: 5),
              TableColumn(title: FittedText([]), priority: 1),
              TableColumn(title: FittedText([]), priority: 4),
              TableColumn(
                title: FittedText([]), truncation: .ellipsis, minimum: 14, priority: 3, growth: 1),
              TableColumn(title: FittedText([]), alignment: .right, priority: 2),
            ], rows: cells)),
      priority: 30, leastRows: 3, growth: 1, width: .filling(minimum: 30))
  }

  /// What is due on the ward, the latest first.
  func dueBlock() -> Group? {
    let due = houseLooks.flatMap { look in look.due.map { (look.patient, $0) } }
      .filter { $0.1.due <= now + .hours(2) }.sorted { $0.1.due < $1.1.due }
    guard !due.isEmpty else { return nil }
    let rows = due.map { id, item in
      TableRow(
        id: "due:\(id.text):\(item.what.rawValue)",
        [
          phrase.when(item), FittedText(ward.patients[id]?.summary.bed ?? id.text, .strong),
          FittedText(phrase.name(item.what)), FittedText(phrase.why(item), .dim),
        ])
    }
    return Group(
      id: "due", title: FittedText(words.alert(.dueTitle)),
      content: .table(
        Table(
          columns: [
            TableColumn(title: FittedText([]), alignment: .right, priority: 5),
            TableColumn(title: FittedText([]), priority: 4),
            TableColumn(title: FittedText([]), priority: 3),
            TableColumn(
              title: FittedText([]), truncation: .ellipsis, minimum: 8, priority: 1, growth: 1),
          ], rows: rows)),
      priority: 18, leastRows: 2, growth: 1, width: .filling(minimum: 30))
  }
}
