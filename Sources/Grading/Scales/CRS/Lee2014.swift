extension OtherScale {
  /// Lee 2014 (NCI): oxygen by 40 %, vasopressors by dose, organ toxicity counted.
  static let lee2014 = OtherScale(
    "Lee-2014", "CRS by Lee 2014 (NCI)", source: "PMC8159878 T3; high doses: mdcalc CRS",
    fromMemory: true, remark: "limits of high doses from memory",
    firstDay: 0,
    columns: [
      CRSFacts.crs, CRSFacts.hypotension, CRSFacts.pressors, CRSFacts.highDose, CRSFacts.device,
      CRSFacts.fio2, CRSFacts.organ, CRSFacts.transaminases, CRSFacts.death,
    ], gather: { $0.crsFacts() },
    rule: { inputs in
      let facts = CRSFacts(inputs: inputs)
      return facts.finding([
        facts.pressure(fluids: 2, lowDose: 2, highDose: 3, several: 3),
        facts.oxygen(low: 2, high: 3, positivePressure: nil, ventilator: 4), facts.organs,
      ])
    })
}
