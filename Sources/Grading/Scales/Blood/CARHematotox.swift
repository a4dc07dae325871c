import Clinical

extension OtherScale {
  /// CAR-HEMATOTOX, before lymphodepletion: 0 to 7, high from 2 on.
  ///
  /// At exactly 1200/uL, 9.0 g/dL and 3.0 mg/dL the strict signs of the source say nothing: 0, 0 and
  /// 1 are chosen (clinical-rules 3.6).
  static let carHematotox = OtherScale(
    "CAR-HEMATOTOX", "CAR-HEMATOTOX before lymphodepletion",
    source: "european-mcl.net; ashpublications 10339075", fromMemory: true,
    remark: "validated in LBCL, not in T-ALL; the exact limits 1200, 9.0 and 3.0 are chosen",
    columns: [
      .lab("platelets", .platelets, aliases: ["plt"]),
      .lab("neutrophils", .neutrophils, aliases: ["anc"]),
      .lab("haemoglobin", .haemoglobin, aliases: ["hb", "hemoglobin"]),
      .lab("crp", .cReactiveProtein), .lab("ferritin", .ferritin),
    ],
    gather: { record in
      var inputs = ScaleInputs()
      for (name, variable) in items {
        record.labBeforeLymphodepletion(name, variable, into: &inputs)
      }
      return inputs
    },
    rule: { inputs in
      var finding = ScaleFinding()
      var total: ClosedRange<Int>? = 0...0
      for (name, _) in items {
        guard let value = inputs.number(name) else {
          total = nil
          continue
        }
        let points = value.points { itemPoints(name, $0) }
        finding.parts.append(ScalePart(name, points))
        if points.lowerBound < points.upperBound {
          finding.open[name] = "only a limit is known, which leaves its points open"
        }
        total = total.map { $0 + points }
      }
      guard let total, total.lowerBound == total.upperBound else { return finding }
      finding.score = DecimalNumber(total.lowerBound)
      finding.verdict = total.lowerBound >= 2 ? "high risk" : "low risk"
      return finding
    })

  private static let items: [(String, LabVariable)] = [
    ("platelets", .platelets), ("neutrophils", .neutrophils), ("haemoglobin", .haemoglobin),
    ("crp", .cReactiveProtein), ("ferritin", .ferritin),
  ]

  // In the units of the variables: 10^9/L, g/L, mg/L, ug/L.
  private static func itemPoints(_ name: String, _ value: DecimalNumber) -> Int {
    switch name {
    case "platelets": value < 75 ? 2 : value <= 175 ? 1 : 0
    case "neutrophils": value < DecimalNumber(tenths: 12) ? 1 : 0
    case "haemoglobin": value < 90 ? 1 : 0
    case "crp": value >= 30 ? 1 : 0
    default: value > 2000 ? 2 : value >= 650 ? 1 : 0
    }
  }
}
