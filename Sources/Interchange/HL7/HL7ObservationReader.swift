import Clinical

/// Understands one OBX.
struct HL7ObservationReader {
  /// True where the message is a device's: what it sends beside the vital signs is not charted.
  var isDevice: Bool

  func verdict(_ obx: HL7Segment, code: String, name: String, system: String)
    -> HL7Observation.Verdict
  {
    let flags = obx.repetitions(8).map { HL7Escapes.resolved($0, obx.delimiters).trimmed }
    if let flag = flags.first(where: { Self.notMeasured[$0.uppercased()] != nil }) {
      return .noValue(Self.notMeasured[flag.uppercased()] ?? "")
    }
    let status = obx.text(11).uppercased()
    let meaning = meaning(code: code, name: name, system: system)
    if obx.text(2).isEmpty, obx.raw(5).trimmed.isEmpty { return .notCharted("a device's heading") }
    if system.uppercased() == "MDC", Self.bodyMeasures.contains(code) {
      return WrittenNumber(obx.text(5))?.value == .zero
        ? .noValue("0 stands for not entered")
        : .notCharted("weight and height are entered by a person")
    }
    switch status {
    case "D", "W":
      guard let key = meaning.key else { return .notCharted("withdrawn, and never charted") }
      return .withdrawn(code: key)
    case "U":
      guard let key = meaning.key else { return .notCharted("of a kind that is not charted") }
      return .finalised(code: key)
    case "X": return .noValue("the result cannot be obtained (OBX-11 X)")
    case "I": return .noValue("the result is pending (OBX-11 I)")
    case "N", "O": return .noValue("no result was sought (OBX-11 \(status))")
    default: break
    }
    switch obx.text(2).uppercased() {
    case "NA", "MA": return .notCharted("a waveform")
    case "CD": return .notCharted("a description of a waveform's channel")
    case "ED", "RP": return .notCharted("a document or a picture")
    case "CE", "CWE", "CF", "CNE", "DT", "TM", "TS", "DTM", "XAD", "XPN", "XTN":
      return .notCharted("not a number")
    default: break
    }
    return measured(obx, meaning, status)
  }

  // OBX-8 where there is no true measurement: IHE PCD's null flavours and states of measurement.
  private static let notMeasured: [String: String] = [
    "DEMO": "demonstration data (OBX-8 DEMO)", "TEST": "test data (OBX-8 TEST)",
    "CALIB": "the device is being calibrated (OBX-8 CALIB)",
    "INV": "the device calls it invalid (OBX-8 INV)", "NAV": "not available (OBX-8 NAV)",
    "OFF": "the measurement is switched off (OBX-8 OFF)", "NI": "no information (OBX-8 NI)",
    "NA": "not applicable (OBX-8 NA)", "MSK": "masked (OBX-8 MSK)",
    "NAN": "not a number (OBX-8 NAN)", "PINF": "not a number (OBX-8 PINF)",
    "NINF": "not a number (OBX-8 NINF)", "OTH": "outside what is measured (OBX-8 OTH)",
  ]

  // MDC_MASS_BODY_ACTUAL and MDC_LEN_BODY_ACTUAL.
  private static let bodyMeasures = ["188736", "188740"]

  /// What is odd about the code of something that is charted.
  func remark(code: String, name: String, system: String) -> String? {
    guard system.uppercased() == "MDC",
      case .byName(let term) = DeviceCode.meaning(code: code, name: name)
    else { return nil }
    return term.name == name
      ? "\(code) is not the standard's code for \(name); it is taken by its name"
      : "the standard's name for \(code) is \(term.name), not \(name); it is taken by its code"
  }

  // What an OBX-3 is about.
  private enum Meaning {
    case vital(VitalSign, site: Vitals.Site?, rank: Int)
    case lab(LabVariable)
    case otherLab(String)
    case contradiction
    /// A header of a device, an alarm, a vendor's own value.
    case nothing

    /// How a result is found again in the record.
    var key: String? {
      switch self {
      case .vital(let sign, _, _): sign.rawValue
      case .lab(let variable): variable.rawValue
      case .otherLab(let code): code
      case .contradiction, .nothing: nil
      }
    }
  }

  private func meaning(code: String, name: String, system: String) -> Meaning {
    switch system.uppercased() {
    case "MDC":
      switch DeviceCode.meaning(code: code, name: name) {
      case .term(let term), .byName(let term):
        return .vital(term.sign, site: term.site, rank: term.rank)
      case .contradiction: return .contradiction
      case .unknown: return .nothing
      }
    case "LN", "LOINC":
      if let sign = VitalSign(loinc: code) { return .vital(sign, site: nil, rank: 0) }
      if let variable = LabVariable(loinc: code) { return .lab(variable) }
    default:
      if let variable = LabVariable(rawValue: code), !isDevice { return .lab(variable) }
    }
    let title = name.isEmpty ? code : name
    return isDevice || title.isEmpty ? .nothing : .otherLab("X:" + String(title.prefix(60)))
  }

  private func measured(
    _ obx: HL7Segment, _ meaning: Meaning, _ status: String
  ) -> HL7Observation.Verdict {
    let text = obx.raw(5).trimmed
    if text.isEmpty || text == "\"\"" {
      return .noValue("there is no value")
    }
    if Self.isBlankMark(text) { return .noValue("\(text) stands for no result") }
    guard obx.repetitions(5).count == 1 else {
      return unreadable(meaning, "OBX-5 holds \(obx.repetitions(5).count) values")
    }
    guard let number = Self.number(obx) else {
      return unreadable(meaning, "\"\(obx.text(5).prefix(40))\" is not a number")
    }
    switch meaning {
    case .contradiction:
      let what = "\(obx.component(3, 1) ?? "") is not \(obx.component(3, 2) ?? "")"
      return .held(.contradictoryCode, what)
    case .nothing: return .notCharted("of a kind that is not charted")
    case .vital(let sign, let site, let rank):
      return vital(sign, number, obx, site: site, rank: rank)
    case .lab(let variable): return lab(variable, number, obx, status)
    case .otherLab(let code):
      let unit = obx.component(6) ?? ""
      guard !unit.isEmpty else { return .notCharted("not a known test, and without a unit") }
      return .lab(result(code, number, unit, obx, status))
    }
  }

  private func unreadable(_ meaning: Meaning, _ what: String) -> HL7Observation.Verdict {
    switch meaning {
    case .vital, .lab: .held(.unreadableValue, what)
    case .contradiction, .nothing, .otherLab: .notCharted(what)
    }
  }

  // `*****`, `---`, `..`: how instruments print that there is nothing.
  private static func isBlankMark(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { "*-.?_ ".unicodeScalars.contains($0) }
  }

  // A plain number, or a structured one (SN: comparator, number, separator, number).
  private static func number(_ obx: HL7Segment) -> WrittenNumber? {
    guard obx.text(2).uppercased() == "SN" else { return WrittenNumber(obx.text(5)) }
    // A separator makes a ratio or a range, which is no value.
    guard obx.component(5, 3) == nil, obx.component(5, 4) == nil,
      let magnitude = obx.component(5, 2)
    else { return nil }
    return WrittenNumber((obx.component(5, 1) ?? "") + magnitude)
  }

  // What monitors in use send for "no value", whatever their OBX-11 says.
  private static let sentinels: [DecimalNumber] = [
    -999, -9999, DecimalNumber(tenths: -999), DecimalNumber(tenths: -9999), -100, -1,
    // The special values of ISO/IEEE 11073: not a number, not at this resolution.
    8_388_606, 8_388_607, 8_388_608,
  ]

  private func vital(
    _ sign: VitalSign, _ number: WrittenNumber, _ obx: HL7Segment, site: Vitals.Site?, rank: Int
  ) -> HL7Observation.Verdict {
    if Self.sentinels.contains(number.value) {
      return .noValue("\(number.value) stands for no value")
    }
    let (code, name) = (obx.component(6, 1) ?? "", obx.component(6, 2) ?? "")
    let sent = code.isEmpty ? "no unit" : "\"\(name.isEmpty ? code : name)\""
    guard let unit = DeviceUnit.unit(code: code, name: name),
      let value = sign.measure.normalised(number.value, unit)
    else { return .held(.badUnit, "\(sent) is not a unit of \(sign.measure.name)") }
    guard sign.measure.possible?.contains(value) ?? true else {
      return .held(
        .impossibleValue, "\(sign.measure.name) \(number.value) \(unit.rawValue) cannot be true")
    }
    return .vital(
      sign, Quantity(number.value, unit, comparator: number.comparator), site: site, rank: rank)
  }

  private func lab(
    _ variable: LabVariable, _ number: WrittenNumber, _ obx: HL7Segment, _ status: String
  ) -> HL7Observation.Verdict {
    let (code, name) = (obx.component(6, 1) ?? "", obx.component(6, 2) ?? "")
    let sent = code.isEmpty ? "no unit" : "\"\(code)\""
    guard let unit = Unit(spelling: code) ?? DeviceUnit.unit(code: code, name: name),
      let value = variable.measure.normalised(number.value, unit)
    else { return .held(.badUnit, "\(sent) is not a unit of \(variable.rawValue)") }
    guard value >= .zero, variable.measure.possible?.contains(value) ?? true else {
      return .held(
        .impossibleValue, "\(variable.rawValue) \(number.value) \(code) cannot be true")
    }
    let written = Unit(spelling: code) == nil ? unit.rawValue : code
    return .lab(result(variable.rawValue, number, written, obx, status))
  }

  private func result(
    _ code: String, _ number: WrittenNumber, _ unit: String, _ obx: HL7Segment, _ status: String
  ) -> LabResult {
    let range = HL7Range(obx)
    return LabResult(
      code: code, value: number.value, unit: unit, comparator: number.comparator,
      lower: range.lower, upper: range.upper, status: Self.statuses[status])
  }

  // What a result that is final as it stands does not say is `nil`.
  private static let statuses = [
    "P": "preliminary", "R": "preliminary", "S": "preliminary",
    "C": "corrected",
  ]
}

/// A reference interval (OBX-7): `4.0-10.0`, `4.3 to 6.2`, `90^160`, `<5`.
struct HL7Range {
  private(set) var lower: DecimalNumber?
  private(set) var upper: DecimalNumber?

  /// What cannot be read as an interval is none.
  init(_ obx: HL7Segment) {
    let text = obx.raw(7).trimmed
    if let number = WrittenNumber(text), let comparator = number.comparator {
      switch comparator {
      case .less, .lessOrEqual: upper = number.value
      case .greater, .greaterOrEqual: lower = number.value
      }
      return
    }
    for separator in [" to ", "-", "–", "~", String(obx.delimiters.component)] {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 2, let low = WrittenNumber(parts[0]), let high = WrittenNumber(parts[1]),
        low.comparator == nil, high.comparator == nil, low.value <= high.value
      else { continue }
      lower = low.value
      upper = high.value
      return
    }
  }
}
