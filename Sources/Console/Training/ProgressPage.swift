import Clinical
import Replay
import Terminal

extension ConsoleState {
  /// What learners have come to, session by session, for each learner the oldest first.
  func progress(_ sessions: [FinishedSession]) -> [StyledText] {
    guard !sessions.isEmpty else {
      return [StyledText(words(TrainingWord.nothingFinished), .dim)]
    }
    var texts: [StyledText] = []
    var learner: String?
    for session in sessions {
      if session.learner != learner {
        if learner != nil { texts.append(StyledText()) }
        texts.append(StyledText(session.learner, .heading))
        learner = session.learner
      }
      texts += lines(session)
    }
    return texts
  }

  private func lines(_ session: FinishedSession) -> [StyledText] {
    let time = LocalTime(zone: zone)
    let figures = session.figures
    let when = "\(time.date(session.finished)) \(time.clock(session.finished))"
    var texts = [
      StyledText("\(when)  ", .dim) + StyledText(session.scenario.title, .strong)
        + StyledText("  \(session.session)", .dim)
    ]
    for scale in ScaleName.allCases {
      guard let own = figures.agreement[scale] else { continue }
      var parts = [words(TrainingWord.answeredOf, "\(own.answered)", "\(own.asked)")]
      if let percent = own.percent {
        parts.append(words(TrainingWord.theSame, "\(own.same)", Self.short(percent, places: 1)))
      }
      if let kappa = own.kappa {
        parts.append(words(TrainingWord.kappa, Self.short(kappa, places: 2)))
      }
      texts.append(
        StyledText("  " + words(scale.scale.word) + "  ", .label)
          + StyledText(parts.joined(separator: "; ")))
    }
    let sure = figures.confidence.filter { $0.answered > 0 }.map {
      words($0.sure.word) + " " + words(TrainingWord.rightOf, "\($0.correct)", "\($0.answered)")
    }
    if !sure.isEmpty {
      texts.append(
        StyledText("  " + words(TrainingWord.fieldSure) + "  ", .label)
          + StyledText(sure.joined(separator: "; ")))
    }
    texts.append(
      StyledText(
        "  "
          + words(
            TrainingWord.progressCounts, "\(figures.recognised.count)", "\(figures.rises)",
            "\(figures.acknowledged)", "\(figures.alerts)", "\(figures.missed)",
            "\(figures.traps)")))
    if !figures.rules.isEmpty {
      texts.append(
        StyledText("  " + words(TrainingWord.rulesTitle) + ": ", .label)
          + StyledText(figures.rules.joined(separator: ", "), .dim))
    }
    return texts
  }

  private static func short(_ number: DecimalNumber, places: Int) -> String {
    "\(number.scaled(by: 1, over: 1, places: places))"
  }
}
