package import Clinical
package import Grading

/// CRS or ICANS of one patient in the first month, from the graded course.
package struct ToxicityCourse: Sendable {
  package let scale: Scale
  /// The highest computed grade in force at any moment of day 0 to 30; `nil` where nothing could be
  /// graded, which is no 0.
  package let worst: Int?
  /// The highest grade of a clinician in force then.
  package let adjudicated: Int?
  /// The first moment at grade 1 or more.
  package private(set) var onset: Instant?
  /// The first moment at the worst grade.
  package private(set) var highestAt: Instant?
  /// Time at grade 1 or more, of what began in the first month, in days; a stretch that cannot be
  /// graded does not end it.
  package private(set) var duration: Double?
  /// It had not ended by the last observation, the death or the cut-off: `duration` is a part.
  package private(set) var isOngoing = false
  /// What was given while it was at grade 1 or more, each once, with the events.
  package private(set) var treatments: [(treatment: TrialFact.Treatment, events: [EventID])] = []
  /// What was entered when it began, and when it came to its worst grade; neither where time alone
  /// did that.
  package private(set) var events: [EventID] = []

  init(_ scale: Scale, of patient: TrialCase) {
    self.scale = scale
    let all = scale == .crs ? patient.subject.crs : patient.subject.icans
    let steps = all.prefix { $0.at <= patient.question.cutoff }
    let windowEnd = patient.end(ofDay: FirstMonth.days.upperBound)
    let within = steps.prefix { $0.at < windowEnd }
    let worst = within.compactMap(\.certain).max()
    self.worst = worst
    adjudicated = within.compactMap(\.adjudicated).max()
    guard let worst, worst > 0 else { return }
    let first = within.first { ($0.certain ?? 0) > 0 }
    let highest = within.first { $0.certain == worst }
    onset = first?.at
    highestAt = highest?.at
    events = [first?.event, highest?.event].compactMap { $0 }
    if events.count == 2, events[0] == events[1] { events.removeLast() }
    let spells = Self.spells(steps, begunBefore: windowEnd)
    isOngoing = spells.contains { $0.end == nil }
    let observed = patient.lastObservedDay.map { patient.end(ofDay: $0) }
    let last = [patient.question.cutoff, patient.death?.at, observed].compactMap { $0 }.min()
    duration = spells.reduce(0) { sum, spell in
      sum + max(0, Self.days(from: spell.start, to: spell.end ?? last ?? spell.start))
    }
    treatments = patient.treatments().compactMap { treatment, events in
      guard Self.treatments(for: scale).contains(treatment) else { return nil }
      let during = events.filter { event in
        spells.contains { $0.start <= event.at && $0.end.map { event.at < $0 } ?? true }
      }
      return during.isEmpty ? nil : (treatment, during.map(\.id))
    }
  }

  /// What may be given for a syndrome: pressors are for CRS alone.
  static func treatments(for scale: Scale) -> [TrialFact.Treatment] {
    TrialFact.Treatment.allCases.filter { scale == .crs || $0 != .vasopressor }
  }

  // Stretches at grade 1 or more; the last without an end where it had none.
  private static func spells(
    _ steps: ArraySlice<GradeStep>, begunBefore limit: Instant
  ) -> [(start: Instant, end: Instant?)] {
    var spells: [(start: Instant, end: Instant?)] = []
    var start: Instant?
    for step in steps {
      if let begun = start {
        guard step.certain == 0 else { continue }
        spells.append((begun, step.at))
        start = nil
      } else if (step.certain ?? 0) > 0, step.at < limit {
        start = step.at
      }
    }
    if let start { spells.append((start, nil)) }
    return spells
  }

  private static func days(from start: Instant, to end: Instant) -> Double {
    Double((end - start).microseconds) / 86_400_000_000
  }
}

extension TrialCase {
  /// The highest grade that was certain on a day; `nil` where none was, or the day has not come.
  func worstGrade(_ scale: Scale, onDay day: Int) -> Int? {
    let start = question.zone.startOfDay(number: dayZero + Int64(day))
    let end = self.end(ofDay: day)
    guard start <= question.cutoff else { return nil }
    var worst: Int?
    for step in (scale == .crs ? subject.crs : subject.icans).reversed()
    where step.at < end && step.at <= question.cutoff {
      if let grade = step.certain { worst = max(worst ?? grade, grade) }
      // The one carried into the day is the last that counts.
      if step.at <= start { break }
    }
    return worst
  }

  /// What was given in the first month that is given for CRS or ICANS, each once, with when.
  func treatments() -> [(
    treatment: TrialFact.Treatment, events: [(at: Instant, id: EventID)]
  )] {
    TrialFact.Treatment.allCases.compactMap { treatment in
      let given = facts.filter {
        $0.content == .treatment(treatment) && $0.at >= infusedAt
          && FirstMonth.days.contains(day($0))
      }
      return given.isEmpty ? nil : (treatment, given.map { ($0.at, $0.id) })
    }
  }
}
