import Clinical
import Terminal

extension ConsoleState {
  /// What devices and laboratories sent and could not be filed, with the chosen ones in full.
  func holdingScreen(size: Size, _ glyphs: GlyphSet) -> ScreenDescription {
    let chosen = holding.chosen
    var parts: [Arrangement] = [.group(holdingTable(chosen, glyphs))]
    if let chosen, size.height >= 16 { parts.append(.group(holdingDetail(chosen))) }
    return ScreenDescription(
      title: titleLine(path: [
        FittedText(words(.productName)), FittedText(words(HoldingWord.title)),
        FittedText(words(HoldingWord.waiting, "\(holding.count)")),
      ]),
      body: .rows(parts), message: messageText, hints: hints(in: .holding),
      essence: isEssential(size)
        ? holding.groups.map {
          FittedText("\($0.count) \($0.subject) \(reason($0))")
        } : [])
  }

  private func reason(_ group: HeldGroup) -> String {
    HoldingWord.reason(group.reason).map { words($0) } ?? group.reason
  }

  private func sender(_ group: HeldGroup) -> String {
    group.source.hasPrefix("hl7:") ? String(group.source.dropFirst(4)) : group.source
  }

  private func subject(_ group: HeldGroup) -> String {
    if let patient = group.patient { return heldName(patient) }
    return group.subject.isEmpty ? words(HoldingWord.noSubject) : group.subject
  }

  private func heldName(_ id: PatientID) -> String {
    let summary = ward.patients[id]?.summary
    return [summary?.bed, summary?.hospitalNumber ?? id.text].compactMap { $0 }
      .joined(separator: " ")
  }

  private func holdingTable(_ chosen: HeldGroup?, _ glyphs: GlyphSet) -> Group {
    guard !holding.groups.isEmpty else {
      return Group(
        id: "holding", title: FittedText([]),
        content: .text([StyledText(words(HoldingWord.nothingWaits), .notice)]), frame: .none,
        priority: 100, leastRows: 1, growth: 1)
    }
    let time = LocalTime(zone: zone)
    let rows = holding.groups.map { group in
      TableRow(
        id: "held:\(group.id)",
        [
          FittedText(time.dayAndClock(group.first)), FittedText("\(group.count)", .strong),
          FittedText(sender(group)), FittedText(subject(group), .strong),
          FittedText(reason(group), .warning),
        ])
    }
    func column(
      _ word: HoldingWord, _ priority: Int, _ truncation: Truncation = .whole, growth: Int = 0
    ) -> TableColumn {
      TableColumn(
        title: FittedText(words(word)), truncation: truncation, minimum: 8, priority: priority,
        growth: growth)
    }
    return Group(
      id: "holding", title: FittedText([]),
      content: .table(
        Table(
          columns: [
            column(.columnSince, 60), column(.columnCount, 90),
            column(.columnSender, 70, .ellipsis), column(.columnSubject, 95, .ellipsis),
            column(.columnReason, 85, .ellipsis, growth: 1),
          ], rows: rows, selected: holding.groups.firstIndex { $0.id == chosen?.id })),
      frame: .none, priority: 100, leastRows: 2, growth: 1)
  }

  private func holdingDetail(_ group: HeldGroup) -> Group {
    let lines = group.text.split(separator: "\n").prefix(12).map {
      StyledText(String($0))
    }
    return Group(
      id: "held-detail",
      title: FittedText("\(group.count) × \(sender(group)) · \(subject(group))"),
      content: .text(lines.isEmpty ? [StyledText(reason(group))] : lines), priority: 20,
      leastRows: 3, growth: 0)
  }
}
