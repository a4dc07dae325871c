extension OtherScale {
  /// CTCAE v5: one vasopressor is 3; several, or what threatens life, may be 4.
  static let ctcaeCRS = OtherScale(
    "CTCAE-CRS", "CRS by CTCAE v5", source: "CTCAE v5", fromMemory: true,
    firstDay: 0,
    columns: [
      CRSFacts.crs, CRSFacts.hypotension, CRSFacts.pressors, CRSFacts.lifeThreatening,
      CRSFacts.device, CRSFacts.fio2, CRSFacts.death,
    ], gather: { $0.crsFacts() },
    rule: { inputs in
      let facts = CRSFacts(inputs: inputs)
      return facts.finding([
        facts.pressure(fluids: 2, lowDose: 3, highDose: 3, several: 3).threatening(
          facts.isLifeThreatening, from: 3),
        facts.oxygen(low: 2, high: 3, positivePressure: nil, ventilator: 4).threatening(
          facts.isLifeThreatening, from: 3),
      ])
    })
}
