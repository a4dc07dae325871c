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
    let ferritin = isFerritinMet(inputs)
    finding.parts.append(
      ScalePart("required: ferritin > \(fold)x limit or baseline, or rising", met: ferritin))
    if ferritin == nil { finding.open["ferritin"] = "no limit or baseline that decides" }
    let transaminases = any([
      isOver(inputs, "ast"), isOver(inputs, "alt"),
    ])
    let fibrinogen = inputs.number("fibrinogen").flatMap { value in
      any([
        IECHSCriteria.fibrinogen(value, limits),
        inputs.exact("fibrinogenLower").flatMap { lower in value.holds { $0 < lower } },
      ])
    }
    let common: [(String, String, Bool?)] = [
      ("ast", "common: AST or ALT > \(liver)x limit or baseline", transaminases),
      ("fibrinogen", "common: fibrinogen < \(limits[.a28Fibrinogen]) g/L or its limit", fibrinogen),
      ("haemophagocytosis", "common: haemophagocytosis", inputs.flag("haemophagocytosis")),
      ("cytopenia", "common: cytopenia new, worse or refractory", inputs.flag("cytopenia")),
    ]
    for name in ["ast", "alt"] where isOver(inputs, name) == nil {
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

  private static func isFerritinMet(_ inputs: ScaleInputs) -> Bool? {
    inputs.number("ferritin").flatMap { value in
      IECHSCriteria.ferritin(
        value, upper: inputs.number("ferritinUpper"), baseline: inputs.number("ferritinBaseline"),
        before: [inputs.number("ferritinBefore")].compactMap { $0 }, inputs.limits)
    }
  }

  private static func isOver(_ inputs: ScaleInputs, _ name: String) -> Bool? {
    inputs.number(name).flatMap { value in
      IECHSCriteria.transaminase(
        value, upper: inputs.number(name + "Upper"), baseline: inputs.number(name + "Baseline"),
        inputs.limits)
    }
  }

  private static func isInSetting(_ inputs: ScaleInputs) -> Bool? {
    any([
      inputs.flag("crsResolving"),
      inputs.whole("day").map { $0 >= IECHSCriteria.firstLateDay(inputs.limits) },
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

  private static func any(_ answers: [Bool?]) -> Bool? { IECHSCriteria.any(answers) }
}
