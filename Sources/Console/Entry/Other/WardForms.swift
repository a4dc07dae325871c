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

  // As JSON has it where it can be: a number, true, false, null; else the text.
  static func value(_ text: String) -> SettingValue {
    switch text {
    case "null": .null
    case "true": .flag(true)
    case "false": .flag(false)
    default: TypedText.decimal(text).map(SettingValue.number) ?? .text(text)
    }
  }

  package func texts(of originals: [Event], in zone: Zone) -> [String: String] {
    guard let event = originals.first, case .setting(let entry) = event.content else { return [:] }
    var texts = ["setting": entry.name, "whole": event.patient == nil ? "y" : "n"]
    switch entry.value {
    case .null: texts["value"] = "null"
    case .flag(let flag): texts["value"] = flag ? "true" : "false"
    case .number(let number): texts["value"] = "\(number)"
    case .text(let text): texts["value"] = text
    case .list, .fields: break
    }
    return texts
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
