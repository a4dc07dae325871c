import Clinical
import Replay
import Terminal

extension ConsoleState {
  /// What the scripted patient says to the item of ICE that is asked now; `nil` outside of a lesson
  /// and for every other field.
  func replyGroup(_ state: EntryState, _ prompts: EntryCatalogue) -> Group? {
    guard let training = replay?.training, state.kind == .neuro, !state.usesCAPD,
      let item = ICEItem(rawValue: state.focus)
    else { return nil }
    let reply: String
    let at = state.observedAt
    switch training.patient.reply(to: item, at: at) {
    case .unknown: reply = words(TrainingWord.replyUnknown)
    case .none(let status):
      let option = NeuroForm.statuses.first { $0.id == status.rawValue }
      reply = words(
        TrainingWord.replyNone, option.map { prompts($0.word, $0.id) } ?? status.rawValue)
    case .answer(let isRight): reply = answer(to: item, isRight: isRight, state, at)
    }
    return Group(
      id: "reply", title: FittedText(words(TrainingWord.patientSays)),
      content: .text([StyledText(reply, .strong)]), frame: .rule, priority: 95, leastRows: 1)
  }

  // In words that the learner must judge, as at the bedside: it is not said whether it is right.
  private func answer(
    to item: ICEItem, isRight: Bool, _ state: EntryState, _ at: Instant
  ) -> String {
    let date = zone.date(of: at)
    let objects = ICEWords.objects(state.wordSet, state.context.language)
    func object(_ place: Int) -> String {
      let told = isRight ? place : place + 1
      return objects.isEmpty ? "" : objects[told % objects.count]
    }
    switch item {
    case .year: return words(TrainingWord.replySays, "\(isRight ? date.year : date.year - 10)")
    case .month:
      return words(TrainingWord.replySays, "\(isRight ? date.month : (date.month + 4) % 12 + 1)")
    case .city: return words(isRight ? TrainingWord.replyCity : .replyCityWrong)
    case .hospital: return words(isRight ? TrainingWord.replyHospital : .replyHospitalWrong)
    case .object1: return words(TrainingWord.replySays, object(0))
    case .object2: return words(TrainingWord.replySays, object(1))
    case .object3: return words(TrainingWord.replySays, object(2))
    case .command: return words(isRight ? TrainingWord.replyCommand : .replyCommandWrong)
    case .writing: return words(isRight ? TrainingWord.replyWriting : .replyWritingWrong)
    case .attention:
      return words(
        TrainingWord.replySays, isRight ? "100, 90, 80, 70, 60 … 10" : "100, 90, 70, 80, 50 …")
    }
  }
}
