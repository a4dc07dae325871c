extension ChoiceSettings {
  /// Takes over one setting; `null` returns to the documented default. A name or value that no
  /// choice of grading knows changes nothing: `problem(with:)` has refused it on entry, or another
  /// room reads it.
  package mutating func apply(_ setting: Setting) {
    if let choice = DocumentedChoice.named(setting.name) {
      _ = choice.write(&self, setting.value == .null ? choice.defaultValue : setting.value)
    } else if let (row, band) = Self.planInterval(setting.name) {
      let standard = ObservationIntervals()[keyPath: row][band.rawValue]
      switch setting.value {
      case .null: plan[keyPath: row][band.rawValue] = standard
      case .number(let number):
        if let hours = number.whole, Self.planHours.contains(hours) {
          plan[keyPath: row][band.rawValue] = hours
        }
      default: break
      }
    }
  }

  /// What is wrong with a setting's value, with what would be right, whichever room reads it; `nil`
  /// when nothing is.
  package static func problem(with setting: Setting) -> String? {
    if setting.value == .null, !setting.name.hasPrefix("D-") { return nil }
    if let choice = DocumentedChoice.named(setting.name) {
      var scratch = ChoiceSettings()
      if setting.value == .null || choice.write(&scratch, setting.value) { return nil }
      return "\(setting.name) takes \(choice.form.hint), or null for the default"
    }
    if setting.name.hasPrefix("D-") {
      return "there is no documented choice \(setting.name); the choices are D-01 to D-33"
    }
    if planInterval(setting.name) != nil {
      if case .number(let number) = setting.value, let hours = number.whole,
        planHours.contains(hours)
      {
        return nil
      }
      return
        "\(setting.name) takes hours, \(planHours.lowerBound) to \(planHours.upperBound), or null for the default"
    }
    return ConsoleSettings.problem(with: setting) ?? OutcomeSettings.problem(with: setting)
      ?? AlertSettings.problem(with: setting)
  }

  private static let planHours = 1...168

  // `plan.vitals.15-21` and `plan.ice.15-21`; other rows of the plan do not enter grading.
  private static func planInterval(
    _ name: String
  ) -> (WritableKeyPath<ObservationIntervals, [Int]>, ObservationIntervals.Band)? {
    let rows: [(String, WritableKeyPath<ObservationIntervals, [Int]>)] = [
      ("plan.vitals.", \.vitals), ("plan.ice.", \.neuro),
    ]
    for (prefix, row) in rows where name.hasPrefix(prefix) {
      let rest = name.dropFirst(prefix.count)
      if let band = ObservationIntervals.Band.allCases.first(where: { $0.name == rest }) {
        return (row, band)
      }
    }
    return nil
  }
}
