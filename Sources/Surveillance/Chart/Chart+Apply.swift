import Clinical
import Grading

extension Chart {
  /// Takes over one fact; facts come in order, and grading has taken over those of the same instant
  /// before.
  mutating func apply(_ fact: Fact, _ walk: GradingWalk, _ settings: AlertSettings, _ zone: Zone) {
    let event = fact.event
    let t = fact.key.at
    summary.apply(event, at: t)
    if event.patient != nil, let recorded = event.recordedAt, recorded > t {
      known[event.id] = recorded
    }
    switch event.content {
    case .stay(let entry): apply(entry, at: t)
    case .status(let status):
      guard status.state == .death else { return }
      stay.deathAt = event.at.end(in: zone)
    case .vitals(let vitals): apply(vitals, of: event, at: t, settings)
    case .medication(let entry):
      drugs.take(
        entry, event.id, at: t,
        weight: summary.weight.map { DatedWeight(kilograms: $0.value, at: $0.at) })
    case .ice(let entry): apply(entry, event.id, at: t, walk)
    case .capd(let entry): apply(entry, event.id, at: t, walk)
    case .consciousness(let entry): apply(entry, event.id, at: t, settings)
    case .motor(let entry): focal.take(entry.finding, at: t, event.id)
    case .intracranial(let entry): focal.take(entry.findings, at: t, event.id)
    case .finding(let entry):
      findings[entry.name.lowercased()] = FindingEntry(
        isPresent: entry.present, at: t, id: event.id)
    case .attribution(let entry):
      if entry.domain == .consciousness { sedatedFall = nil }
    case .lab(let lab): labs.take(lab, event.id, at: t)
    case .notDone(let entry):
      if entry.because == .refused { refused[entry.what] = t }
    default: break
    }
  }

  private mutating func apply(_ entry: Stay, at t: Instant) {
    switch entry.action {
    case .admission, .return: stay.arrivedAt = t
    case .discharge: stay.leftAt = t
    case .leave, .transfer: break
    }
  }

  private mutating func apply(
    _ vitals: Vitals, of event: Event, at t: Instant, _ settings: AlertSettings
  ) {
    if let value = vitals.heartRate.flatMap(Measure.heartRate.normalised) {
      heartRate = Observed(value, at: t, id: event.id)
    }
    if let value = vitals.respiratoryRate.flatMap(Measure.respiratoryRate.normalised) {
      breaths = Observed(value, at: t, id: event.id)
    }
    if let value = vitals.spo2.flatMap(Measure.spo2.normalised) {
      saturation.take(
        SaturationTrack.Reading(value: value, at: t, id: event.id, isTyped: event.isTyped),
        limit: settings[.a06Saturation], persistence: settings.span(.a06Seconds))
    }
  }

  private mutating func apply(_ entry: ICE, _ id: EventID, at t: Instant, _ walk: GradingWalk) {
    let points = entry.points
    let isUnarousable = entry.status == .unarousable
    guard points != nil || isUnarousable else {
      if let status = entry.status, status != .done { ice.take(status, at: t, id) }
      return
    }
    let score = ScoreTrack.Score(
      at: t, low: isUnarousable ? 0 : points?.low ?? 0,
      high: isUnarousable ? 0 : points?.high ?? 0, isUnarousable: isUnarousable, id: id)
    let own = walk.normalICE
    let before = ice.newest?.low
    let isAfterInfusion = walk.infusedAt.map { t > $0 } ?? false
    let isLoss =
      isAfterInfusion && entry.baseline != true && score.high < min(own, before ?? own)
    ice.take(score, isLoss: isLoss)
    note(entry, id, at: t, isAfterInfusion: isAfterInfusion)
  }

  // Writing 1 → 0, or a change of the handwriting that the nurse marks (A12).
  private mutating func note(_ entry: ICE, _ id: EventID, at t: Instant, isAfterInfusion: Bool) {
    let point = entry.writing ?? entry.items?[.writing] ?? (entry.total == 10 ? 1 : nil)
    let isMarked = entry.handwritingChanged == true
    if isAfterInfusion, point == 0 && wrote == true || isMarked && writing == nil {
      writing = WritingChange(at: t, id: id, isMarked: isMarked)
    } else if point == 1, !isMarked {
      writing = nil
    }
    if let point { wrote = point == 1 }
  }

  private mutating func apply(_ entry: CAPD, _ id: EventID, at t: Instant, _ walk: GradingWalk) {
    let points = entry.points
    let isUnarousable = entry.status == .unarousable
    guard points != nil || isUnarousable else {
      if let status = entry.status, status != .done { capd.take(status, at: t, id) }
      return
    }
    let value = isUnarousable ? 32 : points ?? 0
    let isAfterInfusion = walk.infusedAt.map { t > $0 } ?? false
    // Without a baseline the score before stands for it.
    let own = walk.baselineCAPD ?? capd.newest?.low
    let isLoss =
      isAfterInfusion && entry.baseline != true
      && own.map { value > max($0, capd.newest?.low ?? $0) } ?? false
    capd.take(
      ScoreTrack.Score(at: t, low: value, high: value, isUnarousable: isUnarousable, id: id),
      isLoss: isLoss)
  }

  private mutating func apply(
    _ entry: Consciousness, _ id: EventID, at t: Instant, _ settings: AlertSettings
  ) {
    let new = ConsciousnessEntry(level: entry.level, cause: entry.cause, at: t, id: id)
    let before = consciousness?.level ?? .awake
    consciousness = new
    if new.level <= .awake || new.level < before { sedatedFall = nil }
    // A cause that was entered needs no question, unless it says that it is ICANS.
    guard new.level > before, new.cause == nil || new.cause == .icans else { return }
    sedatedFall = drugs.given(drugs.sedatives, within: settings.span(.a38Hours), before: t).map {
      SedatedFall(entry: new, sedative: $0)
    }
  }
}
