import Clinical
import Testing

@Suite("What a site has set for the trial's endpoints")
struct OutcomeSettingsTests {
  private func setting(_ name: String, _ value: SettingValue) -> Setting {
    Setting(name: name, value: value)
  }

  @Test("visits and thresholds are taken over, and null returns to the standard")
  func apply() {
    var settings = OutcomeSettings()
    settings.apply(setting("outcomes.visits", .list([.number(0), .number(7)])))
    settings.apply(setting("outcomes.cd7.percent", .number(2)))
    settings.apply(setting("outcomes.cd7.cells", .number(10)))
    #expect(settings.visits == [0, 7])
    #expect(settings.clearedPercentage == 2)
    #expect(settings.clearedCells == 10)
    for name in OutcomeSettings.names { settings.apply(setting(name, .null)) }
    #expect(settings == OutcomeSettings())
  }

  @Test("days out of order, no number, a limit of 0: each is refused with what would be right")
  func refused() throws {
    for (name, value) in [
      ("outcomes.visits", SettingValue.list([.number(7), .number(7)])),
      ("outcomes.visits", .list([])), ("outcomes.visits", .text("7")),
      ("outcomes.visits", .list([.number(-31)])), ("outcomes.cd7.percent", .number(0)),
      ("outcomes.cd7.cells", .text("5")),
    ] {
      let problem = try #require(ChoiceSettings.problem(with: setting(name, value)))
      #expect(problem.contains(name))
    }
    #expect(ChoiceSettings.problem(with: setting("outcomes.visits", .null)) == nil)
    #expect(ChoiceSettings.problem(with: setting("outcomes.cd7.percent", .number(2))) == nil)
  }
}
