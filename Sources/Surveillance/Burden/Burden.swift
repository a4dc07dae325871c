package import Clinical

/// How much a record asks of a ward: alerts for each day that a patient spent in house.
///
/// Every raising counts, and so does every coming back; an alert that grows more urgent counts where
/// it has come to.
package struct Burden: Sendable, Hashable {
  package struct Count: Sendable, Hashable {
    /// Alerts raised, and brought back by a worse value or when an acknowledgement was over.
    package var raised = 0
    package var again = 0

    package init() {}

    package var all: Int { raised + again }
  }

  package private(set) var patients = 0
  /// Time in house.
  package private(set) var inHouse = TimeSpan.zero
  package private(set) var byPriority: [AlertPriority: Count] = [:]
  package private(set) var byRule: [String: Count] = [:]

  package init() {}

  /// Adds a patient's record up to an instant.
  package mutating func add(_ record: PatientSurveillance, inHouse span: TimeSpan) {
    patients += 1
    inHouse = inHouse + span
    for alert in record.alerts {
      for entry in alert.changes where entry.change == .raised || entry.change == .reRaised {
        let priority = alert.priority(at: entry.at)
        if entry.change == .raised {
          byPriority[priority, default: Count()].raised += 1
          byRule[alert.rule.id, default: Count()].raised += 1
        } else {
          byPriority[priority, default: Count()].again += 1
          byRule[alert.rule.id, default: Count()].again += 1
        }
      }
    }
  }

  package var patientDays: Double { Double(inHouse.microseconds) / 86_400_000_000 }

  /// Alerts of a priority for each day in house; `nil` without any day.
  package func perDay(_ priority: AlertPriority) -> Double? {
    guard inHouse > .zero else { return nil }
    return Double(byPriority[priority]?.all ?? 0) / patientDays
  }
}

extension PatientSurveillance {
  /// Time in house from the first fact on, up to the instant of the answer.
  package static func inHouse(_ facts: some Sequence<Fact>, through now: Instant, zone: Zone)
    -> TimeSpan
  {
    var summary = PatientSummary()
    var total = TimeSpan.zero
    var last: Instant?
    func add(until t: Instant) {
      guard let from = last else { return }
      let end = min(t, summary.endOfStay(zone: zone) ?? t)
      if end > from { total = total + (end - from) }
    }
    for fact in facts where fact.key.at <= now {
      add(until: fact.key.at)
      summary.apply(fact.event, at: fact.key.at)
      if summary.firstFact != nil { last = fact.key.at }
    }
    add(until: now)
    return total
  }
}
