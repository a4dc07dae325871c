import Clinical
import Replay
import Terminal

extension ConsoleState {
  /// True while a session goes: what is entered goes into its copy.
  package var isInLesson: Bool { replay?.training.map { $0.debrief == nil } ?? false }

  /// A command of training; `nil` for one of another part of the console.
  mutating func performTraining(_ id: String) -> [Effect]? {
    guard let training = replay?.training else {
      guard id.hasPrefix("train.") else { return nil }
      message = Message(words(TrainingWord.onlyInTraining), .warning)
      return []
    }
    if let effects = refuseInLesson(id) { return effects }
    switch id {
    case "train.question":
      if training.debrief != nil { return openDebrief() }
      guard openQuestion() else {
        message = Message(words(TrainingWord.noneOpen))
        return []
      }
    case "train.other": changeQuestion()
    case "train.end": openEnding()
    case "quit" where training.debrief == nil: openEnding()
    case "train.reasons":
      guard let last = training.last else {
        message = Message(words(TrainingWord.noneAnswered))
        return []
      }
      replay?.training?.front = .page(.reasons(last), scrolled: 0)
    case "train.next": replay?.training?.draft(do: { $0.confirm() })
    case "train.previous": replay?.training?.draft(do: { $0.goBack() })
    case "train.lookAround", "back": return leaveFront()
    case "train.goOn": return leaveFront()
    case "train.open": return openDebriefLine()
    case "train.progress":
      guard replay?.session != nil else {
        message = Message(words(TrainingWord.noProgress), .warning)
        return []
      }
      return [.loadProgress]
    default: return nil
    }
    return []
  }

  // Time goes forward only, nothing to come is told, and what is not a learner's is not offered.
  private mutating func refuseInLesson(_ id: String) -> [Effect]? {
    guard isInLesson, Self.leadAhead.contains(id) else {
      if isInLesson, id == "enter.grade", coveredFrom != nil {
        message = Message(words(TrainingWord.answerFirst), .warning)
        return []
      }
      return nil
    }
    message = Message(words(TrainingWord.onlyForward), .warning)
    return []
  }

  /// The commands of a replay by which a learner would come to know what is still to come, or what
  /// the engine says before it is asked.
  static let leadAhead: Set<String> = [
    "replay.previous", "replay.jump", "replay.reading", "replay.previousEvent",
    "replay.previousGrade", "replay.previousAlert", "replay.previousDay", "ward.filter", "trial",
  ]

  /// Where the clock stands now a question may be due, or the session may be over: at the end, once
  /// nothing is open, or the learner lets time go on all the same.
  ///
  /// - Parameter goesOn: time went by, or was asked to.
  mutating func settleLesson(goesOn: Bool = false) -> [Effect] {
    guard isInLesson, let position = replay?.clock.position else { return [] }
    if case .page(.briefing, _)? = replay?.training?.front { return [] }
    if let due = replay?.training?.lesson.nextMoment, position >= due {
      replay?.clock.pause()
      replay?.clock.jump(to: due)
      askQuestion(at: due)
    } else if let training = replay?.training, replay?.clock.isAtEnd == true, training.isAtWard,
      entry.open == nil, goesOn || training.lesson.open.isEmpty
    {
      return finishLesson()
    }
    return []
  }

  /// How far the clock may go.
  func reachable(_ t: Instant) -> Instant {
    guard isInLesson, let next = replay?.training?.lesson.nextMoment else { return t }
    return min(t, next)
  }

  private mutating func askQuestion(at t: Instant) {
    guard let asked = replay?.training?.lesson.ask(at: t) else { return }
    replay?.training?.drafts[asked.id] = AnswerDraft(asked)
    replay?.training?.front = .question(asked.id)
    list = nil
    message = nil
  }

  // The newest that is open; where that stands in front already, the one before it.
  private mutating func openQuestion() -> Bool {
    guard let open = replay?.training?.lesson.open, let newest = open.last else { return false }
    replay?.training?.front = .question(newest.id)
    return true
  }

  /// The next of the open questions, the newest first.
  mutating func changeQuestion() {
    guard let training = replay?.training, let draft = training.draft else { return }
    let open = training.lesson.open
    guard open.count > 1, let place = open.firstIndex(where: { $0.id == draft.question.id })
    else {
      message = Message(words(TrainingWord.onlyOneOpen))
      return
    }
    replay?.training?.front = .question(open[(place + open.count - 1) % open.count].id)
  }

  // Away from what stands in front, to the ward's screens.
  private mutating func leaveFront() -> [Effect]? {
    guard list == nil, let training = replay?.training else { return nil }
    switch training.front {
    case .ward: return nil
    case .debrief: return []
    case .question:
      replay?.training?.front = .ward
      return settleLesson()
    case .page(.briefing, _):
      replay?.training?.front = .ward
      return settleLesson()
    case .page(_, _):
      if let debrief = training.debrief {
        let line = debriefLine(of: training.last, in: debrief)
        replay?.training?.front = .debrief(line: line)
        return []
      }
      replay?.training?.front = .ward
      return settleLesson()
    }
  }

  // MARK: The end

  static let endingPrefix = "ending:"

  // Whoever ends is asked first: there is no way back into the session.
  private mutating func openEnding() {
    guard replay?.training?.debrief == nil else { return }
    list = OpenList(
      kind: .ending,
      picker: Picker(
        [("stay", TrainingWord.stay), ("debrief", .endHere), ("leave", .leaveSession)].map {
          Picker.Item(id: Self.endingPrefix + $0.0, title: words($0.1))
        }))
  }

  /// The answer; `nil` for a line of another list.
  mutating func end(byLine id: String) -> [Effect]? {
    guard id.hasPrefix(Self.endingPrefix) else { return nil }
    switch id.dropFirst(Self.endingPrefix.count) {
    case "debrief": return finishLesson()
    case "leave": return [.quit]
    default: break
    }
    return []
  }

  private mutating func finishLesson() -> [Effect] {
    guard let training = replay?.training, let position = replay?.clock.position else { return [] }
    replay?.clock.pause()
    let lesson = training.finished(at: position)
    let debrief = Debrief(lesson.record)
    replay?.training?.lesson = lesson
    replay?.training?.debrief = debrief
    replay?.training?.front = .debrief(line: 0)
    return SessionNote.finish(debrief).map { [.session($0, at: position)] } ?? []
  }

  private mutating func openDebrief() -> [Effect] {
    replay?.training?.front = .debrief(line: 0)
    return []
  }

  // MARK: Entry

  /// What the learner entered is in the copy: the clock goes on to when it was written down, and the
  /// copy may ask something new.
  mutating func take(entered receipt: EntryReceipt, _ lesson: Lesson) -> [Effect] {
    replay?.training?.lesson = lesson
    replay?.clock.jump(to: receipt.storedAt)
    var effects = take(receipt)
    for event in lesson.entries where receipt.ids.contains(event.id) {
      effects.append(.session(.entry(event), at: receipt.storedAt))
    }
    effects += settleLesson()
    let position = replay?.clock.position ?? now
    return effects + [.replay(to: position)]
  }
}

extension TrainingState {
  var isAtWard: Bool { if case .ward = front { true } else { false } }

  /// Changes the answer that is being made.
  mutating func draft(do change: (inout AnswerDraft) -> Void) {
    guard case .question(let id) = front, var draft = drafts[id] else { return }
    change(&draft)
    drafts[id] = draft
  }
}
