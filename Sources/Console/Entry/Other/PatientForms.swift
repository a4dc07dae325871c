package import Clinical

/// Coming, moving to another bed, going.
package struct StayForm: EntryForm {
  package init() {}
  package let title = EntryWord.titleStay

  static let actions = [
    EntryOption("a", "admission", .stayAdmission), EntryOption("t", "transfer", .stayTransfer),
    EntryOption("l", "leave", .stayLeave), EntryOption("r", "return", .stayReturn),
    EntryOption("d", "discharge", .stayDischarge),
  ]
  static let levels = [
    EntryOption("w", "ward", .levelWard), EntryOption("i", "intensiveCare", .levelIntensive),
  ]

  package func fields(_ reading: FormReading) -> [FieldSpec] {
    var specs = [
      FieldSpec("action", .stayAction, .choice(Self.actions, advances: true), isRequired: true)
    ]
    guard ["admission", "transfer", "return"].contains(reading["action"].choice) else {
      return specs
    }
    let moves = reading["action"].choice != "return"
    specs.append(FieldSpec("newBed", .bed, .text(32), isRequired: moves))
    specs.append(FieldSpec("unit", .unit, .text(64)))
    specs.append(FieldSpec("level", .levelOfCare, .choice(Self.levels, advances: true)))
    return specs
  }

  package func contents(_ reading: FormReading) -> [Content] {
    guard let action = reading.option("action", as: Stay.Action.self) else { return [] }
    return [
      .stay(
        Stay(
          action: action, unit: reading["unit"].text, bed: reading["newBed"].text,
          level: reading.option("level", as: Stay.Level.self)))
    ]
  }

  package func texts(of originals: [Event], in zone: Zone) -> [String: String] {
    guard case .stay(let entry)? = originals.first?.content else { return [:] }
    return [
      "action": Self.actions.key(of: entry.action), "newBed": entry.bed, "unit": entry.unit,
      "level": Self.levels.key(of: entry.level),
    ].compactMapValues { $0 }
  }
}

/// Alive, dead, withdrawn, lost to follow-up.
package struct StatusForm: EntryForm {
  package init() {}
  package let title = EntryWord.titleStatus

  static let states = [
    EntryOption("a", "alive", .stateAlive), EntryOption("d", "death", .stateDeath),
    EntryOption("w", "withdrawn", .stateWithdrawn), EntryOption("l", "lostToFollowUp", .stateLost),
  ]
  static let causes = [
    EntryOption("c", "crs", .scaleCRS), EntryOption("i", "icans", .scaleICANS),
    EntryOption("d", "disease", .causeDisease), EntryOption("f", "infection", .causeInfection),
    EntryOption("o", "other", .causeOther),
  ]

  package func fields(_ reading: FormReading) -> [FieldSpec] {
    var specs = [
      FieldSpec("state", .state, .choice(Self.states, advances: true), isRequired: true)
    ]
    if reading["state"].choice == "death" {
      specs.append(
        FieldSpec(
          "principal", .principalCause, .choice(Self.causes, advances: true), isRequired: true))
    }
    return specs
  }

  package func contents(_ reading: FormReading) -> [Content] {
    guard let state = reading.option("state", as: Status.State.self) else { return [] }
    return [
      .status(
        Status(
          state: state,
          principalCause: reading.option("principal", as: Status.PrincipalCause.self)))
    ]
  }

  package func texts(of originals: [Event], in zone: Zone) -> [String: String] {
    guard case .status(let entry)? = originals.first?.content else { return [:] }
    return [
      "state": Self.states.key(of: entry.state),
      "principal": Self.causes.key(of: entry.principalCause),
    ].compactMapValues { $0 }
  }
}

/// Who the patient is; only the fields that are filled in are stored.
package struct DetailsForm: EntryForm {
  package init() {}
  package let title = EntryWord.titleDetails

  static let sexes = [
    EntryOption("f", "female", .female), EntryOption("m", "male", .male),
    EntryOption("o", "other", .forOther),
    EntryOption("u", "unknown", .unknown),
  ]

  package func fields(_ reading: FormReading) -> [FieldSpec] {
    let weight = reading.context.summary.weight
    return [
      FieldSpec(
        "weight", .weight, .number(NumberRule(.weight)), unit: "kg",
        last: weight.map { FieldSpec.Last(.number($0.value, nil), at: $0.at) }),
      FieldSpec("height", .height, .number(NumberRule(.height)), unit: "cm"),
      FieldSpec("name", .name, .text(100)),
      FieldSpec("sex", .sex, .choice(Self.sexes, advances: true)),
      FieldSpec("birth", .birthDate, .date),
      FieldSpec("hospitalNumber", .hospitalNumber, .text(64)),
      FieldSpec("diagnosis", EntryText(.diagnosis), .text(64), remark: EntryText(.diagnosisHelp)),
      FieldSpec("language", EntryText(.language), .text(32), remark: EntryText(.languageHelp)),
      FieldSpec("delay", .developmentalDelay, .choice(EntryOption.yesNo, advances: true)),
    ]
  }

  package func contents(_ reading: FormReading) -> [Content] {
    var birth: CalendarDate?
    if case .date(let date) = reading["birth"] { birth = date }
    let details = PatientDetails(
      name: reading["name"].text, sex: reading.option("sex", as: PatientDetails.Sex.self),
      birthDate: birth, diagnosis: reading["diagnosis"].text,
      weight: reading.number("weight", .kilogram), height: reading.number("height", .centimetre),
      developmentalDelay: reading.flag("delay"), hospitalNumber: reading["hospitalNumber"].text,
      language: reading["language"].text)
    return details == PatientDetails() ? [] : [.patient(details)]
  }

  package func texts(of originals: [Event], in zone: Zone) -> [String: String] {
    guard case .patient(let entry)? = originals.first?.content else { return [:] }
    return [
      "weight": entry.weight.flatMap(Measure.weight.normalised).map { "\($0)" },
      "height": entry.height.flatMap(Measure.height.normalised).map { "\($0)" },
      "name": entry.name, "sex": Self.sexes.key(of: entry.sex),
      "birth": entry.birthDate.map { "\($0)" }, "hospitalNumber": entry.hospitalNumber,
      "diagnosis": entry.diagnosis, "language": entry.language,
      "delay": entry.developmentalDelay.map { $0 ? "y" : "n" },
    ].compactMapValues { $0 }
  }
}
