import Clinical
import Surveillance
import Terminal

/// Values of a line with their age where it differs from the round of vital signs.
struct ValueText {
  let row: WardRow
  let words: Catalogue

  /// The newest round: values of another time carry their own age.
  var roundAt: Instant? {
    [row.summary.temperature?.at, row.summary.systolic?.at, row.summary.saturation?.at]
      .compactMap { $0 }.max()
  }

  func age(_ t: Instant?) -> FittedText {
    guard let t else { return missing }
    let span = row.now - t
    return FittedText(words.shortAge(span), row.freshness.isStale(vitals: span) ? .stale : .dim)
  }

  var missing: FittedText { FittedText("-", .missing) }

  private func text(_ value: String, at t: Instant, isOut: Bool = false) -> FittedText {
    let isStale = row.freshness.isStale(vitals: row.now - t)
    let role: Terminal.Role = isStale ? .stale : isOut ? .valueOut : .value
    let value = StyledText(value, role)
    guard let roundAt, t < roundAt else { return FittedText(value) }
    return FittedText(value + StyledText(" " + words.shortAge(row.now - t), .stale))
  }

  var temperature: FittedText {
    guard let value = row.summary.temperature else { return missing }
    let tenths = value.value.roundedHalfUp(places: 1)
    return text(
      "\(tenths / 10).\(tenths % 10)", at: value.at, isOut: row.isFever == true)
  }

  var pressure: FittedText {
    guard let systolic = row.summary.systolic else { return missing }
    let diastolic = row.summary.diastolic.flatMap { $0.at == systolic.at ? $0 : nil }
    let lower = diastolic.map { "/\($0.value.roundedHalfUp(places: 0))" } ?? ""
    return text(
      "\(systolic.value.roundedHalfUp(places: 0))\(lower)", at: systolic.at,
      isOut: systolic.value < row.systolicLimit)
  }

  var saturation: FittedText {
    guard let value = row.summary.saturation else { return missing }
    return text(
      "\(value.value.roundedHalfUp(places: 0))", at: value.at,
      isOut: row.saturationLimit.map { value.value < $0 } ?? false)
  }

  var heartRate: FittedText {
    guard let value = row.summary.heartRate else { return missing }
    return text("\(value.value.roundedHalfUp(places: 0))", at: value.at)
  }

  var oxygen: FittedText {
    guard let oxygen = row.summary.oxygen else { return missing }
    let device = oxygen.value.device
    let flow = oxygen.value.flow.map { " \($0)" } ?? ""
    let fio2 = oxygen.value.fio2.map { " \($0)%" } ?? ""
    let role: Terminal.Role = device == .roomAir ? .dim : .value
    let name = words(device.shortWord)
    let age = StyledText(" " + words.shortAge(row.now - oxygen.at), .dim)
    return FittedText([
      StyledText(name + flow + fio2, role) + age, StyledText(name + flow + fio2, role),
      StyledText(name + flow, role), StyledText(name, role),
    ])
  }

  /// The newer of ICE and CAPD; CAPD is named, for a high one is bad.
  var score: FittedText {
    let ice = row.summary.ice
    let capd = row.summary.capd
    if let capd, ice.map({ capd.at >= $0.at }) ?? true {
      let text = words.score(capd.value.low, capd.value.high, capd.value.status)
      return aged("C\(text)", capd.value.low == nil ? capd.value.status : nil, capd.at)
    }
    guard let ice else { return missing }
    return aged(
      words.score(ice.value.low, ice.value.high, ice.value.status),
      ice.value.low == nil ? ice.value.status : nil, ice.at)
  }

  private func aged(_ text: String, _ status: InstrumentStatus?, _ t: Instant) -> FittedText {
    let isStale = row.freshness.isStale(neuro: row.now - t)
    let role: Terminal.Role = isStale ? .stale : .value
    let value = StyledText(text, role)
    let short = status.map { StyledText(words($0.shortWord), role) } ?? value
    let age = StyledText(" " + words.shortAge(row.now - t), isStale ? .stale : .dim)
    let aged = [value + age, short + age]
    return FittedText(isStale ? aged : aged + [short])
  }

  var cytokine: FittedText {
    guard let leading = row.leadingCytokine,
      let variable = LabVariable(rawValue: leading.code)
    else { return missing }
    let name = variable.label
    let printed = leading.value.value
    let value = "\(printed.comparator?.rawValue ?? "")\(printed.printed)"
    let fold = Self.fold(leading).map { " " + $0 } ?? ""
    let age = StyledText(" " + words.shortAge(row.now - leading.value.at), .dim)
    return FittedText([
      StyledText("\(name) \(value)\(fold)") + age, StyledText("\(name) \(value)\(fold)"),
      StyledText("\(name)\(fold.isEmpty ? " " + value : fold)"),
    ])
  }

  /// `×120`, `≥×48` where only the lower end is known; `nil` without a baseline.
  static func fold(_ leading: PatientSummary.LeadingCytokine) -> String? {
    func rounded(_ value: Double) -> String {
      value < 10 ? "\((value * 10).rounded() / 10)" : "\(Int(value.rounded()))"
    }
    switch (leading.foldLow, leading.foldHigh) {
    case (let low?, let high?) where low == high: return "×\(rounded(low))"
    case (let low?, _): return "≥×\(rounded(low))"
    case (nil, let high?): return "≤×\(rounded(high))"
    case (nil, nil): return nil
    }
  }
}
