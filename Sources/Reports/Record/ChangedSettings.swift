import Clinical

/// A setting that differs from its documented default.
struct ChangedSetting {
  let name: String
  let value: SettingValue
  /// `nil` where no table says one.
  let standard: SettingValue?
  /// True for one of this patient alone.
  let isOwn: Bool
  let at: Instant
}

/// The settings in force after some facts that differ from the defaults: the patient's own on top of
/// the ward's, in order of their names.
enum ChangedSettings {
  static func of(_ facts: some Sequence<Fact>) -> [ChangedSetting] {
    var ward: [String: ChangedSetting] = [:]
    var own: [String: ChangedSetting] = [:]
    for fact in facts {
      guard case .setting(let setting) = fact.event.content else { continue }
      let isOwn = fact.event.patient != nil
      let changed = ChangedSetting(
        name: setting.name, value: setting.value, standard: standard(setting.name), isOwn: isOwn,
        at: fact.key.at)
      if isOwn { own[setting.name] = changed } else { ward[setting.name] = changed }
    }
    // A patient's `null` is the end of what is the patient's own.
    for (name, setting) in own where setting.value != .null { ward[name] = setting }
    return ward.values.filter { $0.value != .null && $0.value != $0.standard }
      .sorted { $0.name < $1.name }
  }

  private static func standard(_ name: String) -> SettingValue? {
    if let choice = DocumentedChoice.named(name) { return choice.defaultValue }
    if let limit = AlertLimit.named(name) { return .number(limit.row.standard) }
    let outcomes = OutcomeSettings()
    switch name {
    case OutcomeSettings.visitsName:
      return .list(outcomes.visits.map { .number(DecimalNumber($0)) })
    case OutcomeSettings.percentageName: return .number(outcomes.clearedPercentage)
    case OutcomeSettings.cellsName: return .number(outcomes.clearedCells)
    case ConsoleSettings.coverAfterName:
      return .number(DecimalNumber(ConsoleSettings.standardCoverAfter))
    default: return planStandard(name)
    }
  }

  // Of `plan.vitals.15-21` and `plan.ice.15-21`, which enter grading.
  private static func planStandard(_ name: String) -> SettingValue? {
    let rows: [(String, [Int])] = [
      ("plan.vitals.", ObservationIntervals().vitals), ("plan.ice.", ObservationIntervals().neuro),
    ]
    for (prefix, hours) in rows where name.hasPrefix(prefix) {
      let rest = name.dropFirst(prefix.count)
      if let band = ObservationIntervals.Band.allCases.first(where: { $0.name == rest }) {
        return .number(DecimalNumber(hours[band.rawValue]))
      }
    }
    return nil
  }
}

extension SettingValue {
  /// As a person reads it.
  var words: String {
    switch self {
    case .null: "null"
    case .flag(let flag): flag ? "true" : "false"
    case .number(let number): number.description
    case .text(let text): text
    case .list(let values): values.map(\.words).joined(separator: ", ")
    case .fields(let fields):
      fields.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.words)" }
        .joined(separator: ", ")
    }
  }
}
