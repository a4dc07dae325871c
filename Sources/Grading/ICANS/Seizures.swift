import Clinical

extension Rule {
  /// ASTCT ICANS tables, row "Seizure", grade 3: any clinical seizure that resolves rapidly, or
  /// non-convulsive seizures on EEG that resolve with intervention.
  package static let icansSeizure = Rule(
    "ICANS-SEIZURE", .icans, .seizure, 3...3,
    "any seizure, focal or generalised, that resolves rapidly, or on EEG with intervention",
    source: icansTable, choices: ["D-25"])
  /// ASTCT ICANS tables, row "Seizure", grade 4: life-threatening prolonged seizure, more than 5 min.
  package static let icansSeizureProlonged = Rule(
    "ICANS-SEIZURE-PROLONGED", .icans, .seizure, 4...4, "a seizure of more than 5 minutes",
    source: icansTable, choices: ["D-25"])
  /// ASTCT ICANS tables, row "Seizure", grade 4: repetitive seizures without return to baseline in
  /// between.
  package static let icansSeizureRepetitive = Rule(
    "ICANS-SEIZURE-REPETITIVE", .icans, .seizure, 4...4,
    "repeated seizures without return to baseline in between", source: icansTable,
    choices: ["D-25"])
}

extension BedsideState {
  /// The seizure domain: the worst of the seizures that still speak (D-25).
  ///
  /// Not recorded is not false: a seizure of unknown length and end, or one after another of which
  /// nobody wrote whether the patient came back in between, could be 4.
  @inline(__always)
  func seizure(at t: Instant) -> DomainFinding {
    var domain = DomainFinding()
    for seizure in seizures {
      let finding = seizure.finding(at: t)
      domain.add(finding)
      domain.inForce = max(domain.inForce, finding.low)
    }
    return isSilenced(.seizure) ? domain.silenced() : domain
  }
}

extension SeizureInForce {
  func finding(at t: Instant) -> Finding {
    let isLong =
      length.map { $0.lowerBound > Self.prolonged } ?? false
      || isOngoing && (t - at).microseconds > Self.prolonged
    if isLong { return Finding(criterion: .icansSeizureProlonged, low: 4, high: 4) }
    if isRepetition == true {
      return Finding(criterion: .icansSeizureRepetitive, low: 4, high: 4)
    }
    let couldBeLong =
      length.map { $0.upperBound > Self.prolonged } ?? (resolved == nil)
    return Finding(
      criterion: .icansSeizure, low: 3, high: couldBeLong || isRepetition == nil ? 4 : 3)
  }

  /// True when something that would settle the grade was not written down.
  var isIncomplete: Bool {
    length == nil || resolved == nil && length == nil || returnedToBaseline == nil
  }
}
