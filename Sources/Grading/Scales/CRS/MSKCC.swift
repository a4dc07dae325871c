import Clinical

extension OtherScale {
  /// MSKCC: vasopressors by how long they run, oxygen by 40 %; no organ toxicity.
  static let mskcc = OtherScale(
    "MSKCC", "CRS by MSKCC", source: "PMC8159878 T3; ashpublications 6544574", fromMemory: true,
    remark: "limits of high doses from memory",
    firstDay: 0,
    columns: [
      CRSFacts.crs, CRSFacts.pressors, CRSFacts.hours, CRSFacts.highDose,
      ScaleColumn("refractory", .flag, "hypotension in spite of high-dose vasopressors"),
      CRSFacts.device, CRSFacts.fio2, CRSFacts.death,
    ], gather: { $0.crsFacts() },
    rule: { inputs in
      let facts = CRSFacts(inputs: inputs)
      return facts.finding([
        pressors(facts), facts.oxygen(low: 2, high: 3, positivePressure: nil, ventilator: 4),
      ])
    })

  private static func pressors(_ facts: CRSFacts) -> CRSFacts.Domain {
    guard let count = facts.pressors else {
      return CRSFacts.Domain(name: "hypotension", bounds: 0...4, asks: ["vasopressors"])
    }
    if count == 0 { return CRSFacts.Domain(name: "hypotension", bounds: 0...0) }
    let hours = facts.hours?.points { $0 >= 24 ? 3 : 2 }
    let bounds = hours ?? 2...3
    let asksHours = hours == nil ? ["vasopressorHours"] : []
    // Only what is given at a high dose can fail at one.
    switch (facts.isHighDose, facts.inputs.flag("refractory")) {
    case (false, _), (_, false):
      return CRSFacts.Domain(name: "hypotension", bounds: bounds, asks: asksHours)
    case (true, true): return CRSFacts.Domain(name: "hypotension", bounds: 4...4)
    default:
      return CRSFacts.Domain(
        name: "hypotension", bounds: bounds.lowerBound...4,
        asks: asksHours + ["highDose", "refractory"])
    }
  }
}
