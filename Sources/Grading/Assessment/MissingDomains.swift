import Clinical

extension FoldState {
  /// What CRS asks for at `t`: domains that nothing in force speaks of, and a cannula's flow.
  func missingCRS(_ grade: CRSGrade, at t: Instant) -> [MissingDomain] {
    var missing: [MissingDomain] = []
    if !grade.isFeverKnown {
      missing.append(vitals(.fever, bedside.temperature?.expires, bedside.temperature?.at))
    }
    if !grade.hypotension.isKnown {
      missing.append(vitals(.hypotension, bedside.systolic?.expires, bedside.systolic?.at))
    }
    if !grade.hypoxia.isKnown {
      missing.append(vitals(.hypoxia, bedside.saturation?.expires, bedside.saturation?.at))
    } else if let oxygen = bedside.oxygen, let finding = grade.hypoxia.finding, oxygen.flow == nil,
      finding.criterion == .crsLowFlow || finding.criterion == .crsHighFlow
    {
      missing.append(MissingDomain(domain: .hypoxia, since: oxygen.at, why: .neverRecorded))
    }
    return missing
  }

  private func vitals(
    _ domain: Domain, _ expired: Instant?, _ observed: Instant?
  ) -> MissingDomain {
    let began = expired ?? bedside.infusedAt ?? .earliest
    if let entry = bedside.vitalsNotDone, observed.map({ entry.at > $0 }) ?? true {
      return MissingDomain(
        domain: domain, since: entry.at, why: entry.isRefusal ? .refused : .notDone)
    }
    return MissingDomain(
      domain: domain, since: began, why: expired == nil ? .neverRecorded : .expired)
  }

  /// What ICANS asks for at `t`: domains that nothing in force speaks of, items left out, and what
  /// was not written down of a seizure.
  func missingICANS(_ grade: ICANSGrade, at t: Instant) -> [MissingDomain] {
    var missing: [MissingDomain] = []
    let reading = bedside.cognitionReading?.0
    if !grade.cognition.isKnown {
      missing.append(
        instrument(.cognition, expired: reading?.expires, observed: reading?.at, at: t))
    } else if let reading, let points = reading.points, points.count > 1,
      !grade.cognition.isSilenced
    {
      missing.append(
        MissingDomain(domain: .cognition, since: reading.at, why: .neverRecorded))
    }
    if !grade.consciousness.isKnown {
      let entry = bedside.consciousness
      missing.append(
        instrument(.consciousness, expired: entry?.expires, observed: entry?.at, at: t))
    }
    for seizure in bedside.seizures where seizure.isIncomplete && !grade.seizure.isSilenced {
      missing.append(
        MissingDomain(domain: .seizure, since: seizure.at, why: .neverRecorded))
    }
    return missing
  }

  private func instrument(
    _ domain: Domain, expired: Instant?, observed: Instant?, at t: Instant
  ) -> MissingDomain {
    if let entry = bedside.instrumentNotDone, observed.map({ entry.at >= $0 }) ?? true,
      domain == .cognition || expired == nil
    {
      return MissingDomain(
        domain: domain, since: entry.at, why: entry.status == .refused ? .refused : .notDone)
    }
    guard let expired, expired <= t else {
      return MissingDomain(
        domain: domain, since: observed ?? bedside.infusedAt ?? .earliest, why: .neverRecorded)
    }
    return MissingDomain(domain: domain, since: expired, why: .expired)
  }
}
