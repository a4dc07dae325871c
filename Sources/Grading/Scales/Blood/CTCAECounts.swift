import Clinical

extension OtherScale {
  /// CTCAE v5 of the neutrophil count: 3 below 1.0, 4 below 0.5.
  static let ctcaeNeutrophils = count(
    "CTCAE-ANC", "neutrophil count by CTCAE v5", "neutrophils", .neutrophils, three: 1,
    four: DecimalNumber(tenths: 5), aliases: ["anc"])

  /// CTCAE v5 of the platelet count: 3 below 50, 4 below 25.
  static let ctcaePlatelets = count(
    "CTCAE-PLT", "platelet count by CTCAE v5", "platelets", .platelets, three: 50, four: 25,
    aliases: ["plt"])

  private static func count(
    _ name: String, _ title: String, _ column: String, _ variable: LabVariable,
    three: DecimalNumber, four: DecimalNumber, aliases: [String]
  ) -> OtherScale {
    OtherScale(
      name, title, source: "CTCAE v5", fromMemory: true,
      remark: "only grades 3 and 4 are told apart here",
      columns: [.lab(column, variable, aliases: aliases)],
      gather: { record in
        var inputs = ScaleInputs()
        record.lab(column, variable, into: &inputs)
        return inputs
      },
      rule: { inputs in
        guard let count = inputs.number(column) else { return ScaleFinding() }
        let least = count.points { $0 < four ? 4 : $0 < three ? 3 : 0 }
        let most = count.points { $0 < four ? 4 : $0 < three ? 3 : 2 }
        let bounds = least.lowerBound...most.upperBound
        return ScaleFinding(
          bounds: bounds, parts: [ScalePart(column, bounds)],
          open: bounds.lowerBound == bounds.upperBound
            ? [:] : [column: "grades below 3 are not told apart here"])
      })
  }
}
