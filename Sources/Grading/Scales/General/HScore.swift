import Clinical

extension OtherScale {
  /// HScore (Fardet 2014), 0 to 337, with its published probability.
  static let hScore = OtherScale(
    "HScore", "HScore of reactive haemophagocytic syndrome",
    source: "Fardet 2014; hindawi crirh 2017/5304180 tab 3; PMC10101193",
    remark:
      "after lymphodepletion cytopenia and immunosuppression give points anyway: for the trend only",
    columns: [
      ScaleColumn("immunosuppression", .flag, "known immunosuppression"),
      ScaleColumn("temperature", .number(.temperature), "highest temperature", aliases: ["temp"]),
      ScaleColumn("hepatomegaly", .flag, "enlarged liver"),
      ScaleColumn("splenomegaly", .flag, "enlarged spleen"),
      .lab("haemoglobin", .haemoglobin, aliases: ["hb", "hemoglobin"]),
      .lab("leukocytes", .leukocytes), .lab("platelets", .platelets),
      .lab("ferritin", .ferritin), .lab("triglycerides", .triglycerides),
      .lab("fibrinogen", .fibrinogen), .lab("ast", .aspartateAminotransferase),
      ScaleColumn(
        "haemophagocytosis", .flag, "haemophagocytosis in the marrow",
        aliases: ["hemophagocytosis"]),
    ], gather: { $0.hScoreFacts() }, rule: hScore)

  private static func hScore(_ inputs: ScaleInputs) -> ScaleFinding {
    var finding = ScaleFinding()
    var total: ClosedRange<Int>? = 0...0
    func add(_ name: String, _ points: ClosedRange<Int>?, of columns: [String]) {
      guard let points else {
        total = nil
        return
      }
      finding.parts.append(ScalePart(name, points))
      total = total.map { $0 + points }
      guard points.lowerBound < points.upperBound else { return }
      for column in columns where inputs.number(column)?.comparator != nil {
        finding.open[column] = "only a limit is known, which leaves its points open"
      }
    }
    func flag(_ name: String, _ points: Int) {
      add(name, inputs.flag(name).map { $0 ? points...points : 0...0 }, of: [])
    }
    func number(_ name: String, _ points: (DecimalNumber) -> Int) {
      add(name, inputs.number(name)?.points(points), of: [name])
    }
    flag("immunosuppression", 18)
    number("temperature") {
      let tenths = $0.roundedHalfUp(places: 1)
      return tenths < 384 ? 0 : tenths <= 394 ? 33 : 49
    }
    let organs: Int? = inputs.flag("hepatomegaly").flatMap { liver in
      inputs.flag("splenomegaly").map { (liver ? 1 : 0) + ($0 ? 1 : 0) }
    }
    add("organomegaly", organs.map { [0...0, 23...23, 38...38][$0] }, of: [])
    add(
      "cytopenia", cytopenia(inputs), of: ["haemoglobin", "leukocytes", "platelets"])
    number("ferritin") { $0 < 2000 ? 0 : $0 <= 6000 ? 35 : 50 }
    number("triglycerides") { $0 < DecimalNumber(tenths: 15) ? 0 : $0 <= 4 ? 44 : 64 }
    number("fibrinogen") { $0 <= DecimalNumber(tenths: 25) ? 30 : 0 }
    number("ast") { $0 >= 30 ? 19 : 0 }
    flag("haemophagocytosis", 35)
    guard let total, total.lowerBound == total.upperBound else { return finding }
    finding.score = DecimalNumber(total.lowerBound)
    let side = total.lowerBound >= 169 ? "at or above" : "below"
    finding.verdict = "probability \(HScoreProbability.text(total.lowerBound)), \(side) the cut 169"
    return finding
  }

  // Lineages: Hb <= 9.2 g/dL, leukocytes <= 5, platelets <= 110 x10^9/L. One gives nothing.
  private static func cytopenia(_ inputs: ScaleInputs) -> ClosedRange<Int>? {
    let limits: [(String, DecimalNumber)] = [
      ("haemoglobin", 92), ("leukocytes", 5), ("platelets", 110),
    ]
    var lineages = 0...0
    for (name, limit) in limits {
      guard let value = inputs.number(name) else { return nil }
      lineages = lineages + value.points { $0 <= limit ? 1 : 0 }
    }
    let points = [0, 0, 24, 34]
    return points[lineages.lowerBound]...points[lineages.upperBound]
  }
}

/// The published probability of a haemophagocytic syndrome by HScore.
package enum HScoreProbability {
  // Below 90 less than 1 %, at 250 and above more than 99 %.
  private static let table = [
    (100, 1), (110, 3), (120, 5), (130, 9), (140, 16), (150, 25), (160, 40), (170, 54), (180, 70),
    (190, 80), (200, 88), (210, 93), (220, 96), (230, 98), (240, 99),
  ]

  /// `54 %`, interpolated between the printed scores and rounded half up; `<1 %`, `>99 %`.
  package static func text(_ score: Int) -> String {
    if score < 100 { return "<1 %" }
    if score > 240 { return ">99 %" }
    for (lower, upper) in zip(table, table.dropFirst()) where score <= upper.0 {
      let tenfold = lower.1 * 10 + (upper.1 - lower.1) * (score - lower.0)
      return "\((tenfold + 5) / 10) %"
    }
    return "1 %"
  }
}

extension ScaleRecord {
  /// The items of HScore: laboratory results that still stand, the highest temperature of 24 h,
  /// findings as they were last entered.
  func hScoreFacts() -> ScaleInputs {
    var inputs = ScaleInputs()
    if let entry = observed.lymphodepletion {
      inputs.give(
        ScaleInput(
          "immunosuppression", .flag(true), text: "lymphodepletion", at: entry.at,
          events: [entry.id], awaitsCosignature: entry.awaitsCosignature))
    } else {
      finding("immunosuppression", ["immunosuppression"], into: &inputs)
    }
    highestTemperature("temperature", into: &inputs)
    finding("hepatomegaly", ["hepatomegaly"], into: &inputs)
    finding("splenomegaly", ["splenomegaly"], into: &inputs)
    lab("haemoglobin", .haemoglobin, into: &inputs)
    lab("leukocytes", .leukocytes, into: &inputs)
    lab("platelets", .platelets, into: &inputs)
    lab("ferritin", .ferritin, into: &inputs)
    lab("triglycerides", .triglycerides, into: &inputs)
    lab("fibrinogen", .fibrinogen, into: &inputs)
    lab("ast", .aspartateAminotransferase, into: &inputs)
    finding(
      "haemophagocytosis", ["haemophagocytosis", "hemophagocytosis"], into: &inputs)
    return inputs
  }
}
