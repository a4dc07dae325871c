import Clinical

extension FoldState {
  /// Opens or closes the CRS episode by what was observed at `t`, or lets a fever unmask it; tells
  /// whether it did (clinical-rules 1.6).
  mutating func keepCRSEpisode(_ grade: CRSGrade, at t: Instant) -> Bool {
    let isNewFever = memory.fever?.at == t
    if memory.crs.isOpen {
      if grade.signs >= 2 { memory.crs.episode?.isFeverOnly = false }
      let isUnmasked = isNewFever && memory.crs.episode?.isMasked == true
      if isUnmasked { memory.crs.episode?.isMasked = false }
      guard closesCRS(grade, at: t) else { return isUnmasked }
      memory.crs.episode?.ended = t
      return true
    }
    guard isNewFever || grade.isMasked && grade.signs >= 2 else { return false }
    memory.crs.episode = Episode(
      number: (memory.crs.episode?.number ?? 0) + 1, onset: t, ended: nil, maximum: 0,
      isFeverOnly: grade.signs < 2, isMasked: !isNewFever)
    return true
  }

  /// The first complete clear set observed 24 h or more after the last sign (D-05); an episode never
  /// closes by silence, nor by a set of which a part waits for its co-signature: what comes after it
  /// would be graded without the fever.
  @inline(__always)
  private func closesCRS(_ grade: CRSGrade, at t: Instant) -> Bool {
    guard let last = memory.crs.lastSign, grade.signs == 0,
      let temperature = bedside.temperature(at: t), !temperature.isFever, !temperature.isUnsigned,
      let systolic = bedside.systolic(at: t), !bedside.isLow(systolic, at: t), !systolic.isUnsigned
    else { return false }
    // A set is complete when its last part is observed; nothing else closes an episode.
    guard
      temperature.at == t || systolic.at == t || bedside.saturation?.at == t
        || bedside.oxygen?.at == t
    else { return false }
    let limit = last + bedside.settings.crsClosing
    guard temperature.at >= limit, systolic.at >= limit, isOxygenClear(at: t) else { return false }
    return memory.crs.episode?.isFeverOnly != true || !bedside.isHeldOpenByAntipyretic(at: t)
  }

  /// An oxygen state without hypoxia of CRS within its time: confirmed, or with a saturation.
  @inline(__always)
  private func isOxygenClear(at t: Instant) -> Bool {
    if let saturation = bedside.saturation(at: t), !saturation.isUnsigned { return true }
    guard let oxygen = bedside.oxygen, !oxygen.isUnsigned else { return false }
    return t < oxygen.at + bedside.settings.stateLimit
  }

  /// Opens or closes the ICANS episode; tells whether it did (D-26).
  mutating func keepICANSEpisode(_ grade: ICANSGrade, at t: Instant, isObserved: Bool) -> Bool {
    if memory.icans.isOpen {
      guard isObserved, closesICANS(grade, at: t) else { return false }
      memory.icans.episode?.ended = t
      return true
    }
    guard let low = grade.record.atLeast, low >= 1 else { return false }
    memory.icans.episode = Episode(
      number: (memory.icans.episode?.number ?? 0) + 1, onset: t, ended: nil, maximum: 0,
      isFeverOnly: false, isMasked: false)
    return true
  }

  @inline(__always)
  private func closesICANS(_ grade: ICANSGrade, at t: Instant) -> Bool {
    guard let last = memory.icans.lastSign, grade.rest == 0, grade.record.grade == 0,
      let (reading, _) = bedside.cognitionReading, !reading.isUnsigned,
      bedside.isAtNeurologicalBaseline(at: t) || grade.cognition.isSilenced
    else { return false }
    return reading.at >= last + bedside.settings.icansClosing + memory.icans.paused
  }
}
