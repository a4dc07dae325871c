extension PatientSummary {
  /// True while the patient is in house at `t`: from admission to discharge or death; without any
  /// stay on record from the first event to day +30 (contract 1.3).
  package func isInHouse(at t: Instant, zone: Zone) -> Bool {
    guard let firstFact, firstFact <= t else { return false }
    return endOfStay(zone: zone).map { t < $0 } ?? true
  }

  /// When the patient was or will be no longer in house, as far as is known; `nil` while nothing
  /// says.
  package func endOfStay(zone: Zone) -> Instant? {
    if let death { return death.end(in: zone) }
    switch isAdmitted {
    case true?: return nil
    case false?: return stayChanged
    case nil:
      guard let day0 = infusions.first else { return nil }
      return zone.startOfDay(number: zone.dayNumber(of: day0) + 31)
    }
  }

  /// Days from the first infusion to the local day of `t`; `nil` before any infusion.
  package func day(at t: Instant, zone: Zone) -> Int? {
    infusions.first.map { Int(zone.dayNumber(of: t) - zone.dayNumber(of: $0)) }
  }

  /// Completed years on the local day of `t`.
  package func age(at t: Instant, zone: Zone) -> Int? {
    birthDate.map { zone.date(of: t).completedYears(since: $0) }
  }
}
