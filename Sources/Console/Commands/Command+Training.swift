extension Command {
  /// Training: questions, reasons and the debrief of a session.
  static let training: [Command] = [
    Command(
      train: "train.question", .commandQuestion, [.ward, .patient, .alerts, .about], ["O"],
      hint: 96),
    Command(train: "train.reasons", .commandReasons, [.ward, .patient, .alerts], []),
    Command(
      train: "train.end", .commandEnd, [.ward, .patient, .alerts, .about, .question, .page],
      ["F6"], hint: 25),
    Command(
      train: "train.next", .commandNextField, [.question], ["Enter", "Down", "Tab"], hint: 80),
    Command(
      train: "train.previous", .commandPreviousField, [.question], ["Backspace", "Up", "S-Tab"],
      hint: 75),
    Command(train: "train.lookAround", .commandLookAround, [.question], ["Esc"], hint: 85),
    Command(train: "train.other", .commandOtherQuestion, [.question], ["F8"]),
    Command(train: "train.goOn", .commandGoOn, [.page], ["Enter", "Space", "Esc"], hint: 95),
    Command(
      train: "train.progress", .commandProgress, [.ward, .patient, .alerts, .page, .debrief],
      ["F4"], hint: 24),
    Command(train: "train.open", .commandOpenLine, [.debrief], ["Enter"], hint: 95),
  ]

  private init(
    train id: String, _ title: TrainingWord, _ contexts: Set<Context>, _ keys: [String],
    hint: Int = 0
  ) {
    self.init(
      id: id, title: .training(title), contexts: contexts, keys: keys, hint: hint,
      label: .training(title.hint ?? title))
  }
}
