import Clinical
import Surveillance
import Terminal

extension ConsoleState {
  /// Asks what saving the open form would do to the alerts: once for each change of what would be
  /// stored, and elsewhere than here, for a key press never waits for it.
  mutating func foresee() -> [Effect] {
    guard !isInLesson, let state = entry.open, state.kind != .acknowledge, let user = entry.user
    else {
      return []
    }
    let submission = state.submission
    guard !submission.items.isEmpty else {
      alerts.foresight = nil
      return []
    }
    guard alerts.foresight?.submission != submission else { return [] }
    alerts.foresight = AlertDesk.Foresight(submission: submission, news: nil)
    return [.foresee(submission, by: user, at: now)]
  }

  /// The lines of a form that say which alerts it would raise or end, beside the grade.
  func alertFacts(of state: EntryState) -> [Terminal.Fact] {
    guard let foresight = alerts.foresight, foresight.submission == state.submission else {
      return []
    }
    guard let news = foresight.news else {
      return [
        Terminal.Fact(
          FittedText(words.alert(.listTitle)), FittedText(words.alert(.willWait), .dim), priority: 5
        )
      ]
    }
    let facts = news.compactMap { news -> Terminal.Fact? in
      let word: AlertWord
      switch news.change {
      case .raised: word = .willRaise
      case .reRaised: word = .willRaiseAgain
      case .ended: word = .willEnd
      case .acknowledged, .escalated: return nil
      }
      let isEnd = news.change == .ended
      return Terminal.Fact(
        FittedText(words.alert(word)),
        FittedText(
          AlertPhrase.mark(news.alert.priority, isQuiet: isEnd)
            + StyledText(" " + (isEnd ? news.alert.rule.title : news.alert.text))),
        priority: isEnd ? 12 : 25 + (AlertPriority.listed.rawValue - news.alert.priority.rawValue))
    }
    guard facts.isEmpty else { return facts }
    return [
      Terminal.Fact(
        FittedText(words.alert(.listTitle)), FittedText(words.alert(.willNothing), .dim),
        priority: 5)
    ]
  }
}
