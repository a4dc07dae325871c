import Terminal

extension ConsoleState {
  /// What the letters and signs of trends mean, for the help; they do nothing when they are chosen.
  var trendLegendItems: [Picker.Item] {
    guard context == .trends else { return [] }
    let signs: [TrendWord] = [
      .legendT, .legendA, .legendD, .legendN, .legendP, .legendI, .legendL, .legendBaseline,
      .legendPeak, .legendLast, .legendCensored, .legendOff, .legendOpen, .legendOxygen,
    ]
    return signs.map { Picker.Item(id: "legend:\($0)", title: words($0)) }
  }
}
