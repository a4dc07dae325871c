import Clinical
import Replay
import Terminal

extension ConsoleState {
  // MARK: Following

  /// Takes in what is new in the session: where its clock stands, what was said and put in.
  mutating func take(_ session: TrainingSession) -> [Effect] {
    guard let before = replay?.session?.now else { return [] }
    replay?.session?.now = session
    if let news = news(in: session, since: before) { message = Message(news) }
    let real = worldTime
    replay?.clock.follow(session.position, at: real)
    // Nobody's clock takes a learner past a question.
    if isInLesson { replay?.training?.lesson.follow(session) }
    let asked = settleLesson()
    guard let position = replay?.clock.position else { return asked }
    return asked + [.replay(to: position)]
  }

  // What somebody else said or put in last.
  private func news(in session: TrainingSession, since before: TrainingSession) -> String? {
    let own = replay?.session
    func isOwn<What>(_ said: TrainingSession.Said<What>) -> Bool {
      said.by == own?.login && said.part == own?.part
    }
    if let note = session.annotations.dropFirst(before.annotations.count).last, !isOwn(note) {
      return words(ReplayWord.sessionNoteNews, note.by, note.what)
    }
    if let entry = session.entries.dropFirst(before.entries.count).last, !isOwn(entry) {
      return words(ReplayWord.sessionPutInNews, entry.by, words.text(of: entry.what))
    }
    return nil
  }

  /// A clock that somebody set going of whom nothing is heard any more stands.
  mutating func standIfAlone(at real: Instant) {
    guard let clock = replay?.session?.now.position, clock.state == .playing,
      !clock.isPlaying(at: real), replay?.clock.isPlaying == true
    else { return }
    replay?.clock.follow(clock, at: real)
  }

  /// Tells the session of what was done to the clock here; time that goes by is no news.
  func tellSession(of before: ReplayClock?, after input: Input) -> [Effect] {
    guard replay?.session != nil, let before, let clock = replay?.clock else { return [] }
    var isTick = false
    switch input {
    case .session: return []
    case .tick: isTick = true
    default: break
    }
    let moved = !isTick && before.position != clock.position
    // At the end every console stands by itself, and so does one that hears nothing any more.
    let stopped = isTick && before.isPlaying && !clock.isPlaying
    if stopped, clock.isAtEnd || replay?.session?.now.position.isPlaying(at: worldTime) == false {
      return []
    }
    guard moved || before.isPlaying != clock.isPlaying || before.speed != clock.speed else {
      return []
    }
    return [
      .session(
        .position(clock.isPlaying ? .playing : .paused, speed: clock.speed), at: clock.position)
    ]
  }

  // MARK: A line for the session

  mutating func askInSession(_ kind: SessionState.Asking.Kind) -> [Effect] {
    guard let session = replay?.session else {
      message = Message(words(ReplayWord.noSession), .warning)
      return []
    }
    guard kind == .note || session.isInstructor else {
      message = Message(words(ReplayWord.onlyInstructor), .warning)
      return []
    }
    replay?.session?.asking = SessionState.Asking(kind)
    return []
  }

  /// A key while a line for the session is typed; `nil` while none is.
  mutating func pressInSession(_ key: Key) -> [Effect]? {
    guard var asking = replay?.session?.asking else { return nil }
    defer { if replay?.session?.asking != nil { replay?.session?.asking = asking } }
    switch key.code {
    case .escape:
      replay?.session?.asking = nil
    case _ where asking.isUnderWay:
      message = Message(words(ReplayWord.notWhileUnderWay))
    case .enter:
      guard let position = replay?.clock.position, !asking.input.isEmpty else { return [] }
      switch asking.kind {
      case .note:
        replay?.session?.asking = nil
        return [.session(.annotation(asking.input.text), at: position)]
      case .event:
        asking.isUnderWay = true
        asking.refusal = nil
        return [.inject(asking.input.text, at: position)]
      }
    default:
      _ = asking.input.handle(key)
    }
    return []
  }

  mutating func typeInSession(_ text: String) -> Bool {
    guard replay?.session?.asking != nil else { return false }
    if replay?.session?.asking?.isUnderWay == false { replay?.session?.asking?.input.paste(text) }
    return true
  }

  /// - Parameter refusal: `nil` once the event is kept.
  mutating func takeInjected(_ refusal: String?) {
    guard replay?.session?.asking?.isUnderWay == true else {
      if let refusal { message = Message(refusal, .warning) }
      return
    }
    replay?.session?.asking?.isUnderWay = false
    replay?.session?.asking?.refusal = refusal
    if let refusal {
      message = Message(refusal, .warning)
    } else {
      replay?.session?.asking = nil
    }
  }
}
