import Clinical
import Grading

extension Look {
  /// Everything of the plan that is due for the patient, or comes to be; empty while the patient is
  /// not in house, on leave, or dead.
  mutating func plan() -> [DueObservation] {
    var plan: [DueObservation] = []
    for what in [vitalsDue(), neuroDue(), labsDue(), cytokinesDue(), carTDue()] {
      if let what { plan.append(what) }
    }
    return plan
  }

  /// True while the patient is here to be observed.
  var isHere: Bool { isInHouse && !chart.summary.isOnLeave }

  /// The band of the plan in force; days after 30 go on as the last. Asks to be looked at again when
  /// the day changes.
  mutating func band() -> ObservationIntervals.Band? {
    guard let day else { return nil }
    _ = reached(zone.startOfDay(number: zone.dayNumber(of: t) + 1))
    return ObservationIntervals.Band(day: day) ?? (day > 30 ? .third : nil)
  }

  /// True while a row of the plan is paused.
  mutating func isPaused(_ row: PlanSettings.Row) -> Bool {
    guard let pause = settings.plan.pauses[row], t >= pause.from else { return false }
    return pause.until.map { !reached($0) } ?? true
  }

  /// Nothing is due before this: the newest of admission, return from leave and the end of a pause.
  func earliestDue(_ row: PlanSettings.Row) -> Instant? {
    let pauseEnd = settings.plan.pauses[row].flatMap(\.until).flatMap { $0 <= t ? $0 : nil }
    return [chart.stay.arrivedAt, pauseEnd].compactMap { $0 }.max()
  }

  /// The next after one done at `last`, never before `floor`.
  func next(
    _ what: ObservedThing, after last: Instant, _ interval: PlanInterval, floor: Instant?,
    why: String
  ) -> DueObservation {
    let due = max(last + interval.span, floor ?? last)
    return DueObservation(
      what: what, due: due, amber: due + interval.amber, overdue: due + interval.overdue(what),
      why: why)
  }

  /// Where a shorter interval began after the last was done, the next is due one such interval after
  /// it began, and never later than the longer one asked.
  func due(
    after last: Instant, _ short: PlanInterval, since start: Instant, insteadOf long: TimeSpan
  ) -> Instant {
    last >= start ? last + short.span : min(last + long, start + short.span)
  }

  /// `last 03-06 04:10`, or that there was none.
  func since(_ last: Instant?) -> String {
    last.map { "last \(Words(zone: zone).time($0))" } ?? "none on record"
  }
}
