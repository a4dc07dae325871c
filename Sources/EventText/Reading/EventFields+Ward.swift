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
    if let node = node(.value) { value = try settingValue(node, "value") }
    let setting = Setting(name: name, value: value)
    try SettingNames.check(name)
    if let problem = ChoiceSettings.problem(with: setting) {
      throw refusal(.value, problem)
    }
    guard event.reason != nil else { throw missing(.reason, "write why it is changed") }
    return setting
  }

  private func settingValue(_ node: Int, _ path: String) throws(Refusal) -> SettingValue {
    switch text.nodes[node].kind {
    case .null: return .null
    case .no: return .flag(false)
    case .yes: return .flag(true)
    case .number, .looseNumber: return .number(text.number(node))
    case .string, .escapedString:
      let written = text.string(node)
      try refuseControls(in: written, path, lines: true)
      return .text(written)
    case .array:
      var list: [SettingValue] = []
      for (n, element) in text.elements(of: node).enumerated() {
        list.append(try settingValue(element, "\(path)[\(n)]"))
      }
      return .list(list)
    case .object:
      var fields: [String: SettingValue] = [:]
      for member in text.members(of: node) {
        let name = text.string(member)
        let inner = "\(path).\(Echo.cut(name))"
        try refuseControls(in: name, inner, lines: false)
        // Two spellings of one name, composed and decomposed, are one name here.
        guard fields[name] == nil else { throw Refusal(field: inner, problem: "it stands twice") }
        fields[name] = try settingValue(member + 1, inner)
      }
      return .fields(fields)
    }
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
