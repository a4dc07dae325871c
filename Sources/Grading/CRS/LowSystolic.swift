import Clinical

extension Rule {
  /// ASTCT CRS table, row "Hypotension". The consensus gives no number: a pressure under the limit
  /// prompts grade 2 and stays provisional until a bolus or vasopressor says that it was treated.
  package static let crsLowSystolic = Rule(
    "CRS-HYPOTENSION-LOW-SYSTOLIC", .crs, .hypotension, 2...2,
    "a systolic pressure under the limit for the age (90 mmHg; 1 to 10 years 70 + 2 x age; 1 to 12 months 70; up to 28 days 60)",
    source: "PMC8021214; PMC9978889; Nat Rev Clin Oncol 2018 s41571-018-0075-2; PMC6882047",
    choices: ["D-06", "D-07", "D-31", "D-32"])
}

extension BedsideState {
  /// The systolic pressure in force, unless it has expired.
  @inline(__always)
  func systolic(at t: Instant) -> SystolicReading? {
    systolic.flatMap { t < $0.expires ? $0 : nil }
  }

  /// Grade 2, provisional, while the latest systolic pressure is under the patient's limit.
  @inline(__always)
  func lowSystolic(at t: Instant) -> Finding? {
    guard let reading = systolic, isLow(reading, at: t) else { return nil }
    return Finding(criterion: .crsLowSystolic, low: 2, high: 2, isPrompt: true)
  }
}
