extension Command {
  /// A command about trends, whose words stand in their own catalogue.
  private init(
    trend id: String, _ title: TrendWord, _ contexts: Set<Context>, _ keys: [String],
    hint: Int = 0, label: TrendWord? = nil
  ) {
    self.init(
      id: id, title: .trend(title), contexts: contexts, keys: keys, hint: hint,
      label: .trend(label ?? title))
  }

  /// The commands about trends and the day table.
  static let trends: [Command] = [
    Command(
      trend: "patient.trends", .commandTrends, [.patient], ["g"], hint: 61, label: .hintTrends),
    Command(
      trend: "patient.dayTable", .commandDayTable, [.patient], ["d"], hint: 59,
      label: .hintDayTable),
    Command(
      trend: "ward.trends", .commandWardTrends, [.ward], ["g"], hint: 44, label: .hintWardTrends),
    Command(
      trend: "trends.closer", .commandCloser, [.trends, .wardTrends], ["+", "="], hint: 86,
      label: .hintZoom),
    Command(trend: "trends.wider", .commandWider, [.trends, .wardTrends], ["-"]),
    Command(
      trend: "trends.variables", .commandVariables, [.wardTrends], ["Tab"], hint: 58,
      label: .hintVariables),
    Command(
      trend: "trends.earlier", .commandStepEarlier, [.trends], ["Left"], hint: 85,
      label: .hintStep),
    Command(trend: "trends.later", .commandStepLater, [.trends], ["Right"]),
    Command(trend: "trends.scale", .commandScale, [.trends], ["l"], hint: 84, label: .hintScale),
    Command(trend: "trends.panels", .commandPanels, [.trends], ["f"], hint: 83, label: .hintPanels),
    Command(
      trend: "trends.compare", .commandCompare, [.trends], ["c"], hint: 82, label: .hintCompare),
    Command(
      trend: "trends.signs", .commandSigns, [.trends], ["s"], hint: 68, label: .hintSigns),
    Command(trend: "trends.hide", .commandHide, [.trends], ["x"]),
    Command(trend: "trends.raise", .commandRaise, [.trends], ["{", "S-Up"]),
    Command(trend: "trends.lower", .commandLower, [.trends], ["}", "S-Down"]),
    Command(trend: "trends.standard", .commandStandard, [.trends], []),
  ]
}
