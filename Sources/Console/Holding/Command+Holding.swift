extension Command {
  /// The holding list: its words stand in a catalogue of their own.
  static let holding: [Command] = [
    Command(holding: "holding", .commandHolding, [.ward, .patient, .alerts], ["H"]),
    Command(
      holding: "holding.file", .commandFile, [.holding], ["Enter"], hint: 80, label: .hintFile),
    Command(
      holding: "holding.dismiss", .commandDismiss, [.holding], ["d"], hint: 70,
      label: .hintDismiss),
  ]

  private init(
    holding id: String, _ title: HoldingWord, _ contexts: Set<Context>, _ keys: [String],
    hint: Int = 0, label: HoldingWord? = nil
  ) {
    self.init(
      id: id, title: .holding(title), contexts: contexts, keys: keys, hint: hint,
      label: .holding(label ?? title), writes: .ward)
  }
}
