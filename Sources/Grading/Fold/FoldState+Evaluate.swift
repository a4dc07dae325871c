import Clinical

extension FoldState {
  /// Grades anew what may have moved, and keeps episodes, adjudications and last grades.
  mutating func evaluate(at t: Instant, _ scales: Touched, observed: Touched) {
    if bedside.infusedAt != nil {
      if scales.contains(.crs) { evaluateCRS(at: t, isObserved: observed.contains(.crs)) }
      if scales.contains(.icans) { evaluateICANS(at: t, isObserved: observed.contains(.icans)) }
      crs = Self.said(memory.crs, bedside.death, .crs)
      icans = Self.said(memory.icans, bedside.death, .icans)
    }
    wake = nextWake(after: t)
  }

  /// Moves on to `t`: hours in which nobody could assess the patient do not count towards closing
  /// (D-26).
  mutating func advance(to t: Instant) {
    if let reached, memory.icans.alive.status == .notAssessable, memory.icans.lastSign != nil {
      memory.icans.paused = memory.icans.paused + (t - reached)
    }
    reached = t
  }

  private mutating func evaluateCRS(at t: Instant, isObserved: Bool) {
    var grade = gradeCRS(at: t)
    if keepCRSEpisode(grade, at: t) { grade = gradeCRS(at: t) }
    if memory.crs.isOpen { memory.crs.raiseMaximum(grade.record.atLeast) }
    if Self.judge(
      &bedside.crsAdjudication, grade.record.grade, at: t, holds: bedside.settings.adjudication)
    {
      grade.record.adjudication = nil
      grade.record.adjudicated = nil
    }
    memory.crs.take(
      grade.record, at: t, observedAt: isObserved ? bedside.newestCRSObservation : nil)
  }

  private mutating func evaluateICANS(at t: Instant, isObserved: Bool) {
    var grade = gradeICANS(at: t)
    if keepICANSEpisode(grade, at: t, isObserved: isObserved) {
      grade.record.episode = memory.icans.episode?.number
    }
    if memory.icans.isOpen { memory.icans.raiseMaximum(grade.record.atLeast) }
    if Self.judge(
      &bedside.icansAdjudication, grade.record.grade, at: t, holds: bedside.settings.adjudication)
    {
      grade.record.adjudication = nil
      grade.record.adjudicated = nil
    }
    memory.icans.take(
      grade.record, at: t, observedAt: isObserved ? bedside.newestICANSObservation : nil)
  }

  /// D-30: an adjudication holds until the computed grade is another, or its time is over. Tells
  /// whether it ended.
  @inline(__always)
  private static func judge(
    _ adjudication: inout AdjudicationInForce?, _ grade: Int?, at t: Instant, holds: TimeSpan
  ) -> Bool {
    guard let entry = adjudication else { return false }
    if !entry.isJudged, t < entry.at + holds {
      adjudication?.computed = grade
      adjudication?.isJudged = true
      return false
    }
    guard !entry.isJudged || entry.computed != grade || t >= entry.at + holds else {
      return false
    }
    adjudication = nil
    return true
  }

  /// What a scale says: while the patient lives what was computed, after death the last of it.
  private static func said(
    _ memory: ScaleMemory, _ death: DeathOnRecord?, _ scale: Scale
  ) -> GradeRecord {
    guard let death else { return memory.alive }
    var record = memory.alive
    record.status = .final
    let isCause =
      switch scale {
      case .crs: death.cause == .crs
      case .icans: death.cause == .icans
      }
    record.grade = isCause ? 5 : memory.lastGrade?.grade
    record.atLeast = record.grade
    record.atMost = record.grade
    return record
  }
}

extension ScaleMemory {
  mutating func raiseMaximum(_ grade: Int?) {
    guard let grade, let maximum = episode?.maximum, grade > maximum else { return }
    episode?.maximum = grade
  }

  /// Takes over what was computed at `t`; `observedAt` is the newest observation behind it where
  /// facts of `t` moved the scale, `nil` where time alone did.
  mutating func take(_ record: GradeRecord, at t: Instant, observedAt: Instant?) {
    if let grade = record.grade {
      if let observedAt {
        lastGrade = GradeAtTime(grade: grade, at: observedAt)
      } else if grade != lastGrade?.grade {
        lastGrade = GradeAtTime(grade: grade, at: t)
      }
    }
    alive = record
  }
}
