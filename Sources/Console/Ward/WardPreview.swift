import Clinical
import Grading
import Terminal

extension ConsoleState {
  /// What stands under the ward's lines: the chosen patient, the alerts, what is due.
  func preview(of row: WardRow, _ size: Size, _ glyphs: GlyphSet) -> [Arrangement] {
    guard let patient = ward.patients[row.id], let assessment = patient.tail.assessment(at: now)
    else { return [] }
    guard !covers(now) else { return [.group(coveredGroup()), .group(alertBlock())] }
    let scales = [assessment.crs, assessment.icans]
    let cards = reasonCards(row, scales, glyphs)
    guard size.width >= 60 else { return cards }
    guard size.height >= 30 else {
      return [
        .group(chosenLine(row, scales, isNarrow: size.width < 100, glyphs)), .group(alertBlock()),
      ]
    }
    let due = dueBlock().map { [Arrangement.group($0)] } ?? []
    return [
      .columns([.rows(cards + due), .group(alertBlock())])
    ]
  }

  private func identity(_ row: WardRow, _ glyphs: GlyphSet) -> StyledText {
    .joined([
      StyledText(row.summary.bed ?? "-"), StyledText(name(row.summary, row.id, glyphs)),
      StyledText(row.summary.hospitalNumber ?? row.id.text, .dim),
    ])
  }

  // In a low window one line: what the table has no column for, then why, as far as there is room.
  private func chosenLine(
    _ row: WardRow, _ scales: [ScaleAssessment], isNarrow: Bool, _ glyphs: GlyphSet
  ) -> Group {
    let values = ValueText(row: row, words: words)
    var facts: [Terminal.Fact] = []
    func say(_ text: FittedText, _ label: Word? = nil, priority: Int) {
      let label = label.map { StyledText(words($0) + " ") } ?? StyledText()
      // In one look: with each other look the line is longer on the wire.
      let forms = text.forms.map { label + $0 }
      facts.append(
        Terminal.Fact(FittedText([]), FittedText(forms).uniform, priority: priority))
    }
    say(FittedText(identity(row, glyphs)), priority: 100)
    if isNarrow {
      say(values.saturation, .columnSaturation, priority: 90)
      say(values.oxygen, priority: 89)
      say(values.score, .columnScore, priority: 88)
      say(values.cytokine, priority: 87)
    }
    for (rank, scale) in scales.enumerated() {
      for item in scale.evidence.prefix(1) {
        facts.append(
          Terminal.Fact(
            FittedText(StyledText("G\(item.grade)", .grade(item.grade))), FittedText(item.text),
            priority: 50 - rank))
      }
    }
    return Group(
      id: "chosen", title: FittedText([]), content: .line(facts), frame: .none, priority: 20,
      leastRows: 1)
  }

  // The grades stand in the patient's line. Who it is stands within the frame, and every title is
  // the same for everybody: of another length it would draw the line behind it anew.
  private func reasonCards(
    _ row: WardRow, _ scales: [ScaleAssessment], _ glyphs: GlyphSet
  ) -> [Arrangement] {
    let who = StyledText.joined([
      StyledText(name(row.summary, row.id, glyphs)),
      StyledText(row.summary.hospitalNumber ?? row.id.text),
    ])
    let first = Terminal.Fact(FittedText([]), FittedText(who), priority: 99)
    return scales.enumerated().map { rank, scale in
      .group(
        Group(
          id: "why-\(scale.scale)", title: FittedText(words(scale.scale.word)),
          note: FittedText(rank == 0 ? words(.opens) : ""),
          content: .facts((rank == 0 ? [first] : []) + previewFacts(scale)),
          priority: 20 - rank, leastRows: 3, growth: 0, width: .filling(minimum: 30)))
    }
  }

  private static let previewRows = 3

  // As many lines for everybody, so that nothing jumps, and little is drawn, when the choice
  // moves; the rules' names and the course of the episode are one key away.
  private func previewFacts(_ scale: ScaleAssessment) -> [Terminal.Fact] {
    let facts = reasonFacts(scale).filter { $0.priority >= Self.leastPriority }
    let order = facts.indices.sorted { (-facts[$0].priority, $0) < (-facts[$1].priority, $1) }
    let kept = Set(order.prefix(Self.previewRows))
    let empty = Terminal.Fact(FittedText([]), FittedText([]), priority: -1)
    return facts.indices.filter(kept.contains).map {
      Terminal.Fact(facts[$0].label, facts[$0].value, priority: facts[$0].priority)
    } + Array(repeating: empty, count: max(0, Self.previewRows - facts.count))
  }

  private static let leastPriority = 40
}

extension FittedText {
  // Ordinary text, but for grades and what is a warning in itself.
  fileprivate var uniform: FittedText {
    FittedText(
      forms.map { form in
        StyledText(
          spans: form.spans.map { span in
            [.dim, .label, .strong, .value].contains(span.role)
              ? StyledText.Span(span.text) : span
          })
      })
  }
}
