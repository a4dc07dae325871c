/// The place: its name, zone and languages.
package struct Site: Hashable, Sendable {
  package var name: String
  /// IANA name, e.g. `Asia/Shanghai`; days are counted in it.
  package var timeZone: String
  package var languages: [String]
  /// In sample data, the moment at which the demo's clock starts.
  package var demoMoment: Instant?

  package init(
    name: String, timeZone: String, languages: [String] = [], demoMoment: Instant? = nil
  ) {
    self.name = name
    self.timeZone = timeZone
    self.languages = languages
    self.demoMoment = demoMoment
  }
}

/// A changed setting: holds from its event's `at`; `null` returns to the default.
package struct Setting: Hashable, Sendable {
  /// E.g. `D-05`, `A04.systolic`, `plan.ice.15-21`, `limits.spo2.low`.
  package var name: String
  package var value: SettingValue

  package init(name: String, value: SettingValue) {
    self.name = name
    self.value = value
  }
}

/// The value of a setting, as JSON allows it.
package indirect enum SettingValue: Hashable, Sendable, Codable {
  case null
  case flag(Bool)
  case number(DecimalNumber)
  case text(String)
  case list([SettingValue])
  case fields([String: SettingValue])
}

/// A person who may use this record, by the operating system's login.
package struct User: Hashable, Sendable {
  package var login: String
  package var name: String
  package var role: Role
  package var active: Bool?

  package init(login: String, name: String, role: Role, active: Bool? = nil) {
    self.login = login
    self.name = name
    self.role = role
    self.active = active
  }
}
