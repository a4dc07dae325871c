import Clinical

extension FoldState {
  /// The explained assessment at `t`; the state must have been brought to `t`.
  ///
  /// - Parameter changes: the course's changes of grade up to `t`, for the worst of 24 h.
  func assessment(at t: Instant, changes: some BidirectionalCollection<GradeChange>, zone: Zone)
    -> Assessment
  {
    let day = bedside.dayAfterInfusion(zone.dayNumber(of: t))
    // What a dead patient's grade was built on is read as it stood at the death.
    let read = bedside.death.map { min(t, $0.frozenAt) } ?? t
    let builder = EvidenceBuilder(self, at: read, now: t, zone: zone)
    var crsGrade: CRSGrade?
    var icansGrade: ICANSGrade?
    if bedside.infusedAt != nil {
      crsGrade = gradeCRS(at: read)
      icansGrade = gradeICANS(at: read)
    }
    let crsEvidence = crsGrade.map(builder.crs) ?? []
    let icansEvidence = icansGrade.map(builder.icans) ?? []
    let isDead = bedside.death != nil
    return Assessment(
      at: t, day: day,
      crs: scale(
        .crs, crs, memory.crs, bedside.crsAdjudication,
        [builder.death(.crs)].compactMap { $0 } + crsEvidence,
        missing: isDead ? [] : crsGrade.map { missingCRS($0, at: t) } ?? [], notEntered: [], at: t,
        changes: changes, zone: zone),
      icans: scale(
        .icans, icans, memory.icans, bedside.icansAdjudication,
        [builder.death(.icans)].compactMap { $0 } + icansEvidence,
        missing: isDead ? [] : icansGrade.map { missingICANS($0, at: t) } ?? [],
        notEntered: bedside.infusedAt == nil ? [] : notEntered, at: t, changes: changes,
        zone: zone),
      instrument: bedside.fittingInstrument(onDay: zone.dayNumber(of: t))
        ?? bedside.cognitionReading?.1)
  }

  private var notEntered: [Domain] {
    var domains: [Domain] = []
    if !bedside.hasSeizureEntry { domains.append(.seizure) }
    if bedside.motor == nil { domains.append(.motor) }
    if bedside.intracranial == nil { domains.append(.intracranial) }
    return domains
  }

  private func scale(
    _ scale: Scale, _ record: GradeRecord, _ memory: ScaleMemory,
    _ adjudication: AdjudicationInForce?, _ evidence: [Evidence], missing: [MissingDomain],
    notEntered: [Domain], at t: Instant, changes: some BidirectionalCollection<GradeChange>,
    zone: Zone
  ) -> ScaleAssessment {
    var episode = memory.episode
    if record.grade == 5 { episode?.maximum = 5 }
    let hasLast = record.grade == nil && record.status != .notApplicable
    return ScaleAssessment(
      scale: scale, status: record.status, grade: record.grade, atLeast: record.atLeast,
      atMost: record.atMost, episode: episode, evidence: evidence, flags: record.flags.list,
      last: hasLast ? memory.lastGrade : nil, missing: missing, notEntered: notEntered,
      worst24h: Self.worst(scale, changes, since: t - .hours(24), now: record),
      // Where the scale does not apply nothing is computed that it could stand beside or run out by.
      adjudicated: (record.status == .notApplicable ? nil : adjudication).map {
        AdjudicatedGrade(grade: $0.grade, by: $0.by, at: $0.at, reason: $0.reason)
      },
      wouldChange: wouldChange(scale, at: t, zone: zone, deciding: evidence.first?.domain))
  }

  // The highest grade in force at any moment of (since, now], the one carried into it included.
  private static func worst(
    _ scale: Scale, _ changes: some BidirectionalCollection<GradeChange>, since: Instant,
    now: GradeRecord
  ) -> Int? {
    var worst = now.certain
    for change in changes.reversed() {
      if let grade = change[scale].certain { worst = max(worst ?? grade, grade) }
      if change.at <= since { break }
    }
    return worst
  }
}
