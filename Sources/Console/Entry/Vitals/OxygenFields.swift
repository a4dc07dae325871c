import Clinical

/// Device, flow and FiO2, shared by the round of vital signs and the form of oxygen.
package enum OxygenFields {
  /// A letter for each of the sixteen devices.
  package static let devices = [
    EntryOption("r", "roomAir", .deviceRoomAir),
    EntryOption("n", "nasalCannula", .deviceNasalCannula),
    EntryOption("w", "blowBy", .deviceBlowBy),
    EntryOption("h", "highFlowNasalCannula", .deviceHighFlow),
    EntryOption("m", "simpleFaceMask", .deviceFaceMask),
    EntryOption("v", "venturiMask", .deviceVenturi),
    EntryOption("p", "partialRebreather", .devicePartialRebreather),
    EntryOption("x", "nonRebreather", .deviceNonRebreather),
    EntryOption("f", "faceTent", .deviceFaceTent),
    EntryOption("a", "aerosolMask", .deviceAerosolMask),
    EntryOption("t", "tracheostomyCollar", .deviceTracheostomy),
    EntryOption("c", "cpap", .deviceCPAP),
    EntryOption("b", "bipap", .deviceBiPAP), EntryOption("s", "niv", .deviceNIV),
    EntryOption("i", "invasiveVentilation", .deviceVentilation),
    EntryOption("e", "ecmo", .deviceECMO),
  ]

  static func specs(_ reading: FormReading, isRequired: Bool) -> [FieldSpec] {
    let last = reading.context.facts.oxygen
    var specs = [
      FieldSpec(
        "device", .oxygenDevice, .choice(devices, advances: true), isRequired: isRequired,
        mayBeNotDone: !isRequired,
        last: last.map { FieldSpec.Last(.choice($0.entry.device.rawValue), at: $0.at) })
    ]
    guard reading["device"] != .choice("roomAir") else { return specs }
    specs.append(
      FieldSpec(
        "flow", .oxygenFlow, .number(NumberRule(.flow)), unit: "L/min",
        last: last.flatMap { last in
          last.entry.flow.flatMap(Measure.flow.normalised).map {
            FieldSpec.Last(.number($0, nil), at: last.at)
          }
        }))
    specs.append(
      FieldSpec(
        "fio2", .oxygenFraction, .number(NumberRule(.fio2, shorthand: .fraction)), unit: "%",
        last: last.flatMap { last in
          last.entry.fio2.flatMap(Measure.fio2.normalised).map {
            FieldSpec.Last(.number($0, nil), at: last.at)
          }
        }))
    return specs
  }

  static func content(_ reading: FormReading) -> Oxygen? {
    guard let device = reading.option("device", as: Oxygen.Device.self) else { return nil }
    return Oxygen(
      device: device, flow: reading.number("flow", .litrePerMinute),
      fio2: reading.number("fio2", .percent),
      indication: reading.option("indication", as: Oxygen.Indication.self))
  }

  static func texts(of oxygen: Oxygen) -> [String: String] {
    var texts: [String: String] = [:]
    texts["device"] = devices.option(id: oxygen.device.rawValue).map { String($0.key) }
    texts["flow"] = oxygen.flow.flatMap(Measure.flow.normalised).map { "\($0)" }
    texts["fio2"] = oxygen.fio2.flatMap(Measure.fio2.normalised).map { "\($0)" }
    texts["indication"] = oxygen.indication.flatMap {
      OxygenForm.indications.option(id: $0.rawValue)
    }.map { String($0.key) }
    return texts
  }

  /// A cannula without its flow cannot be graded to the point (clinical-rules 1.5).
  static func remark(_ reading: FormReading) -> FieldRemark? {
    guard reading["flow"].isEmpty else { return nil }
    switch reading["device"].choice {
    case "nasalCannula", "highFlowNasalCannula": return FieldRemark(EntryText(.askFlow), .out)
    default: return nil
    }
  }

  /// A token of the quick line: `r`, `n4`, `h30/40`, `v/35`, or a short name: `nc4`, `hfnc40/50`.
  /// Texts of device, flow and FiO2; `nil` for what is none.
  static func split(_ token: String) -> (device: String, flow: String, fraction: String)? {
    let text = TypedText.plain(token)
    if text == "=" { return ("=", "=", "=") }
    if text == "-" { return ("-", "", "") }
    let name = text.prefix { $0.isLetter }
    guard let key = key(of: String(name)) else { return nil }
    let numbers = text.dropFirst(name.count).split(
      separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let flow = numbers.first.map(String.init) ?? ""
    return (String(key), flow, numbers.count == 2 ? String(numbers[1]) : "")
  }

  private static func key(of name: String) -> Character? {
    if name.count == 1, let letter = name.first, devices.option(key: letter) != nil {
      return letter
    }
    guard let device = device(named: name) else { return nil }
    return devices.option(id: device.rawValue)?.key
  }

  /// The device that a short or full name means, in any case.
  static func device(named name: String) -> Oxygen.Device? {
    let folded = name.lowercased()
    if let device = names[folded] { return device }
    return Oxygen.Device.allCases.first { $0.rawValue.lowercased() == folded }
  }

  private static let names: [String: Oxygen.Device] = [
    "ra": .roomAir, "air": .roomAir, "nc": .nasalCannula, "np": .nasalCannula,
    "cannula": .nasalCannula, "bb": .blowBy, "hf": .highFlowNasalCannula,
    "hfnc": .highFlowNasalCannula, "hfno": .highFlowNasalCannula, "fm": .simpleFaceMask,
    "sfm": .simpleFaceMask, "mask": .simpleFaceMask, "vm": .venturiMask, "venturi": .venturiMask,
    "prb": .partialRebreather, "nrb": .nonRebreather, "nrbm": .nonRebreather, "tent": .faceTent,
    "aerosol": .aerosolMask, "trach": .tracheostomyCollar, "tc": .tracheostomyCollar,
    "imv": .invasiveVentilation, "vent": .invasiveVentilation, "intubated": .invasiveVentilation,
    "鼻导管": .nasalCannula, "面罩": .simpleFaceMask, "高流量": .highFlowNasalCannula,
    "空气": .roomAir, "无创": .niv, "插管": .invasiveVentilation,
  ]
}
