import Clinical

extension Rule {
  /// The consensus grades hypoxia by its treatment; a typed SpO2 under 90 % on room air prompts
  /// grade 2 before oxygen is given (D-14).
  package static let crsUntreatedHypoxia = Rule(
    "CRS-HYPOXIA-UNTREATED", .crs, .hypoxia, 2...2,
    "a typed SpO2 under 90 % on room air",
    source: ownReading + "; cut: Nat Rev Clin Oncol 2018",
    choices: ["D-14"])
}

extension BedsideState {
  /// The newest saturation, unless it has expired.
  @inline(__always)
  func saturation(at t: Instant) -> SaturationReading? {
    saturation.flatMap { t < $0.expires ? $0 : nil }
  }

  /// Grade 2, provisional, from the newest typed saturation on room air; whether it has expired is
  /// for the domain to judge.
  @inline(__always)
  func untreatedHypoxia() -> Finding? {
    guard let typed = typedSaturation, settings.untreatedHypoxia > 0,
      typed.value < DecimalNumber(settings.untreatedHypoxia)
    else { return nil }
    return Finding(criterion: .crsUntreatedHypoxia, low: 2, high: 2, isPrompt: true)
  }
}
