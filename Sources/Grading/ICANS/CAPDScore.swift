import Clinical

extension Rule {
  /// ASTCT ICANS table for children, row "CAPD": under 9 grade 1, 9 and more grade 3.
  ///
  /// Read literally every well child with a score of 0 to 8 is grade 1; D-22 takes the child's own
  /// baseline as normal.
  package static let icansCAPD = Rule(
    "ICANS-CAPD", .icans, .cognition, 1...3, "CAPD 1 to 8: 1; 9 or more: 3",
    source:
      "ASTCT consensus (Lee 2019), ICANS table for children: mdedge.com 192202; ASCO pocket guide; CAPD: chop.edu 138797",
    choices: ["D-21", "D-22", "D-23", "D-31", "D-32"])
  /// ASTCT ICANS table for children, row "CAPD", grade 4: unable to perform.
  package static let icansCAPDUnable = Rule(
    "ICANS-CAPD-UNABLE", .icans, .cognition, 4...4, "unarousable and unable to be scored by CAPD",
    source: "ASTCT consensus (Lee 2019), ICANS table for children: mdedge.com 192202",
    choices: ["D-21", "D-32"])
}

extension BedsideState {
  /// What a CAPD gives (D-22, D-23).
  func capdFinding(_ reading: InstrumentReading) -> Finding? {
    guard let score = reading.points?.lowerBound else {
      return Finding(criterion: .icansCAPDUnable, low: 4, high: 4)
    }
    if score >= 9 {
      let isOwn = baselineCAPD.map { $0 >= 9 && score <= $0 } ?? false
      switch (isOwn, settings.capdHigh) {
      case (false, _), (true, .literal):
        return Finding(criterion: .icansCAPD, low: 3, high: 3)
      case (true, .provisional):
        return Finding(criterion: .icansCAPD, low: 3, high: 3, isPrompt: true)
      case (true, .zero): return nil
      }
    }
    if settings.capdLow == .literal { return Finding(criterion: .icansCAPD, low: 1, high: 1) }
    if score == 0 { return nil }
    guard let baselineCAPD else {
      return Finding(criterion: .icansCAPD, low: 1, high: 1, isPrompt: true)
    }
    return score <= baselineCAPD ? nil : Finding(criterion: .icansCAPD, low: 1, high: 1)
  }

  /// D-22: a score of 1 to 8 that nothing is there to compare with.
  func lacksBaseline(_ reading: InstrumentReading) -> Bool {
    reading.points.map { (1...8).contains($0.lowerBound) } == true && baselineCAPD == nil
      && settings.capdLow == .aboveBaseline
  }

  /// D-23: a score of 9 or more that is no higher than the patient's own.
  func isAtHighBaseline(_ reading: InstrumentReading) -> Bool {
    guard let baselineCAPD, let score = reading.points?.lowerBound else { return false }
    return baselineCAPD >= 9 && (9...baselineCAPD).contains(score)
  }
}
