import Clinical

extension Rule {
  /// ASTCT CRS table, row "Fever": T ≥ 38.0 °C not attributable to any other cause; it alone is
  /// grade 1.
  package static let crsFever = Rule(
    "CRS-FEVER", .crs, .fever, 1...1,
    "a temperature of 38.0 °C or more, not attributed to another cause, within 24 h",
    source: crsTable, choices: ["D-01", "D-02", "D-18"])
  /// ASTCT CRS table, footnote: once an antipyretic or anticytokine has been given, hypotension and
  /// hypoxia alone drive the grade.
  package static let crsFeverWaived = Rule(
    "CRS-FEVER-WAIVED", .crs, .fever, 1...4,
    "fever no longer required after an antipyretic, an anticytokine or a corticosteroid",
    source: crsTable + "; cancercalc.com/CRS_grade.php", choices: ["D-03", "D-33"])
  /// An episode stays open until all its signs have been gone for 24 h (clinical-rules 1.6).
  package static let crsOpen = Rule(
    "CRS-OPEN", .crs, .fever, 1...1,
    "an episode that fever opened and that has not closed", source: ownReading,
    fromMemory: true, choices: ["D-05"])
  /// Hypotension or hypoxia without any fever, open episode or masking.
  package static let crsSignsWithoutFever = Rule(
    "CRS-SIGNS-WITHOUT-FEVER", .crs, .fever, 0...4,
    "hypotension or hypoxia although no fever is on record", source: ownReading,
    choices: ["D-04"])
}

extension BedsideState {
  /// The temperature in force, unless it has expired.
  @inline(__always)
  func temperature(at t: Instant) -> TemperatureReading? {
    temperature.flatMap { t < $0.expires ? $0 : nil }
  }

  /// A drug that may hide a fever within its time (D-33): an antipyretic, a corticosteroid or
  /// short-acting anticytokine, tocilizumab or siltuximab. Of several of a kind the newest.
  func suppressant(at t: Instant) -> DrugGiven? {
    Self.acting(antipyretics, for: settings.antipyreticMasks, at: t)
      ?? Self.acting(shortActing, for: settings.shortActingMasks, at: t)
      ?? Self.acting(longActing, for: settings.tocilizumabMasks, at: t)
  }

  /// Any antipyretic, anticytokine or corticosteroid since `start`; what the strict form of D-03
  /// asks for. Of several the newest.
  func suppressantGiven(since start: Instant) -> DrugGiven? {
    (antipyretics + shortActing + longActing).filter { $0.isRunning || $0.at >= start }
      .max { $0.at < $1.at }
  }

  /// True while an antipyretic acts for 24 h: it holds an episode of fever alone open (D-05).
  func isHeldOpenByAntipyretic(at t: Instant) -> Bool {
    antipyretics.contains { $0.acts(for: .hours(24), at: t) }
  }

  private static func acting(
    _ given: [DrugGiven], for time: TimeSpan, at t: Instant
  ) -> DrugGiven? {
    given.filter { $0.acts(for: time, at: t) }.max { $0.at < $1.at }
  }
}
