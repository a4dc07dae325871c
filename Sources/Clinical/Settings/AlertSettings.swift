/// What a site has set for alerts and for the plan of observations: the numbers of `AlertLimit`, who
/// is on call, the rows of the plan that do not enter grading, and its pauses.
///
/// Folded from `setting` events in order; the patient's own stand on top of the ward's.
package struct AlertSettings: Hashable, Sendable {
  private var numbers: [DecimalNumber] = Self.standards
  /// Who is called when a highest alert stands unacknowledged, in order.
  package var onCall: [String] = []
  /// One bell for each new highest alert.
  package var bell = true
  package var plan = PlanSettings()
  /// The limits that are the patient's own.
  package var ownLimits: Set<AlertLimit> = []
  /// The limits that somebody has set, for the ward or the patient, be it to the default.
  package private(set) var setLimits: Set<AlertLimit> = []

  package init() {}

  package subscript(limit: AlertLimit) -> DecimalNumber { numbers[limit.rawValue] }

  /// The limit as a whole number; of one with a fraction the whole part.
  package func whole(_ limit: AlertLimit) -> Int {
    let number = self[limit]
    return number.whole ?? Int(number.double)
  }

  /// The limit as a length of time, by its unit.
  package func span(_ limit: AlertLimit) -> TimeSpan {
    let unit: Int64 =
      switch limit.row.unit {
      case "d": 86_400_000_000
      case "h": 3_600_000_000
      case "min": 60_000_000
      default: 1_000_000
      }
    return TimeSpan(
      microseconds: Int64(
        self[limit].scaled(by: unit, over: 1, places: 0).roundedHalfUp(places: 0)))
  }

  private static let standards = AlertLimit.allCases.map(\.row.standard)

  /// Takes over one setting at its `at`; `null` returns to the default. A name of another room
  /// changes nothing.
  package mutating func apply(_ setting: Setting, at t: Instant) {
    if let limit = AlertLimit.named(setting.name) {
      if setting.value == .null {
        numbers[limit.rawValue] = limit.row.standard
        setLimits.remove(limit)
      } else if limit.takes(setting.value), case .number(let number) = setting.value {
        numbers[limit.rawValue] = number
        setLimits.insert(limit)
      }
      return
    }
    switch setting.name {
    case Self.onCallName: onCall = Self.people(setting.value) ?? []
    case Self.bellName:
      if case .flag(let isOn) = setting.value { bell = isOn } else { bell = true }
    default: plan.apply(setting, at: t)
    }
  }

  static let onCallName = "onCall"
  static let bellName = "alerts.bell"

  // One name or several, none of them empty.
  private static func people(_ value: SettingValue) -> [String]? {
    switch value {
    case .null: return []
    case .text(let name): return name.isEmpty ? nil : [name]
    case .list(let names):
      var people: [String] = []
      for name in names {
        guard case .text(let text) = name, !text.isEmpty else { return nil }
        people.append(text)
      }
      return people
    default: return nil
    }
  }
}

extension AlertSettings {
  /// Every name that a setting of alerts or of the plan may have, for the nearest-name help of a
  /// refusal.
  package static let names: [String] =
    AlertLimit.allCases.map(\.id) + [onCallName, bellName] + PlanSettings.names

  private static let known = Set(names)

  package static func isKnown(_ name: String) -> Bool { known.contains(name) }

  /// What is wrong with a setting's value, with what would be right; `nil` when nothing is or the
  /// name is another room's.
  package static func problem(with setting: Setting) -> String? {
    if setting.value == .null { return nil }
    if let limit = AlertLimit.named(setting.name) {
      return limit.takes(setting.value)
        ? nil : "\(setting.name) takes \(limit.hint), or null for the default"
    }
    switch setting.name {
    case onCallName:
      return people(setting.value) == nil
        ? "onCall takes the names of those who are called, in order, e.g. [\"registrar\", \"consultant\"]"
        : nil
    case bellName:
      if case .flag = setting.value { return nil }
      return "alerts.bell takes true or false, or null for the default"
    default: return PlanSettings.problem(with: setting)
    }
  }
}
