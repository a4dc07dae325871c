import Clinical

extension OtherScale {
  private static let ldh = ScaleColumn.lab("ldh", .lactateDehydrogenase)
  private static let platelets = ScaleColumn.lab("platelets", .platelets, aliases: ["plt"])
  // EASIX is defined in mg/dL: 88.4 umol/L are 1 mg/dL.
  private static let creatinine = ScaleColumn(
    "creatinine",
    .number(
      Measure(
        "creatinine", .milligramPerDecilitre,
        also: [Measure.Conversion(.micromolePerLitre, times: 10, over: 884)])),
    "creatinine", aliases: ["CREA", "cr"])
  private static let crp = ScaleColumn(
    "crp",
    .number(
      Measure(
        "crp", .milligramPerDecilitre,
        also: [
          Measure.Conversion(.milligramPerLitre, over: 10),
          Measure.Conversion(.microgramPerMillilitre, over: 10),
        ])), "CRP", aliases: ["CRP"])

  private static let korell = "PMC8525234; Blood Adv 2021;5:2799"

  /// EASIX now: LDH x creatinine / platelets.
  static let easix = index(
    "EASIX", "EASIX", [ldh, creatinine, platelets], remark: nil, isBefore: false, cut: nil)
  /// The same before lymphodepletion, with Korell's cut of 4.67.
  static let easixBefore = index(
    "EASIX-pre", "EASIX before lymphodepletion", [ldh, creatinine, platelets],
    remark: "above 4.67: odds ratio 4.3 for CRS or ICANS of grade 3 and more (Korell)",
    isBefore: true, cut: DecimalNumber(coefficient: 467, exponent: -2))
  /// Simplified EASIX: LDH / platelets.
  static let sEASIX = index(
    "s-EASIX", "simplified EASIX", [ldh, platelets], remark: nil, isBefore: false, cut: nil)
  /// Modified EASIX: LDH x CRP / platelets.
  static let mEASIX = index(
    "m-EASIX", "modified EASIX", [ldh, crp, platelets], remark: "CRP in mg/dL", isBefore: false,
    cut: nil)

  private static func index(
    _ name: String, _ title: String, _ columns: [ScaleColumn], remark: String?, isBefore: Bool,
    cut: DecimalNumber?
  ) -> OtherScale {
    OtherScale(
      name, title, source: korell, remark: remark, columns: columns,
      gather: { record in
        var inputs = ScaleInputs()
        for column in columns {
          guard let variable = variables[column.name] else { continue }
          if isBefore {
            record.labBeforeLymphodepletion(
              column.name, variable, column.measure, into: &inputs)
          } else {
            record.lab(column.name, variable, column.measure, into: &inputs)
          }
        }
        return inputs
      },
      rule: { inputs in
        var finding = ScaleFinding()
        for column in columns where inputs.number(column.name) != nil {
          guard inputs.exact(column.name) == nil else { continue }
          finding.open[column.name] = "only a limit is known"
        }
        if inputs.exact("platelets") == .zero {
          finding.open["platelets"] = "0: nothing can be divided by it"
        }
        let factors = columns.filter { $0.name != "platelets" }.map { inputs.exact($0.name) }
        guard finding.open.isEmpty, !factors.contains(nil),
          let count = inputs.exact("platelets")
        else { return finding }
        let product = factors.compactMap { $0 }.reduce(DecimalNumber(1)) {
          $0.times($1, places: 9)
        }
        finding.score = product.divided(by: count, places: 3)
        if let cut {
          // The product is compared, not the rounded quotient.
          finding.verdict =
            product > count.times(cut, places: 9) ? "above \(cut)" : "not above \(cut)"
        }
        return finding
      })
  }

  private static let variables: [String: LabVariable] = [
    "ldh": .lactateDehydrogenase, "creatinine": .creatinine, "crp": .cReactiveProtein,
    "platelets": .platelets,
  ]
}
