internal import Clinical

extension EventFields {
  func site() throws(Refusal) -> Site {
    Site(
      name: try required(line(.name), .name, "write the name of the ward or hospital"),
      timeZone: try zoneName(), languages: try lines(.languages),
      demoMoment: try moment(.demoMoment))
  }

  private func zoneName() throws(Refusal) -> String {
    let name = try required(
      line(.timeZone), .timeZone, "write the zone's IANA name, e.g. \"Asia/Shanghai\"")
    guard ZoneNames.isKnown(name) else {
      throw refusal(
        .timeZone, "this machine knows no time zone \(Echo.quoted(name))",
        remedy: "write an IANA name, e.g. \"Asia/Shanghai\"",
        nearest: NearestName.of(name, in: ZoneNames.all))
    }
    return name
  }

  func setting(_ event: Event) throws(Refusal) -> Setting {
    let name = try required(line(.name), .name, "write which, e.g. \"D-05\"")
    guard hasMember(.value) else {
      throw missing(.value, "write the value, or null to return to the default")
    }
    var value = SettingValue.null
    if let node = node(.value) { value = try SettingValue(text.value(node), "value") }
    let setting = Setting(name: name, value: value)
    try SettingNames.check(name)
    if let problem = ChoiceSettings.problem(with: setting) {
      throw refusal(.value, problem)
    }
    guard event.reason != nil else { throw missing(.reason, "write why it is changed") }
    return setting
  }

  func user(_ event: Event) throws(Refusal) -> User {
    User(
      login: try required(line(.login), .login, "write the login of the operating system"),
      name: try required(line(.name), .name, "write the person's name"),
      role: try required(
        event.role, .role, "write \(Prose.list(Role.allCases.map(\.rawValue)))"),
      active: try flag(.active))
  }
}
