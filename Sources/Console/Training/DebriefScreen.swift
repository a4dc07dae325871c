import Clinical
import Replay
import Terminal

extension ConsoleState {
  /// The debrief on the screen, line by line; what a line speaks of opens from it.
  func debriefScreen(
    _ debrief: Debrief, line chosen: Int, size: Size, _ glyphs: GlyphSet
  ) -> ScreenDescription {
    var rows: [TableRow] = []
    var selected: Int?
    for (place, line) in debriefLines(debrief).enumerated() {
      if place == chosen { selected = rows.count }
      for text in Self.texts(line, width: max(20, size.width - 2), glyphs) {
        rows.append(TableRow(id: "debrief:\(place)", [FittedText(text)]))
      }
    }
    return ScreenDescription(
      title: titleLine(path: [
        FittedText(words(.productName)), FittedText(words(TrainingWord.trainingPath)),
      ]),
      body: .group(
        Group(
          id: "debrief", title: FittedText(words(TrainingWord.debrief)),
          note: FittedText(debrief.record.scenario.head.title, .dim),
          content: .table(
            Table(
              columns: [TableColumn(title: FittedText([]), growth: 1)], rows: rows,
              selected: selected)),
          frame: .rule, focused: true, priority: 100, leastRows: 1, growth: 1)),
      message: messageText, hints: hints(in: .debrief))
  }

  func debriefLines(_ debrief: Debrief) -> [DebriefLine] {
    DebriefLines(words, zone: zone).lines(debrief)
  }

  // A logical line in lines of the window.
  private static func texts(
    _ line: DebriefLine, width: Int, _ glyphs: GlyphSet
  ) -> [StyledText] {
    let text = StyledText(line.text, line.weight.role)
    func margin(_ count: Int) -> StyledText { StyledText(String(repeating: " ", count: count)) }
    switch line.shape {
    case .title: return [StyledText(line.text, .heading)]
    case .whole(let indent):
      return text.wrapped(to: width - indent, in: glyphs).map { margin(indent) + $0 }
    case .entry(let label, let column):
      let own = StyledText(label, .label)
      let room = max(column, own.width(in: glyphs) + 1)
      return text.wrapped(to: max(10, width - 4 - room), in: glyphs).enumerated().map { n, text in
        n == 0
          ? margin(4) + own + margin(room - own.width(in: glyphs)) + text : margin(4 + room) + text
      }
    }
  }

  /// The line of a question in the debrief, to come back to; the first where there is none.
  func debriefLine(of item: Debrief.Item?, in debrief: Debrief) -> Int {
    guard let id = item?.asked.id else { return 0 }
    return debriefLines(debrief).firstIndex { $0.subject == .question(id) } ?? 0
  }

  /// One step through what stands in front; false where that is the ward.
  mutating func moveInTraining(_ step: Step) -> Bool {
    guard let training = replay?.training else { return false }
    switch training.front {
    case .ward, .question: return false
    case .page(let page, let scrolled):
      let next = Self.moved(scrolled, step, count: Self.longestPage)
      replay?.training?.front = .page(page, scrolled: next)
    case .debrief(let line):
      guard let debrief = training.debrief else { return false }
      let count = debriefLines(debrief).count
      replay?.training?.front = .debrief(line: Self.moved(line, step, count: count))
    }
    return true
  }

  // The view stops at the end of the text; nobody scrolls further than this.
  private static let longestPage = 200

  /// Opens what the line speaks of: the reasons, the patient at that moment, the rule.
  mutating func openDebriefLine() -> [Effect] {
    guard let training = replay?.training, let debrief = training.debrief,
      case .debrief(let place) = training.front
    else { return [] }
    let lines = debriefLines(debrief)
    guard lines.indices.contains(place), let subject = lines[place].subject else {
      message = Message(words(TrainingWord.opensNothing))
      return []
    }
    switch subject {
    case .question(let id):
      guard let item = debrief.items.first(where: { $0.asked.id == id }) else { return [] }
      replay?.training?.last = item
      replay?.training?.front = .page(.reasons(item), scrolled: 0)
    case .moment(let t):
      replay?.training?.front = .ward
      screen = .patient
      look(at: t)
      message = Message(words(TrainingWord.backToDebrief, key("train.question")))
    case .rule(let id):
      replay?.training?.front = .ward
      screen = .about
      about = AboutState()
      // Paragraphs before it may take several lines: it stands below the top, never above it.
      about.scroll = aboutLines.firstIndex { $0.text == id } ?? 0
      message = Message(words(TrainingWord.backToDebrief, key("train.question")))
    }
    return []
  }

  /// A click on a line chooses it; on the chosen one it opens what that speaks of.
  mutating func click(debrief target: String) -> [Effect] {
    guard let place = Int(target), case .debrief(let line)? = replay?.training?.front else {
      return []
    }
    if place == line { return openDebriefLine() }
    replay?.training?.front = .debrief(line: place)
    return []
  }

  private func key(_ command: String) -> String {
    Command.named(command).flatMap { keymap.keys(of: $0).first?.name } ?? "-"
  }
}
