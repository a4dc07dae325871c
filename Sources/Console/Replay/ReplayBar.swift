import Clinical
import Replay
import Terminal

extension ConsoleState {
  /// The line of time of a replay, under every screen: what it is, where it stands, what lies ahead.
  func replayBar(_ replay: ReplayState, width: Int) -> Group {
    let line = Self.timeLine(replay, width: max(10, width - 2))
    let ward = newsOfWard(replay)
    // Under a question or a form one line of it is enough.
    let isShort = replay.training?.draft != nil || entry.open != nil && replay.training != nil
    let below = prompt(replay) + sessionLines(replay)
    let texts = ward + [transport(replay)] + (isShort ? [] : [line] + below)
    return Group(
      id: "replay", title: FittedText([]), content: .text(texts), frame: .none, priority: 97,
      leastRows: texts.count, plain: ward + [transport(replay)] + below)
  }

  // Whoever looks at the past must hear of the ward, until they go back to it.
  private func newsOfWard(_ replay: ReplayState) -> [StyledText] {
    var texts: [StyledText] = []
    if replay.hasWardRung { texts.append(StyledText(words(ReplayWord.bellOnWard), .alert1)) }
    if replay.hasWardStopped { texts.append(StyledText(words(ReplayWord.wardStopped), .alert1)) }
    return texts
  }

  private func transport(_ replay: ReplayState) -> StyledText {
    let time = LocalTime(zone: zone)
    let clock = replay.clock
    let state = words(clock.isPlaying ? ReplayWord.playing : .paused, "\(clock.speed)")
    guard let training = replay.training else {
      return StyledText(words(ReplayWord.barTitle), .modeMark)
        + StyledText(" \(replay.title)  ", .strong)
        + StyledText("\(time.dayAndClock(clock.position))  \(state)  ")
        + StyledText(
          words(replay.reading.word) + "  " + words(ReplayWord.stepsTo, words(replay.step.word)),
          .dim)
    }
    // The title last, for it may be long.
    return StyledText(words(TrainingWord.barTraining), .modeMark)
      + StyledText(" \(time.dayAndClock(clock.position)) \(state)  ", .strong)
      + StyledText(counts(training.lesson))
      + StyledText(training.draft == nil ? "  \(replay.title)" : "", .dim)
  }

  private func counts(_ lesson: Lesson) -> String {
    words(TrainingWord.barCounts, "\(lesson.answers.count)", "\(lesson.open.count)")
  }

  // What was told last, up to the moment.
  private func prompt(_ replay: ReplayState) -> [StyledText] {
    guard let prompt = replay.prompts.last(where: { $0.at <= replay.clock.position }) else {
      return []
    }
    return [StyledText(prompt.text, .notice)]
  }

  /// From the first moment to the last: `|` where the replay stands, `!` alerts, `g` changes of
  /// grade, `:` days; letters, for they stand in every set of characters.
  static func timeLine(_ replay: ReplayState, width: Int) -> StyledText {
    let clock = replay.clock
    let span = max(1, (clock.ends - clock.starts).microseconds)
    func column(_ t: Instant) -> Int {
      let gone = min(max(0, (t - clock.starts).microseconds), span)
      return Int(Double(gone) / Double(span) * Double(width - 1))
    }
    var cells = [(Character, Terminal.Role)](repeating: ("-", .axis), count: width)
    let drawn: [(ReplayMark.Kind, Character, Terminal.Role)] = [
      (.day, ":", .dim), (.grade, "g", .strong), (.alert, "!", .alert2),
    ]
    for (kind, sign, role) in drawn {
      // Of what is to come a learner sees nothing but the days.
      for mark in replay.marks.all where mark.kind == kind {
        let isHidden = replay.isFutureHidden && kind != .day && mark.at > clock.position
        if !isHidden { cells[column(mark.at)] = (sign, role) }
      }
    }
    cells[column(clock.position)] = ("|", .now)
    return cells.reduce(StyledText()) { $0 + StyledText(String($1.0), $1.1) }
  }
}

extension ReplayMark.Kind {
  var word: ReplayWord {
    switch self {
    case .event: .kindEvent
    case .grade: .kindGrade
    case .alert: .kindAlert
    case .day: .kindDay
    }
  }
}

extension ReplayReading {
  var word: ReplayWord {
    switch self {
    case .at: .readingAt
    case .recordedAt: .readingRecorded
    case .storedAt: .readingStored
    }
  }
}
