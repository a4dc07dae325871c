package import Clinical

/// A changed setting: the patient's own limit or plan, or the whole ward's.
package struct SettingForm: EntryForm {
  package init() {}
  package let title = EntryWord.titleSetting

  package func fields(_ reading: FormReading) -> [FieldSpec] {
    [
      FieldSpec(
        "setting", EntryText(.settingName), .name(.any), isRequired: true,
        remark: EntryText(.settingExamples)),
      FieldSpec(
        "value", EntryText(.settingValue), .text(400), isRequired: true,
        remark: EntryText(.settingValueHelp)),
      FieldSpec("whole", .wholeWard, .choice(EntryOption.yesNo, advances: true), isRequired: true),
    ]
  }

  package func contents(_ reading: FormReading) -> [Content] {
    guard let name = reading["setting"].text, let text = reading["value"].text else { return [] }
    return [.setting(Setting(name: name, value: Self.value(text)))]
  }

  // As JSON has it where it can be: a list in brackets, a number, true, false, null; else the text.
  static func value(_ text: String) -> SettingValue {
    guard text.hasPrefix("["), text.hasSuffix("]") else { return single(text) }
    let items = text.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: true)
    return .list(items.map { single(unquoted(TypedText.plain(String($0)))) })
  }

  private static func single(_ text: String) -> SettingValue {
    switch text {
    case "null": .null
    case "true": .flag(true)
    case "false": .flag(false)
    default: TypedText.decimal(text).map(SettingValue.number) ?? .text(text)
    }
  }

  private static func unquoted(_ text: String) -> String {
    text.count > 1 && text.hasPrefix("\"") && text.hasSuffix("\"")
      ? String(text.dropFirst().dropLast()) : text
  }

  package func texts(of originals: [Event], in zone: Zone) -> [String: String] {
    guard let event = originals.first, case .setting(let entry) = event.content else { return [:] }
    var texts = ["setting": entry.name, "whole": event.patient == nil ? "y" : "n"]
    texts["value"] = Self.text(of: entry.value)
    return texts
  }

  static func text(of value: SettingValue) -> String? {
    switch value {
    case .null: return "null"
    case .flag(let flag): return flag ? "true" : "false"
    case .number(let number): return "\(number)"
    case .text(let text): return text
    case .list(let items):
      let texts = items.compactMap(text)
      return texts.count == items.count ? "[" + texts.joined(separator: ", ") + "]" : nil
    case .fields: return nil
    }
  }
}

/// The place: its name, its time zone, its languages.
package struct SiteForm: EntryForm {
  package init() {}
  package let title = EntryWord.titleSite

  package func fields(_ reading: FormReading) -> [FieldSpec] {
    [
      FieldSpec("name", .name, .text(100), isRequired: true),
      FieldSpec(
        "zone", .timeZone, .name(.any), isRequired: true, remark: EntryText(.timeZoneHelp)),
      FieldSpec("languages", .languages, .text(100), remark: EntryText(.languagesHelp)),
    ]
  }

  package func contents(_ reading: FormReading) -> [Content] {
    guard let name = reading["name"].text, let zone = reading["zone"].text else { return [] }
    let languages = (reading["languages"].text ?? "").split { $0 == "," || $0 == " " }
    var site = Site(name: name, timeZone: zone, languages: languages.map(String.init))
    if case .site(let before)? = reading.originals.first?.content {
      site.demoMoment = before.demoMoment
    }
    return [.site(site)]
  }

  package func texts(of originals: [Event], in zone: Zone) -> [String: String] {
    guard case .site(let entry)? = originals.first?.content else { return [:] }
    return [
      "name": entry.name, "zone": entry.timeZone,
      "languages": entry.languages.joined(separator: ", "),
    ]
  }
}

/// A person who may use the record.
package struct UserForm: EntryForm {
  package init() {}
  package let title = EntryWord.titleUser

  static let roles = [
    EntryOption("n", "nurse", .roleNurse), EntryOption("p", "physician", .rolePhysician),
    EntryOption("i", "instructor", .roleInstructor), EntryOption("t", "trainee", .roleTrainee),
    EntryOption("r", "reader", .roleReader), EntryOption("a", "administrator", .roleAdministrator),
  ]

  package func fields(_ reading: FormReading) -> [FieldSpec] {
    [
      FieldSpec("login", .login, .name(.any), isRequired: true),
      FieldSpec("name", .name, .text(100), isRequired: true),
      FieldSpec("role", .role, .choice(Self.roles, advances: true), isRequired: true),
      FieldSpec("active", .active, .choice(EntryOption.yesNo, advances: true)),
    ]
  }

  package func contents(_ reading: FormReading) -> [Content] {
    guard let login = reading["login"].text, let name = reading["name"].text,
      let role = reading.option("role", as: Clinical.Role.self)
    else { return [] }
    return [.user(User(login: login, name: name, role: role, active: reading.flag("active")))]
  }

  package func texts(of originals: [Event], in zone: Zone) -> [String: String] {
    guard case .user(let entry)? = originals.first?.content else { return [:] }
    return [
      "login": entry.login, "name": entry.name, "role": Self.roles.key(of: entry.role),
      "active": entry.active.map { $0 ? "y" : "n" },
    ].compactMapValues { $0 }
  }
}
