import Clinical
import Replay
import Terminal

extension ConsoleState {
  /// Under the line of time: who is in the session, what was said and put in last up to the moment.
  func sessionLines(_ replay: ReplayState) -> [StyledText] {
    guard let session = replay.session else { return [] }
    let now = session.now
    let part = words(session.part.word)
    var parts = [words(ReplayWord.sessionBar, now.name, part)]
    for person in now.people where person.login != session.login || person.part != session.part {
      let who = person.login
      if now.isFinished(by: who), person.part == .learner {
        parts.append(words(ReplayWord.sessionThrough, who))
      } else if person.isThere {
        parts.append("\(who) (\(words(person.part.word)))")
      } else {
        parts.append(words(ReplayWord.sessionAway, who, words(person.part.word)))
      }
    }
    let position = replay.clock.position
    let note = now.annotations.last { $0.at <= position }.map {
      line(.sessionNote, $0, $0.what, .notice)
    }
    let entry = now.entries.last { $0.at <= position }.map {
      line(.sessionPutIn, $0, words.text(of: $0.what), .strong)
    }
    return [StyledText(parts.joined(separator: " · "), .dim)] + [note, entry].compactMap { $0 }
  }

  private func line<What>(
    _ word: ReplayWord, _ said: TrainingSession.Said<What>, _ text: String,
    _ role: Terminal.Role
  ) -> StyledText {
    let time = LocalTime(zone: zone).clock(said.at)
    return StyledText(words(word, said.by, time, text), role)
  }

  /// The line that is typed into the session, over whatever is in front.
  func sessionOverlay(_ asking: SessionState.Asking) -> Overlay {
    let isNote = asking.kind == .note
    let help: StyledText =
      if asking.isUnderWay {
        StyledText(words(ReplayWord.injecting), .notice)
      } else if let refusal = asking.refusal {
        StyledText(refusal, .warning)
      } else {
        StyledText(words(isNote ? ReplayWord.annotateHelp : .injectHelp), .dim)
      }
    let row = Form.Row(
      id: "session",
      label: FittedText(words(isNote ? ReplayWord.annotateLabel : .injectLabel), .label),
      input: asking.input, focused: true)
    return Overlay(
      Group(
        id: "session", title: FittedText(words(isNote ? ReplayWord.annotateTitle : .injectTitle)),
        note: FittedText([help]), content: .form(Form([row], fieldWidth: 60)), focused: true),
      idealWidth: 116)
  }
}

extension TrainingPart {
  var word: ReplayWord { self == .learner ? .sessionLearner : .sessionInstructor }
}
