import Clinical
import Grading
import Replay
import Terminal

extension ConsoleState {
  /// True where a page of training, or the debrief, stands in the place of the ward's screens.
  var isPageInFront: Bool {
    switch replay?.training?.front {
    case .page?, .debrief?: true
    case .ward?, .question?, nil: false
    }
  }

  func pageInFront(size: Size, _ glyphs: GlyphSet) -> ScreenDescription {
    guard let training = replay?.training else { return wardScreen(size: size, glyphs: glyphs) }
    switch training.front {
    case .page(let page, let scrolled): return trainingPage(page, scrolled: scrolled, training)
    case .debrief(let line):
      guard let debrief = training.debrief else { break }
      return debriefScreen(debrief, line: line, size: size, glyphs)
    case .ward, .question: break
    }
    return wardScreen(size: size, glyphs: glyphs)
  }

  /// A page of training over the whole screen: what is learned, or the reasons after an answer.
  func trainingPage(
    _ page: TrainingState.Page, scrolled: Int, _ training: TrainingState
  ) -> ScreenDescription {
    let title: String
    let texts: [StyledText]
    switch page {
    case .briefing:
      title = words(TrainingWord.briefingTitle)
      texts = briefing(training)
    case .reasons(let item):
      title = words(
        TrainingWord.whyTitle, LocalTime(zone: zone).dayAndClock(item.asked.at))
      texts = reasons(item)
    case .progress(let sessions):
      title = words(TrainingWord.progressTitle)
      texts = progress(sessions)
    }
    return ScreenDescription(
      title: titleLine(path: [
        FittedText(words(.productName)), FittedText(words(TrainingWord.trainingPath)),
      ]),
      body: .group(
        Group(
          id: "page", title: FittedText(title),
          note: FittedText(training.lesson.scenario.head.title, .dim),
          content: .text(texts, scrolled: scrolled), frame: .rule, focused: true, priority: 100,
          leastRows: 1, growth: 1)),
      message: messageText, hints: hints(in: .page), essence: texts.prefix(3).map { FittedText($0) }
    )
  }

  private func briefing(_ training: TrainingState) -> [StyledText] {
    let lesson = training.lesson
    let head = lesson.scenario.head
    let audience = head.audience.map { entryWords($0.entryWord) }.joined(separator: ", ")
    var texts = [
      StyledText(head.title, .heading),
      StyledText(
        words(TrainingWord.levelFor, head.level.rawValue, audience)
          + "  "
          + words(
            TrainingWord.learnerIs, lesson.learner.name,
            entryWords(lesson.learner.role.entryWord))),
      StyledText(head.author, .warning), StyledText(),
      StyledText(words(TrainingWord.objectives), .heading),
    ]
    texts += head.objectives.map { StyledText("- " + $0) }
    texts += [StyledText(), StyledText(words(TrainingWord.howTitle), .heading)]
    let how: [TrainingWord] = [.howClock, .howAsked, .howWard, .howOpen, .howEnd]
    return texts + how.map { StyledText("- " + words($0)) }
  }

  // Against engine and author, then rule by rule with its own text, then what there is to learn.
  private func reasons(_ item: Debrief.Item) -> [StyledText] {
    let lines = DebriefLines(words, zone: zone)
    var texts = [
      StyledText(item.asked.question?.text ?? words(TrainingWord.gradeChanged), .strong)
    ]
    for scale in ScaleName.allCases {
      let given = item.answer?[scale]
      let isRight = given == item.asked.engine(scale)
      let role: Terminal.Role = given == nil ? .warning : isRight ? .strong : .failure
      texts += [
        StyledText(),
        StyledText(words(scale.scale.word) + "  ", .heading)
          + StyledText(lines.compared(item, scale), role),
      ]
      texts += ruleByRule(item.asked.engine[scale.scale])
      if let because = item.asked.author[scale]?.because {
        texts.append(StyledText("  " + words(TrainingWord.ruleText, because), .dim))
      }
    }
    for trap in item.traps {
      texts += [
        StyledText(),
        StyledText(words(TrainingWord.trapMark) + "  ", .warning)
          + StyledText("\(trap.text) (\(trap.rule))"),
      ]
    }
    let chosen =
      lines.choices(.fieldFacts, item.facts, item.asked.facts)
      + lines.choices(.fieldNext, item.next, item.asked.next)
    if !chosen.isEmpty { texts.append(StyledText()) }
    texts += chosen.map { line in
      guard case .entry(let label, _) = line.shape else { return StyledText(line.text) }
      return StyledText(label + "  ", .label) + StyledText(line.text, line.weight.role)
    }
    if let teaching = item.asked.question?.teaching {
      texts += [
        StyledText(), StyledText(words(TrainingWord.note) + "  ", .label) + StyledText(teaching),
      ]
    }
    return texts
  }

  private func ruleByRule(_ said: ScaleAssessment) -> [StyledText] {
    var texts: [StyledText] = []
    // What decides comes first.
    let all = said.evidence.enumerated().sorted {
      (-$0.element.grade, $0.offset) < (-$1.element.grade, $1.offset)
    }.map(\.element)
    for evidence in all {
      texts.append(
        StyledText("  G\(evidence.grade) ", .grade(evidence.grade)) + StyledText(evidence.text)
          + StyledText("  " + evidence.rule, .dim))
      if let rule = RuleText.named(evidence.rule) {
        let memory = Rule.all.contains { $0.id == rule.id && $0.fromMemory }
        texts.append(
          StyledText("     " + rule.text + (memory ? "; " + words(.fromMemory) : ""), .dim))
      }
    }
    if said.evidence.isEmpty { texts.append(StyledText("  " + words(.noEvidence), .dim)) }
    for missing in said.missing {
      texts.append(
        StyledText(
          "  "
            + words(
              .missingDomain, words.shared(missing.domain.word), words(missing.why.word),
              LocalTime(zone: zone).dayAndClock(missing.since)), .missing))
    }
    return texts
  }
}

extension DebriefLine.Weight {
  var role: Terminal.Role {
    switch self {
    case .plain, .right: .text
    case .wrong: .failure
    case .trap: .warning
    }
  }
}
