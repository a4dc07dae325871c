/// What a site has set for the trial's endpoints.
package struct OutcomeSettings: Hashable, Sendable {
  /// Days from the first infusion at which samples are planned, in order.
  package var visits = standardVisits
  /// CD7+ cells are cleared below so many per cent of the lymphocytes.
  package var clearedPercentage: DecimalNumber = 1
  /// And, where only counts exist, below so many cells/µL.
  package var clearedCells: DecimalNumber = 5

  package static let standardVisits = [
    -1, 0, 1, 4, 7, 10, 14, 21, 28, 60, 90, 180, 270, 360, 540, 720,
  ]

  package init() {}

  package static let visitsName = "outcomes.visits"
  package static let percentageName = "outcomes.cd7.percent"
  package static let cellsName = "outcomes.cd7.cells"

  package static let names = [visitsName, percentageName, cellsName]

  /// The settings in force by the ward's events at `t`.
  package init(ofWard events: [Event], at t: Instant, zone: Zone) {
    for fact in Course(events, zone: zone).facts where fact.key.at <= t {
      if case .setting(let setting) = fact.event.content, fact.event.patient == nil {
        apply(setting)
      }
    }
  }

  /// Takes over one setting; `null` returns to the standard. What is not of this room, or was
  /// refused, changes nothing.
  package mutating func apply(_ setting: Setting) {
    let standard = OutcomeSettings()
    switch setting.name {
    case Self.visitsName:
      if setting.value == .null { visits = standard.visits }
      if let days = Self.days(setting.value) { visits = days }
    case Self.percentageName:
      if setting.value == .null { clearedPercentage = standard.clearedPercentage }
      if let limit = Self.limit(setting.value) { clearedPercentage = limit }
    case Self.cellsName:
      if setting.value == .null { clearedCells = standard.clearedCells }
      if let limit = Self.limit(setting.value) { clearedCells = limit }
    default: break
    }
  }

  /// What is wrong with a setting's value, with what would be right; `nil` when nothing is or the
  /// name is another room's.
  package static func problem(with setting: Setting) -> String? {
    guard names.contains(setting.name), setting.value != .null else { return nil }
    if setting.name == visitsName {
      return days(setting.value) != nil
        ? nil
        : "\(visitsName) takes days from the infusion, each later than the one before, from -30 to"
          + " 3650, e.g. [-1, 0, 7, 28], or null for the standard"
    }
    return limit(setting.value) != nil
      ? nil : "\(setting.name) takes a number above 0, or null for the standard"
  }

  private static func days(_ value: SettingValue) -> [Int]? {
    guard case .list(let entries) = value, !entries.isEmpty else { return nil }
    var days: [Int] = []
    for entry in entries {
      guard case .number(let number) = entry, let day = number.whole, (-30...3650).contains(day),
        days.last.map({ $0 < day }) ?? true
      else { return nil }
      days.append(day)
    }
    return days
  }

  private static func limit(_ value: SettingValue) -> DecimalNumber? {
    if case .number(let number) = value, number > 0 { number } else { nil }
  }
}
