import Clinical

extension Rule {
  /// ASTCT CRS table, row "Hypotension", grade 2: not requiring vasopressors. A patient who needs
  /// fluid boluses to keep a normal pressure is hypotensive (cancercalc, clinical-rules 1.4).
  package static let crsBolus = Rule(
    "CRS-HYPOTENSION-BOLUS", .crs, .hypotension, 2...2,
    "a fluid bolus for hypotension within 4 h, or no adequate systolic pressure since it",
    source: crsTable + "; cancercalc.com/CRS_grade.php", choices: ["D-28"])
}

extension BedsideState {
  /// Grade 2 while a bolus for hypotension speaks.
  @inline(__always)
  func bolusFinding(at t: Instant) -> Finding? {
    bolusInForce(at: t).map { _ in Finding(criterion: .crsBolus, low: 2, high: 2) }
  }
}
