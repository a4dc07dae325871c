import Clinical

/// CRS at one instant: the domains, what gates them, and the grade that follows (clinical-rules
/// 1.3).
struct CRSGrade: Sendable {
  var hypotension: DomainFinding
  var hypoxia: DomainFinding
  /// A fever attributed to CRS within the look-back (D-01).
  var isFever: Bool
  var isFeverKnown: Bool
  /// An episode is open and lets signs count (D-03).
  var isOpen: Bool
  /// An episode closed before, and a drug may hide the fever (D-33).
  var isMasked: Bool
  var record: GradeRecord

  /// The higher of the two domains that grade beyond fever.
  var signs: Int { max(hypotension.low, hypoxia.low) }
  var isSignsWithoutFever: Bool { signs >= 2 && !isFever && !isOpen && !isMasked }
}

extension FoldState {
  /// What CRS is at `t`, for a living patient after the infusion.
  func gradeCRS(at t: Instant) -> CRSGrade {
    let (hypotension, pressureFlags) = bedside.hypotension(at: t)
    let (hypoxia, oxygenFlags) = bedside.hypoxia(at: t)
    let temperature = bedside.temperature(at: t)
    let isFever = memory.fever.map { t < $0.at + bedside.settings.feverLookBack } ?? false
    var isOpen = memory.crs.isOpen
    if isOpen, bedside.settings.waiver == .strict, let onset = memory.crs.episode?.onset {
      isOpen = bedside.suppressantGiven(since: onset) != nil
    }
    let isMasked = memory.crs.hasClosed && bedside.suppressant(at: t) != nil
    func combine(fever: Bool, _ signs: Int) -> Int {
      let isGated = fever || isOpen
      if signs >= 2 {
        return isGated || isMasked || bedside.settings.withoutFever == .counted ? signs : 0
      }
      return isGated ? 1 : 0
    }
    let signs = max(hypotension.low, hypoxia.low)
    let low = combine(fever: isFever, signs)
    let isFeverKnown = isFever || temperature != nil
    let high = combine(
      fever: isFever || !isFeverKnown, max(hypotension.high, hypoxia.high))
    var flags = pressureFlags.union(oxygenFlags).union(stateFlags(at: t))
    var isProvisional = combine(fever: isFever, max(hypotension.firm, hypoxia.firm)) != low
    if signs >= 2, !isFever, !isOpen {
      isProvisional = true
      if isMasked {
        flags.insert(.possibleMaskedCRS)
      } else {
        flags.insert(.signsWithoutFever)
        if bedside.suppressant(at: t) != nil { flags.insert(.possibleMaskedCRS) }
      }
    }
    if let episode = memory.crs.episode, episode.ended == nil {
      if episode.isMasked, low > 0 {
        isProvisional = true
        flags.insert(.possibleMaskedCRS)
      }
      if isLate(episode.onset) { flags.insert(.lateOnsetReview) }
    }
    if !isProvisional, !bedside.attributions.isEmpty {
      isProvisional = isDecidedByOldAttribution(at: t, low: low, isFever: isFever) { fever in
        combine(
          fever: fever,
          max(
            oldSilenced(.hypotension, hypotension, t), oldSilenced(.hypoxia, hypoxia, t)))
      }
    }
    let hasReading =
      temperature != nil || bedside.systolic(at: t) != nil || bedside.saturation(at: t) != nil
    var record = GradeRecord(
      status: .settled(isProvisional: isProvisional), grade: low, atLeast: low, atMost: high,
      flags: flags, episode: memory.crs.episode?.number,
      adjudication: bedside.crsAdjudication?.id,
      adjudicated: bedside.crsAdjudication?.grade)
    if !hasReading, max(hypotension.inForce, hypoxia.inForce) < 2 {
      record.status = .indeterminate
      record.grade = nil
      record.atLeast = isFever || memory.crs.isOpen ? 1 : 0
      record.atMost = 4
    } else if high > low {
      record.status = .partial
      if low == 0 { record.grade = nil }
    }
    return CRSGrade(
      hypotension: hypotension, hypoxia: hypoxia, isFever: isFever, isFeverKnown: isFeverKnown,
      isOpen: isOpen, isMasked: isMasked, record: record)
  }

  /// Onset after day 14 is accepted and asks for another cause (clinical-rules 1.6).
  private func isLate(_ onset: Instant) -> Bool { onset >= bedside.lateFrom }

  private func stateFlags(at t: Instant) -> Flags {
    var flags: Flags = []
    let limit = bedside.settings.stateLimit
    if let oxygen = bedside.oxygen, t >= oxygen.at + limit,
      !oxygen.isRoomAir || bedside.saturation(at: t) == nil
    {
      flags.insert(.oxygenUnconfirmed)
    }
    for agent in bedside.agents where t >= agent.changedAt + limit {
      flags.insert(.vasopressorUnconfirmed)
    }
    for entry in bedside.attributions where entry.hasLapsed && entry.domain.scale == .crs {
      if isPresentAgain(entry.domain, at: t) { flags.insert(.attributionLapsed) }
    }
    return flags
  }

  // What a domain would give without an attribution that is older than 12 h.
  private func oldSilenced(_ domain: Domain, _ finding: DomainFinding, _ t: Instant) -> Int {
    isOldAttribution(of: domain, at: t) ? finding.silencedLow : finding.low
  }

  private func isDecidedByOldAttribution(
    at t: Instant, low: Int, isFever: Bool, grade: (Bool) -> Int
  ) -> Bool {
    let hidden =
      isOldAttribution(of: .fever, at: t)
      && (memory.otherFever.map { t < $0.at + bedside.settings.feverLookBack } ?? false)
    return grade(isFever || hidden) != low
  }
}
