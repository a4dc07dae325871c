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
    /// Lowest ICE, or highest CAPD; `nil` where none was scored.
    package let score: Score?
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

  /// What a day's scores say.
  package enum Score: Sendable, Equatable {
    /// The worst of those that were done whole.
    case whole(Int)
    /// Items were not asked, and none that was done whole is as bad: no number says it.
    case open
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

    /// `nil` for what no lane shows.
    init?(_ treatment: TreatmentGiven) {
      switch treatment {
      case .tocilizumab: self = .tocilizumab
      case .otherAnticytokine: self = .otherAnticytokine
      case .corticosteroid: self = .corticosteroid
      case .vasopressor: self = .vasopressor
      case .fluidBolus: self = .fluidBolus
      case .antipyretic: return nil
      }
    }
  }

  package let days: [Day]

  static let empty = DayCourse()

  private init() { days = [] }

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

  // What was not asked is no lost point: only a score without open items is a number.
  private static func score(_ facts: some Sequence<Fact>) -> Score? {
    var ice: [ICE.Points] = []
    var capd: [(points: Int, isWhole: Bool)] = []
    for fact in facts {
      switch fact.event.content {
      case .ice(let entry):
        if let points = entry.points { ice.append(points) }
      case .capd(let entry):
        if let points = entry.points { capd.append((points, entry.isWhole)) }
      default: break
      }
    }
    if let best = ice.map(\.high).min() {
      let whole = ice.filter { $0.low == $0.high }.map(\.low).min()
      return whole.flatMap { $0 <= best ? .whole($0) : nil } ?? .open
    }
    guard let most = capd.map(\.points).max() else { return nil }
    let whole = capd.filter(\.isWhole).map(\.points).max()
    return whole.flatMap { $0 >= most ? .whole($0) : nil } ?? .open
  }

  private static func given(_ facts: some Sequence<Fact>) -> [Given] {
    var found: Set<Given> = []
    for fact in facts {
      switch fact.event.content {
      case .infusion: found.insert(.infusion)
      case .lymphodepletion: found.insert(.lymphodepletion)
      default:
        if let treatment = TreatmentGiven(fact.event.content), let given = Given(treatment) {
          found.insert(given)
        }
      }
    }
    return Given.allCases.filter(found.contains)
  }
}
