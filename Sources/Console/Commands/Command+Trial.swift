extension Command {
  /// The commands of the Trial screen, whose words stand in its own catalogue.
  static let trial: [Command] = [
    Command(
      trial: "trial", .commandTrial, [.ward, .patient, .about, .alerts], ["c"], hint: 18,
      label: .hintTrial),
    Command(
      trial: "trial.next", .commandNext, [.trial], ["Tab", "Right"], hint: 75, label: .hintNext),
    Command(trial: "trial.previous", .commandPrevious, [.trial], ["Left"]),
    Command(trial: "trial.other", .commandOther, [.trial], ["f"], hint: 70, label: .hintOther),
    Command(
      trial: "trial.behind", .commandBehind, [.trial], ["Enter"], hint: 80, label: .hintBehind),
  ]

  private init(
    trial id: String, _ title: TrialWord, _ contexts: Set<Context>, _ keys: [String],
    hint: Int = 0, label: TrialWord? = nil
  ) {
    self.init(
      id: id, title: .trial(title), contexts: contexts, keys: keys, hint: hint,
      label: .trial(label ?? title))
  }
}
