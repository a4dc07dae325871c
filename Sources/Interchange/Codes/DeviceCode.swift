import Clinical

/// A term of the MDC nomenclature that a monitor sends for a vital sign.
struct DeviceCode: Sendable {
  let code: Int
  /// The reference identifier, as monitors write it beside the code.
  let name: String
  let sign: VitalSign
  /// Where a temperature was taken, where the term says it.
  var site: Vitals.Site?
  /// Of two terms for one sign at one moment the one with the smaller number is charted.
  var rank = 0

  /// Both the standard's codes and those that monitors in use send under the standard's names.
  static let all: [DeviceCode] = [
    DeviceCode(code: 150_344, name: "MDC_TEMP", sign: .temperature),
    DeviceCode(code: 188_496, name: "MDC_TEMP_AXIL", sign: .temperature, site: .axillary),
    DeviceCode(code: 150_456, name: "MDC_PULS_OXIM_SAT_O2", sign: .spo2),
    DeviceCode(code: 147_842, name: "MDC_ECG_HEART_RATE", sign: .heartRate),
    DeviceCode(code: 149_530, name: "MDC_PULS_OXIM_PULS_RATE", sign: .pulse),
    DeviceCode(code: 149_546, name: "MDC_PULS_RATE_NON_INV", sign: .pulse, rank: 1),
    DeviceCode(code: 149_522, name: "MDC_BLD_PULS_RATE_INV", sign: .pulse, rank: 2),
    DeviceCode(code: 149_522, name: "MDC_PULS_RATE", sign: .pulse, rank: 2),
    DeviceCode(code: 151_562, name: "MDC_RESP_RATE", sign: .respiratoryRate),
    DeviceCode(code: 151_578, name: "MDC_TTHOR_RESP_RATE", sign: .respiratoryRate),
    // Told from the pulse wave, which the chest's own movement outranks.
    DeviceCode(
      code: 151_658, name: "MDC_PULS_OXIM_PLETH_RESP_RATE", sign: .respiratoryRate, rank: 1),
    DeviceCode(code: 150_033, name: "MDC_PRESS_BLD_ART_SYS", sign: .systolic),
    DeviceCode(code: 150_034, name: "MDC_PRESS_BLD_ART_DIA", sign: .diastolic),
    DeviceCode(code: 150_035, name: "MDC_PRESS_BLD_ART_MEAN", sign: .meanArterial),
    DeviceCode(code: 150_301, name: "MDC_PRESS_CUFF_SYS", sign: .systolic, rank: 1),
    DeviceCode(code: 150_302, name: "MDC_PRESS_CUFF_DIA", sign: .diastolic, rank: 1),
    DeviceCode(code: 150_303, name: "MDC_PRESS_CUFF_MEAN", sign: .meanArterial, rank: 1),
    DeviceCode(code: 150_021, name: "MDC_PRESS_BLD_NONINV_SYS", sign: .systolic, rank: 1),
    DeviceCode(code: 150_022, name: "MDC_PRESS_BLD_NONINV_DIA", sign: .diastolic, rank: 1),
    DeviceCode(code: 150_023, name: "MDC_PRESS_BLD_NONINV_MEAN", sign: .meanArterial, rank: 1),
    DeviceCode(code: 150_017, name: "MDC_PRESS_BLD_SYS", sign: .systolic, rank: 2),
    DeviceCode(code: 150_018, name: "MDC_PRESS_BLD_DIA", sign: .diastolic, rank: 2),
    DeviceCode(code: 150_019, name: "MDC_PRESS_BLD_MEAN", sign: .meanArterial, rank: 2),
  ]

  /// What a code and the name beside it mean together.
  enum Meaning {
    case term(DeviceCode)
    /// The code is another than the standard's for that name, which is taken at its word.
    case byName(DeviceCode)
    /// Code and name are terms of different vital signs.
    case contradiction
    case unknown
  }

  static func meaning(code: String, name: String) -> Meaning {
    let byCode = all.filter { "\($0.code)" == code }
    let byName = all.filter { $0.name == name }
    if let both = byCode.first(where: { $0.name == name }) { return .term(both) }
    if let named = byName.first {
      if byCode.isEmpty { return .byName(named) }
      // Names shifted within one sign (150017 labelled NONINV_SYS) leave no doubt what was measured.
      return byCode.contains { $0.sign == named.sign } ? .byName(named) : .contradiction
    }
    if let coded = byCode.first { return name.isEmpty ? .term(coded) : .byName(coded) }
    return .unknown
  }
}

/// Units of the MDC nomenclature, and how HL7's ISO+ list writes some of ours.
enum DeviceUnit {
  /// The unit that OBX-6 means, by its first two components; `nil` for one that is not known, and where
  /// code and name say different things.
  static func unit(code: String, name: String) -> Unit? {
    let byCode = mdc.first { "\($0.code)" == code }?.unit
    let byName = mdc.first { $0.name == name }?.unit
    if let byCode, let byName, byCode != byName { return nil }
    return byCode ?? byName ?? Unit(spelling: code) ?? isoPlus[code]
  }

  private static let mdc: [(code: Int, name: String, unit: Unit)] = [
    (266_016, "MDC_DIM_MMHG", .millimetreOfMercury), (265_987, "MDC_DIM_KILO_PASCAL", .kilopascal),
    (268_192, "MDC_DIM_DEGC", .celsius), (268_160, "MDC_DIM_FAHR", .fahrenheit),
    (264_864, "MDC_DIM_BEAT_PER_MIN", .perMinute), (264_928, "MDC_DIM_RESP_PER_MIN", .perMinute),
    (262_688, "MDC_DIM_PERCENT", .percent),
  ]

  // ISO 2955 as HL7 2.x writes it, of which laboratories send these.
  private static let isoPlus: [String: Unit] = [
    "giga.l-1": .billionPerLitre, "mega.l-1": .millionPerLitre, "umol.l-1": .micromolePerLitre,
    "mmol.l-1": .millimolePerLitre, "g.l-1": .gramPerLitre, "mg.l-1": .milligramPerLitre,
  ]
}
