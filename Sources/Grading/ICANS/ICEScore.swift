import Clinical

extension Rule {
  /// ASTCT ICANS table for adults, row "ICE score": 7–9 grade 1, 3–6 grade 2, 0–2 grade 3.
  ///
  /// An ICE of 0 in a patient who is awake with global aphasia is grade 3, not 4.
  package static let icansICE = Rule(
    "ICANS-ICE", .icans, .cognition, 1...3, "ICE 7 to 9: 1; 3 to 6: 2; 0 to 2: 3",
    source: icansTable, choices: ["D-21", "D-24", "D-31", "D-32"])
  /// ASTCT ICANS table for adults, row "ICE score", grade 4: 0 because the patient is unarousable and
  /// unable to perform.
  package static let icansICEUnarousable = Rule(
    "ICANS-ICE-UNAROUSABLE", .icans, .cognition, 4...4, "unarousable and unable to perform ICE",
    source: icansTable, choices: ["D-21", "D-32"])
}

extension BedsideState {
  /// The score at and above which ICE gives nothing (D-24).
  var normalICE: Int {
    settings.iceBase == .ten ? 10 : min(10, baselineICE ?? 10)
  }

  /// What an ICE gives, as bounds where items were left out.
  ///
  /// A score of 0 is 3, and could be 4 as long as nothing says how the patient is roused.
  func iceFinding(_ reading: InstrumentReading, at t: Instant) -> Finding? {
    guard let points = reading.points else {
      return Finding(criterion: .icansICEUnarousable, low: 4, high: 4)
    }
    let low = gradeOfICE(points.upperBound)
    var high = gradeOfICE(points.lowerBound)
    if points.lowerBound == 0, !isConsciousnessEntered(at: t) { high = 4 }
    if high == 0 { return nil }
    return Finding(criterion: .icansICE, low: low, high: high)
  }

  private func gradeOfICE(_ score: Int) -> Int {
    if score >= normalICE { return 0 }
    switch score {
    case 7...: return 1
    case 3...6: return 2
    default: return 3
    }
  }
}
