import Clinical
import Surveillance
import Terminal

extension ConsoleState {
  /// Every alert of the ward, with the chosen one in full.
  func alertListScreen(size: Size, _ glyphs: GlyphSet) -> ScreenDescription {
    let all = alerts.listed(alerts.list)
    let chosen = chosenAlert
    var parts: [Arrangement] = [
      .group(alertListHead(all)), .group(alertTable(all, chosen, glyphs)),
    ]
    if let chosen, size.height >= 16 {
      let rows = size.height >= 30 ? 12 : 4
      let detail = alertDetail(chosen, title: who(chosen.patient, glyphs), rows: rows)
      parts.append(.group(detail))
    }
    let highest = highestAlert.map { [alertLine($0.line, of: $0.patient, grades: StyledText())] }
    return ScreenDescription(
      title: titleLine(path: [
        FittedText(words(.productName)), FittedText(words.alert(.listTitle)),
      ]),
      body: .rows(parts), message: messageText, hints: hints(in: .alerts),
      essence: isEssential(size) ? (highest ?? []) + all.map { soleLine($0) } : [])
  }

  // One alert for itself, as a line.
  private func soleLine(_ alert: Alert) -> FittedText {
    AlertLine.lines(of: [alert]).first.map {
      alertLine($0, of: alert.patient, grades: StyledText())
    } ?? FittedText(phrase.says(alert))
  }

  // Bed, name and hospital number: two identifiers, and where.
  func who(_ id: PatientID, _ glyphs: GlyphSet) -> FittedText {
    guard let summary = ward.patients[id]?.summary else { return FittedText(id.text) }
    let name = StyledText(name(summary, id, glyphs), .strong)
    let number = StyledText(summary.hospitalNumber ?? id.text, .dim)
    return FittedText([
      .joined([StyledText(summary.bed ?? "-"), name, number]), .joined([name, number]),
    ])
  }

  private func alertListHead(_ all: [Alert]) -> Group {
    var texts = alertCounts
    texts.append(StyledText(words.alert(.filteredBy, words.alert(alerts.list.filter.word))))
    if let id = alerts.list.patient {
      texts.append(
        StyledText(
          words.alert(.onePatient, ward.patients[id]?.summary.bed ?? id.text), .warning))
    }
    texts.append(
      StyledText(
        words.alert(
          .listCount, "\(all.count)", "\(houseLooks.reduce(0) { $0 + $1.alerts.count })"), .dim))
    return Group(
      id: "counts", title: FittedText([]),
      content: .line(
        texts.enumerated().map { Fact(FittedText([]), FittedText($1), priority: 50 - $0) }),
      frame: .none, priority: 60, leastRows: 1)
  }

  private func alertTable(_ all: [Alert], _ chosen: Alert?, _ glyphs: GlyphSet) -> Group {
    guard !all.isEmpty else {
      let key = Command.named("alerts.filter").flatMap { keymap.keys(of: $0).first?.name } ?? "-"
      let text = alerts.isLoaded ? words.alert(.noneShown, key) : words.alert(.loading)
      return Group(
        id: "alerts", title: FittedText([]), content: .text([StyledText(text, .notice)]),
        frame: .none, priority: 100, leastRows: 1, growth: 1)
    }
    let rows = all.map { alert in
      TableRow(
        id: "alert:\(alert.id)",
        [
          FittedText(AlertPhrase.mark(alert)),
          phrase.time(alert.reRaised ?? alert.raised),
          FittedText(ward.patients[alert.patient]?.summary.bed ?? alert.patient.text, .strong),
          FittedText(
            ward.patients[alert.patient].map { name($0.summary, alert.patient, glyphs) } ?? ""),
          FittedText(ward.patients[alert.patient]?.summary.hospitalNumber ?? "", .dim),
          FittedText(alert.rule.id, .dim),
          phrase.text(alert), phrase.state(alert),
        ])
    }
    func column(
      _ title: String, _ priority: Int, _ truncation: Truncation = .whole, minimum: Int = 6,
      growth: Int = 0
    ) -> TableColumn {
      TableColumn(
        title: FittedText(title), truncation: truncation, minimum: minimum, priority: priority,
        growth: growth)
    }
    return Group(
      id: "alerts", title: FittedText([]),
      content: .table(
        Table(
          columns: [
            column("", 100), column(words.alert(.columnTime), 60),
            column(words.alert(.columnBed), 95),
            column(words(.columnPatient), 88, .ellipsis, minimum: 8),
            column(words(.columnNumber), 87), column("", 10),
            column(words.alert(.columnWhat), 90, .ellipsis, minimum: 14, growth: 1),
            column(words.alert(.columnState), 85),
          ], rows: rows, selected: all.firstIndex { $0.id == chosen?.id })),
      frame: .none, priority: 100, leastRows: 2, growth: 1)
  }
}
