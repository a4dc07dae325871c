import Clinical
import Grading
import Terminal

extension ConsoleState {
  /// Why a scale says what it says, one fact a line: evidence, what is missing, what would change
  /// it, remarks.
  func reasonFacts(_ scale: ScaleAssessment) -> [Terminal.Fact] {
    var facts: [Terminal.Fact] = []
    let time = LocalTime(zone: zone)
    if scale.status == .notApplicable {
      return [Terminal.Fact(FittedText([]), FittedText(words(.statusNotApplicable), .dim))]
    }
    for item in scale.evidence {
      let choice = item.choice.map { "  " + words(.choiceNote, $0) } ?? ""
      let memory = Rule.all.first { $0.id == item.rule }?.fromMemory == true
      facts.append(
        Terminal.Fact(
          FittedText(StyledText("G\(item.grade)", .grade(item.grade))),
          FittedText([
            StyledText(words.shared(item.domain.word) + "  ", .label) + StyledText(item.text),
            StyledText(item.text),
          ]),
          note: FittedText([
            StyledText(item.rule + choice + (memory ? "  " + words(.fromMemory) : ""), .dim),
            StyledText(item.choice ?? "", .dim),
          ]), priority: 90 + item.grade))
    }
    if scale.evidence.isEmpty {
      facts.append(
        Terminal.Fact(FittedText([]), FittedText(words(.noEvidence), .dim), priority: 50))
    }
    for missing in scale.missing {
      facts.append(
        Terminal.Fact(
          FittedText(words(.missingTitle)),
          FittedText(
            words(
              .missingDomain, words.shared(missing.domain.word), words(missing.why.word),
              time.dayAndClock(missing.since)), .missing), priority: 85))
    }
    if let last = scale.last {
      facts.append(
        Terminal.Fact(
          FittedText([]),
          FittedText(
            words(
              .lastGrade, "\(last.grade)", time.dayAndClock(last.at), words.age(shown - last.at)),
            .stale), priority: 80))
    }
    for change in scale.wouldChange {
      facts.append(
        Terminal.Fact(
          FittedText(words(.changesTitle, "\(change.grade)")), FittedText(change.text),
          priority: 40))
    }
    if let said = scale.adjudicated {
      facts.append(
        Terminal.Fact(
          FittedText([]),
          FittedText(
            words(.adjudicatedTitle) + "  "
              + words(
                .adjudicatedBy, "G\(said.grade)", said.by ?? "-", time.dayAndClock(said.at),
                said.reason ?? "-"), .strong), priority: 88))
    }
    for flag in scale.flags {
      let text = Word(flag: flag).map { words($0) } ?? flag
      facts.append(
        Terminal.Fact(
          FittedText(words(.flagsTitle)), FittedText(text, .warning), note: FittedText(flag, .dim),
          priority: 60))
    }
    facts += episodeFacts(scale, time)
    if !scale.notEntered.isEmpty {
      facts.append(
        Terminal.Fact(
          FittedText([]),
          FittedText(
            words(.notEnteredTitle) + ": "
              + scale.notEntered.map { words.shared($0.word) }.joined(separator: ", "), .dim),
          priority: 10))
    }
    return facts
  }

  private func episodeFacts(_ scale: ScaleAssessment, _ time: LocalTime) -> [Terminal.Fact] {
    var facts: [Terminal.Fact] = []
    if let episode = scale.episode {
      let text =
        if let ended = episode.ended {
          words(.episodeClosed, "\(episode.number)", time.dayAndClock(ended), "\(episode.maximum)")
        } else {
          words(
            .episodeOpen, "\(episode.number)", time.dayAndClock(episode.onset),
            "\(episode.maximum)")
        }
      facts.append(Terminal.Fact(FittedText([]), FittedText(text, .dim), priority: 30))
    }
    if let worst = scale.worst24h {
      facts.append(
        Terminal.Fact(
          FittedText([]), FittedText(words(.worst24, "\(worst)"), .dim), priority: 20))
    }
    return facts
  }

  /// The moment that the screen speaks of.
  var shown: Instant { screen == .patient ? patient?.shown(now) ?? now : now }
}
