import Clinical
import Replay
import Terminal

extension ConsoleState {
  /// A key while a question is in front: an answer to its field, or a command of questions.
  mutating func pressInQuestion(_ key: Key) -> [Effect] {
    guard let training = replay?.training, let draft = training.draft else { return [] }
    if let text = key.text {
      if draft.field == .give, text == "y" { return giveAnswer(draft) }
      if training.takes(text) {
        replay?.training?.draft(do: { _ = $0.take(text) })
        return []
      }
    }
    guard let command = keymap.command(for: key, in: .question) else {
      if key.text != nil { message = Message(words(TrainingWord.noAnswer), .notice) }
      return []
    }
    return perform(command)
  }

  private mutating func giveAnswer(_ draft: AnswerDraft) -> [Effect] {
    guard let position = replay?.clock.position else { return [] }
    let item =
      draft.isEmpty
      ? replay?.training?.lesson.giveUp(draft.question.id)
      : replay?.training?.lesson.answer(draft.answer, at: position)
    guard let item else { return [] }
    replay?.training?.drafts[draft.question.id] = nil
    replay?.training?.last = item
    replay?.training?.front = .page(.reasons(item), scrolled: 0)
    // That it was given up is kept too: the reasons have been read.
    let given = item.answer ?? GivenAnswer(question: draft.question.id)
    return [.session(.answer(given), at: position)]
  }
}

extension TrainingState {
  /// True where a key is an answer to the field.
  fileprivate func takes(_ key: Character) -> Bool {
    guard var draft else { return false }
    return draft.take(key)
  }
}
