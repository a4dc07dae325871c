package import Clinical

/// What may be due (contract 5).
package enum ObservedThing: String, CaseIterable, Sendable {
  case vitals, ice, capd, labs, cytokines, carT
}

/// How late something is.
package enum DueLevel: String, CaseIterable, Sendable {
  case upcoming, due, amber, overdue
}

/// One thing of the plan that is due, or comes to be.
package struct DueObservation: Sendable, Hashable {
  package let what: ObservedThing
  package let due: Instant
  /// From here it is amber, and from here overdue.
  package let amber: Instant
  package let overdue: Instant
  /// How often and why, and from when it counts.
  package let why: String

  package func level(at t: Instant) -> DueLevel {
    if t >= overdue { return .overdue }
    if t >= amber { return .amber }
    return t >= due ? .due : .upcoming
  }

  /// Whole minutes after it was due, rounded down; negative before.
  package func lateMinutes(at t: Instant) -> Int { Int((t - due).wholeMinutes) }
}

/// An interval of the plan: how often, why, and how much later it is amber and overdue.
struct PlanInterval {
  let span: TimeSpan
  let why: String

  /// The slack after the interval until amber: a quarter (1.7), half an hour for an hour.
  var amber: TimeSpan {
    if span == .hours(1) { return .minutes(30) }
    if span == .hours(72) { return .hours(12) }
    return TimeSpan(microseconds: span.microseconds / 4)
  }

  /// The slack until overdue: as long again; for ICE and CAPD every 8 h 13 h in all, for cytokines
  /// every 72 h 96 h (1.7).
  func overdue(_ what: ObservedThing) -> TimeSpan {
    switch what {
    case .ice, .capd: return span == .hours(8) ? .hours(5) : span
    case .cytokines: return span == .hours(72) ? .hours(24) : span
    case .vitals, .labs, .carT: return span
    }
  }
}
