import Clinical

extension Rule {
  /// ASTCT ICANS tables, row "Depressed level of consciousness", not attributable to another cause:
  /// to voice 2, only to tactile stimulus 3, unarousable or only to vigorous stimuli 4.
  ///
  /// The tables list "awakens spontaneously" under grade 1; alone it gives 0 here (D-20).
  package static let icansConsciousness = Rule(
    "ICANS-CONSCIOUSNESS", .icans, .consciousness, 1...4,
    "awakens to voice: 2; only to tactile stimulus: 3; unarousable or only to vigorous stimuli: 4",
    source: icansTable, choices: ["D-20"])
}

extension BedsideState {
  /// The level of consciousness in force, unless it has expired.
  @inline(__always)
  func consciousnessEntry(at t: Instant) -> ConsciousnessReading? {
    consciousness.flatMap { t < $0.expires ? $0 : nil }
  }

  /// True where a level that speaks of ICANS, or of an awake patient, is on record and fresh.
  @inline(__always)
  func isConsciousnessEntered(at t: Instant) -> Bool {
    consciousnessEntry(at: t).map { $0.isOfICANS || $0.level == .awake } ?? false
  }

  /// The consciousness domain: the level in force, or awake where an instrument was done.
  ///
  /// A level with another cause (sedation, sleep) gives no grade, and takes away what an earlier
  /// instrument said of being awake: no plain 0 without the patient awake (clinical-rules 2.4).
  func consciousness(at t: Instant) -> DomainFinding {
    var domain = DomainFinding()
    if let entry = consciousnessEntry(at: t), entry.isOfICANS || entry.level == .awake {
      domain.add(Self.finding(of: entry.level, settings))
    } else if !isAwakeByInstrument(at: t) {
      domain.isKnown = false
      if let entry = consciousness, entry.isOfICANS, entry.expires <= t,
        let (reading, _) = cognitionReading, t < reading.expires
      {
        domain.add(Self.finding(of: entry.level, settings))
      }
      domain.high = 4
    }
    return isSilenced(.consciousness) ? domain.silenced() : domain
  }

  /// True when the patient is known to be awake: entered so, or by an instrument that was done.
  func isAwake(at t: Instant) -> Bool {
    if let entry = consciousnessEntry(at: t), entry.isOfICANS || entry.level == .awake {
      return entry.level == .awake
    }
    return isAwakeByInstrument(at: t)
  }

  private func isAwakeByInstrument(at t: Instant) -> Bool {
    guard let (reading, instrument) = cognitionReading, t < reading.expires,
      let points = reading.points, instrument == .capd || points.upperBound > 0
    else { return false }
    if instrument == .ice, points.lowerBound == 0 { return false }
    guard let entry = consciousnessEntry(at: t), !entry.isOfICANS, entry.level != .awake else {
      return true
    }
    return entry.at < reading.at
  }

  private static func finding(
    of level: Consciousness.Level, _ settings: ChoiceSettings
  ) -> Finding? {
    let grade =
      switch level {
      case .awake: settings.awakeGrade
      case .voice: 2
      case .tactile: 3
      case .vigorous, .unarousable: 4
      }
    return grade == 0 ? nil : Finding(criterion: .icansConsciousness, low: grade, high: grade)
  }
}
