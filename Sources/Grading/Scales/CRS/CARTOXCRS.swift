extension OtherScale {
  /// CARTOX: as Lee 2014, with hypotension that threatens life as 4.
  static let cartoxCRS = OtherScale(
    "CARTOX-CRS", "CRS by CARTOX", source: "PMC8159878 T3; ashpublications 6544574",
    fromMemory: true, remark: "limits of high doses from memory",
    firstDay: 0,
    columns: [
      CRSFacts.crs, CRSFacts.hypotension, CRSFacts.pressors, CRSFacts.highDose,
      CRSFacts.lifeThreatening, CRSFacts.device, CRSFacts.fio2, CRSFacts.organ,
      CRSFacts.transaminases, CRSFacts.death,
    ], gather: { $0.crsFacts() },
    rule: { inputs in
      let facts = CRSFacts(inputs: inputs)
      return facts.finding([
        facts.pressure(fluids: 2, lowDose: 2, highDose: 3, several: 3).threatening(
          facts.isLifeThreatening, from: 3),
        facts.oxygen(low: 2, high: 3, positivePressure: nil, ventilator: 4), facts.organs,
      ])
    })
}

extension CRSFacts.Domain {
  /// A domain that is 4 where it threatens life, which is asked from some grade on.
  func threatening(_ isSo: Bool?, from grade: Int) -> CRSFacts.Domain {
    guard bounds.upperBound >= grade, bounds.upperBound < 4, isSo != false else { return self }
    if isSo == true {
      let least = bounds.lowerBound >= grade ? 4 : bounds.lowerBound
      return CRSFacts.Domain(name: name, bounds: least...4, asks: asks, open: open)
    }
    return CRSFacts.Domain(
      name: name, bounds: bounds.lowerBound...4, asks: asks + ["lifeThreatening"], open: open)
  }
}
