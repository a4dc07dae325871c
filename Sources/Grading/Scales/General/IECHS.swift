import Clinical

extension OtherScale {
  /// IEC-HS (Hines 2023): what may be suspected, by its criteria. The console suspects and does not
  /// diagnose: the grade is a clinician's.
  static let iecHS = OtherScale(
    "IEC-HS", "suspicion and criteria of IEC-HS", source: "Hines 2023, TCT 29:438; abstract S64",
    fromMemory: true,
    remark:
      "only where not attributable to CRS, infection or disease; a clinician diagnoses and grades",
    firstDay: 0,
    columns: [
      .lab("ferritin", .ferritin),
      .lab("ferritinUpper", .ferritin, "upper limit of ferritin", optional: true),
      .lab("ferritinBaseline", .ferritin, "ferritin at the infusion", optional: true),
      .lab("ferritinBefore", .ferritin, "lowest ferritin of the 24 h before", optional: true),
      .lab("ast", .aspartateAminotransferase),
      .lab("astUpper", .aspartateAminotransferase, "upper limit of AST", optional: true),
      .lab("astBaseline", .aspartateAminotransferase, "AST at the infusion", optional: true),
      .lab("alt", .alanineAminotransferase),
      .lab("altUpper", .alanineAminotransferase, "upper limit of ALT", optional: true),
      .lab("altBaseline", .alanineAminotransferase, "ALT at the infusion", optional: true),
      .lab("fibrinogen", .fibrinogen),
      .lab("fibrinogenLower", .fibrinogen, "lower limit of fibrinogen", optional: true),
      ScaleColumn(
        "haemophagocytosis", .flag, "haemophagocytosis", aliases: ["hemophagocytosis"]),
      ScaleColumn("cytopenia", .flag, "a cytopenia that is new, worse or refractory"),
      ScaleColumn("crsResolving", .flag, "CRS resolving or resolved", optional: true),
      ScaleColumn(
        "day", .number(.count("day", 0...3650)), "days after the infusion", optional: true),
      ScaleColumn("secondFever", .flag, "a second fever since the infusion", optional: true),
      .lab("ldh", .lactateDehydrogenase, "LDH", optional: true),
      .lab("ldhUpper", .lactateDehydrogenase, "upper limit of LDH", optional: true),
      .lab("triglycerides", .triglycerides, "fasting triglycerides", optional: true),
      ScaleColumn("splenomegaly", .flag, "new enlarged spleen", optional: true),
      ScaleColumn(
        "grade", .number(.count("grade", 0...5)), "the clinician's grade", optional: true),
    ], gather: { $0.iecHSFacts() }, rule: iecHS)

  private static let settingUnknown = "criteria met; setting not known"

  private static func iecHS(_ inputs: ScaleInputs) -> ScaleFinding {
    var finding = ScaleFinding()
    let limits = inputs.limits
    let (fold, liver) = (limits[.a28Fold], limits[.a28Liver])
    let ferritin = isFerritinMet(inputs, fold)
    finding.parts.append(
      ScalePart("required: ferritin > \(fold)x limit or baseline, or rising", met: ferritin))
    if ferritin == nil { finding.open["ferritin"] = "no limit or baseline that decides" }
    let transaminases = any([
      isOver(liver, inputs, "ast"), isOver(liver, inputs, "alt"),
    ])
    let fibrinogen = inputs.number("fibrinogen").flatMap { value in
      any([
        value.holds { $0 < limits[.a28Fibrinogen] },
        inputs.exact("fibrinogenLower").flatMap { lower in value.holds { $0 < lower } },
      ])
    }
    let common: [(String, String, Bool?)] = [
      ("ast", "common: AST or ALT > \(liver)x limit or baseline", transaminases),
      ("fibrinogen", "common: fibrinogen < \(limits[.a28Fibrinogen]) g/L or its limit", fibrinogen),
      ("haemophagocytosis", "common: haemophagocytosis", inputs.flag("haemophagocytosis")),
      ("cytopenia", "common: cytopenia new, worse or refractory", inputs.flag("cytopenia")),
    ]
    for name in ["ast", "alt"] where isOver(liver, inputs, name) == nil {
      finding.open[name] = "no limit that decides"
    }
    if fibrinogen == nil { finding.open["fibrinogen"] = "no limit that decides" }
    for (_, text, met) in common { finding.parts.append(ScalePart(text, met: met)) }
    for (text, met) in mayBePresent(inputs) {
      finding.parts.append(ScalePart("may be present: \(text)", met: met))
    }
    let setting = isInSetting(inputs)
    finding.parts.append(
      ScalePart(
        "setting: CRS resolving, after day \(limits.whole(.a28Day)), or a second fever",
        met: setting))
    switch (ferritin, any(common.map(\.2))) {
    case (true, true):
      finding.verdict =
        switch setting {
        case true: "to be suspected"
        case false: "criteria met; setting not met"
        case nil: settingUnknown
        }
    case (false, _), (_, false): finding.verdict = "not suspected"
    default: break
    }
    if finding.verdict != nil {
      finding.asked =
        finding.verdict == settingUnknown ? ["crsResolving", "day", "secondFever"] : []
      finding.open = [:]
    }
    if let grade = inputs.whole("grade") { finding.bounds = grade...grade }
    return finding
  }

  // Both limits are asked before it is not met; without an earlier value within 24 h it does not rise.
  private static func isFerritinMet(_ inputs: ScaleInputs, _ fold: DecimalNumber) -> Bool? {
    guard let value = inputs.number("ferritin") else { return nil }
    let rising = inputs.number("ferritinBefore").map { value.reaches(2, times: $0) }
    return any(
      [
        inputs.number("ferritinUpper").flatMap { value.exceeds(fold, times: $0) },
        inputs.number("ferritinBaseline").flatMap { value.exceeds(fold, times: $0) },
      ] + (rising.map { [$0] } ?? []))
  }

  // By the limit; by the patient's own value where there is one.
  private static func isOver(
    _ fold: DecimalNumber, _ inputs: ScaleInputs, _ name: String
  ) -> Bool? {
    guard let value = inputs.number(name) else { return nil }
    let own = inputs.number(name + "Baseline").map { value.exceeds(fold, times: $0) }
    return any(
      [inputs.number(name + "Upper").flatMap { value.exceeds(fold, times: $0) }]
        + (own.map { [$0] } ?? []))
  }

  // As A28 asks, by the limits of A28.
  private static func isInSetting(_ inputs: ScaleInputs) -> Bool? {
    any([
      inputs.flag("crsResolving"), inputs.whole("day").map { $0 > inputs.limits.whole(.a28Day) },
      inputs.flag("secondFever"),
    ])
  }

  private static func mayBePresent(_ inputs: ScaleInputs) -> [(String, Bool?)] {
    var found: [(String, Bool?)] = []
    if let ldh = inputs.number("ldh"), let upper = inputs.number("ldhUpper") {
      found.append(("LDH above its limit", ldh.exceeds(1, times: upper)))
    }
    if let value = inputs.number("triglycerides") {
      // 265 mg/dL.
      found.append(("triglycerides > 3.0 mmol/L", value.holds { $0 > 3 }))
    }
    if let isThere = inputs.flag("splenomegaly") { found.append(("splenomegaly", isThere)) }
    return found
  }

  // True where one is; false where none can be; open otherwise.
  private static func any(_ answers: [Bool?]) -> Bool? {
    if answers.contains(true) { return true }
    return answers.contains(nil) ? nil : false
  }
}
