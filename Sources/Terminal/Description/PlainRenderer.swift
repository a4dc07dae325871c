/// Makes lines of the description of a screen: no boxes, no pictures, one fact a line, for screen
/// readers, print and pipes.
package struct PlainRenderer: Sendable {
  package let words: PlainWords
  package let glyphs: GlyphSet

  package init(words: PlainWords, glyphs: GlyphSet) {
    self.words = words
    self.glyphs = glyphs
  }

  /// The lines in reading order; groups are set apart by an empty line. What came from data is
  /// as safe in them as in cells.
  package func lines(_ screen: ScreenDescription) -> [String] {
    var lines: [StyledText] = [title(screen.title)]
    lines += screen.identity.map(\.full)
    if let tabs = screen.tabs {
      lines.append(
        .joined(
          tabs.tabs.enumerated().map { index, tab in
            index == tabs.selected ? "[" + tab.title.full + "]" : tab.title.full
          }))
    }
    if !screen.message.isEmpty { lines.append(screen.message.full) }
    if let overlay = screen.overlay {
      lines += [StyledText()] + group(overlay.group)
    } else {
      for part in screen.body.groups { lines += [StyledText()] + group(part) }
    }
    if !screen.hints.isEmpty {
      let hints = screen.hints.map { StyledText($0.keys) + " " + $0.label.full }
      lines += [StyledText(), StyledText(words.keys) + ": " + .joined(hints, separator: "; ")]
    }
    return lines.map(safe)
  }

  private func safe(_ text: StyledText) -> String {
    text.spans.reduce(into: "") { line, span in
      for glyph in glyphs.glyphs(span.text) { line += glyph.text }
    }
  }

  private func title(_ title: TitleLine) -> StyledText {
    var steps = title.path.map(\.full)
    if !title.subject.isEmpty { steps.append(title.subject.full) }
    let marks = title.marks.map { "[" + $0 + "]" }
    return .joined(
      [.joined(steps, separator: " > ")] + marks + [title.person.full, title.clock.full])
  }

  private func group(_ group: Group) -> [StyledText] {
    let head = StyledText.joined([group.title.full, group.note.full], separator: ", ")
    return (head.isEmpty ? [] : [head + ":"]) + (group.plain ?? content(group.content))
  }

  private func content(_ content: Group.Content) -> [StyledText] {
    switch content {
    case .facts(let facts, _), .line(let facts): facts.map(line).filter { !$0.isEmpty }
    case .table(let table): rows(table)
    case .text(let paragraphs, _):
      paragraphs.flatMap { $0.wrapped(to: 100_000, in: glyphs) }
    case .days(let strip): strip.lanes.map { lane($0, strip) }
    case .plots(let stack): stack.panels.map(panel)
    case .course(let strip, let stack):
      strip.lanes.map { lane($0, strip) } + stack.panels.map(panel)
    // Lanes at any zoom have no names of days: who makes such a group says what they read.
    case .trends(_, let stack): stack.panels.map(panel)
    case .form(let form): form.rows.map(row)
    case .picker(let picker, let prompt, let nothing): picked(picker, prompt, nothing)
    }
  }

  private func line(_ fact: Fact) -> StyledText {
    let value = StyledText.joined([fact.value.full, fact.note.full], separator: ", ")
    return fact.label.isEmpty ? value : fact.label.full + ": " + value
  }

  /// A row a line, every value with the head of its column.
  private func rows(_ table: Table) -> [StyledText] {
    table.rows.enumerated().map { index, row in
      let cells = zip(table.columns, row.cells).compactMap { column, cell -> StyledText? in
        guard !cell.isEmpty else { return nil }
        return .joined([column.title.full, cell.full], separator: " ")
      }
      let line = StyledText.joined(cells, separator: "; ")
      return index == table.selected ? StyledText(words.chosen) + ": " + line : line
    }
  }

  /// A lane a line, the days that have come by name; a day not assessed is said to be so.
  private func lane(_ lane: DayStrip.Lane, _ strip: DayStrip) -> StyledText {
    var entries: [StyledText] = []
    for day in strip.firstDay...strip.lastDay {
      let value: StyledText
      switch lane.entries[day] {
      case .value(let text): value = text.full
      case .notAssessed: value = StyledText(words.notAssessed)
      case .future, nil: continue
      }
      let name = StyledText("\(words.day) \(DayStrip.name(ofDay: day))")
      let mark = day == strip.chosen ? StyledText("\(words.chosen) ") : StyledText()
      entries.append(mark + name + " " + value)
    }
    return lane.label.full + ": " + .joined(entries, separator: "; ")
  }

  private func panel(_ panel: PlotPanel) -> StyledText {
    panel.note.isEmpty
      ? panel.title.full + ": " + StyledText(words.notAssessed)
      : panel.title.full + ": " + panel.note.full
  }

  private func row(_ row: Form.Row) -> StyledText {
    let typed = row.input.isEmpty ? row.placeholder.full : StyledText(row.input.text)
    let value = StyledText.joined([typed, row.unit.full], separator: " ")
    let mark = row.focused ? StyledText("\(words.chosen) ") : StyledText()
    return mark + row.label.full + ": "
      + .joined(
        [StyledText(words.entered) + " " + value, row.last.full, row.check.full], separator: "; ")
  }

  private func picked(
    _ picker: Picker, _ prompt: String, _ nothing: FittedText
  ) -> [StyledText] {
    let found = picker.found
    var lines = [StyledText(prompt + " " + picker.query.text)]
    if found.isEmpty { return lines + [nothing.full] }
    for (index, entry) in found.enumerated() {
      let item = StyledText.joined(
        [StyledText(entry.item.title), StyledText(entry.item.detail), StyledText(entry.item.keys)],
        separator: "; ")
      lines.append(index == picker.selected ? StyledText(words.chosen) + ": " + item : item)
    }
    return lines
  }
}
