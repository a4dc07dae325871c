package import Clinical
import Grading

/// What each day of the axis was: worst grades, ICE or CAPD, what was given.
package struct DayCourse: Sendable {
  /// One column: a day, or a week after day +30.
  package struct Day: Sendable, Equatable {
    /// First and last day after infusion.
    package let days: ClosedRange<Int>
    package let crs: Lane
    package let icans: Lane
    /// Lowest ICE, or highest CAPD.
    package let score: Int?
    /// Letters of what was given: see `Given`.
    package let given: [Given]
  }

  /// One scale on one day: these three must never look the same.
  package enum Lane: Sendable, Equatable {
    /// The day has not come.
    case future
    /// Nothing that day could be graded, or before the infusion.
    case notAssessed
    /// The highest grade in force that was certain.
    case grade(Int)
  }

  /// What was given, in the order in which a lane shows it.
  package enum Given: String, Sendable, CaseIterable {
    case infusion = "I"
    case lymphodepletion = "L"
    case tocilizumab = "T"
    case corticosteroid = "D"
    case vasopressor = "N"
    case otherAnticytokine = "A"
    case fluidBolus = "F"
  }

  package let days: [Day]

  /// The strip from day −5 to day +30, then by weeks to the week of `now`.
  package init(_ record: PatientRecord, now: Instant) {
    guard let zero = record.dayZero else {
      days = []
      return
    }
    let zone = record.zone
    let today = Int(zone.dayNumber(of: now) - zero)
    var spans: [ClosedRange<Int>] = (-5...30).map { $0...$0 }
    // Week n ends with day 7 n; the first after day +30 is what is left of the fifth.
    var first = 31
    while first <= today {
      let last = (first + 6) / 7 * 7
      spans.append(first...last)
      first = last + 1
    }
    let changes = record.course.changes(through: now)
    var facts = record.course.facts[...]
    days = spans.map { span in
      let start = zone.startOfDay(number: zero + Int64(span.lowerBound))
      let end = zone.startOfDay(number: zero + Int64(span.upperBound) + 1)
      facts = facts.drop { $0.key.at < start }
      let within = facts.prefix { $0.key.at < end && $0.key.at <= now }
      return Day(
        days: span, crs: Self.lane(.crs, changes, start, end, now: now),
        icans: Self.lane(.icans, changes, start, end, now: now), score: Self.score(within),
        given: Self.given(within))
    }
  }

  private static func lane(
    _ scale: Scale, _ changes: [GradeChange], _ start: Instant, _ end: Instant, now: Instant
  ) -> Lane {
    if start > now { return .future }
    var worst: Int?
    for change in changes.reversed() where change.at < end {
      if let grade = change[scale].certain { worst = max(worst ?? grade, grade) }
      // The one carried into the day is the last that counts.
      if change.at <= start { break }
    }
    return worst.map(Lane.grade) ?? .notAssessed
  }

  private static func score(_ facts: some Sequence<Fact>) -> Int? {
    var ice: Int?
    var capd: Int?
    for fact in facts {
      switch fact.event.content {
      case .ice(let entry):
        if let low = entry.points?.low { ice = min(ice ?? low, low) }
      case .capd(let entry):
        if let points = entry.points { capd = max(capd ?? points, points) }
      default: break
      }
    }
    return ice ?? capd
  }

  private static func given(_ facts: some Sequence<Fact>) -> [Given] {
    var found: Set<Given> = []
    for fact in facts {
      switch fact.event.content {
      case .infusion: found.insert(.infusion)
      case .lymphodepletion: found.insert(.lymphodepletion)
      case .vasopressor(let entry) where entry.action != .stop: found.insert(.vasopressor)
      case .fluidBolus(let entry) where (entry.indication ?? .hypotension) == .hypotension:
        found.insert(.fluidBolus)
      case .medication(let entry) where entry.action != .stop:
        switch entry.drugClass {
        case .corticosteroid: found.insert(.corticosteroid)
        case .anticytokine:
          found.insert(entry.drug == "tocilizumab" ? .tocilizumab : .otherAnticytokine)
        default: break
        }
      default: break
      }
    }
    return Given.allCases.filter(found.contains)
  }
}
