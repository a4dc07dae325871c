import Clinical
import Grading
import Terminal

extension ConsoleState {
  /// What every other scale says of the patient in front, at the moment that is looked at.
  func scaleResults(_ open: PatientState) -> [ScaleResult] {
    open.record.scaleResults(at: open.shown(now))
  }

  /// The place of the scale on which the list stands.
  private func place(ofScaleIn open: PatientState) -> Int {
    OtherScale.all.firstIndex { $0.name == open.scale } ?? 0
  }

  /// One step in the list of scales, or through the one that is read.
  mutating func moveInScales(_ open: PatientState, _ step: Step) {
    let place = place(ofScaleIn: open)
    if let scrolled = open.reading {
      let text = ScaleText(words: words, moment: open.shown(now))
      // A paragraph is seldom more than two lines.
      let result = scaleResults(open)[place]
      let lines = 2 * text.paragraphs(result, isSpacious: true).count
      patient?.reading = Self.moved(scrolled, step, count: lines)
      return
    }
    patient?.scale = OtherScale.all[Self.moved(place, step, count: OtherScale.all.count)].name
  }

  /// The part of a patient's screen that shows the other scales, the chosen one in full.
  func scalesPart(_ open: PatientState, size: Size) -> Arrangement {
    let place = place(ofScaleIn: open)
    let text = ScaleText(words: words, moment: open.shown(now))
    func detail(
      _ chosen: ScaleResult, scrolled: Int = 0, focused: Bool = false, isSpacious: Bool
    ) -> Group {
      Group(
        id: "scale", title: FittedText("\(chosen.scale.name)  \(chosen.scale.title)"),
        note: FittedText([StyledText(words(.advice), .dim), StyledText()]),
        content: .text(text.paragraphs(chosen, isSpacious: isSpacious), scrolled: scrolled),
        frame: focused ? .rule : .box, focused: focused, priority: 60, leastRows: 4, growth: 1,
        width: .filling(minimum: 40))
    }
    if let scrolled = open.reading {
      return .group(
        detail(scaleResults(open)[place], scrolled: scrolled, focused: true, isSpacious: true))
    }
    let results = scaleResults(open)
    let list = Arrangement.group(scaleTable(results, place, text))
    if size.width >= 140 {
      return .columns([list, .group(detail(results[place], isSpacious: true))])
    }
    // In a low window the list needs every row; a key reads the chosen one whole.
    guard size.height >= 36 else { return list }
    return .rows([list, .group(detail(results[place], isSpacious: false))])
  }

  private func scaleTable(_ results: [ScaleResult], _ place: Int, _ text: ScaleText) -> Group {
    let rows = results.map { result in
      TableRow(
        id: "scale:\(result.scale.name)",
        [
          FittedText(result.scale.name, .strong), text.short(result), text.meaning(result),
        ])
    }
    let key = Command.named("alerts.read").flatMap { keymap.keys(of: $0).first?.name } ?? "-"
    return Group(
      id: "scales", title: FittedText(words(ScaleWord.title)),
      note: FittedText([
        StyledText(words(.advice) + ", " + words(.readKey, key), .dim),
        StyledText(words(.readKey, key), .dim), StyledText(),
      ]),
      content: .table(
        Table(
          columns: [
            TableColumn(title: FittedText(words(.columnScale)), priority: 5),
            TableColumn(title: FittedText(words(.columnResult)), priority: 4),
            TableColumn(
              title: FittedText(words(.columnText)), truncation: .ellipsis, minimum: 10,
              priority: 3, growth: 1),
          ], rows: rows, selected: place)),
      frame: .rule, focused: true, priority: 90, leastRows: 2, growth: 1,
      width: .filling(minimum: 60))
  }
}
