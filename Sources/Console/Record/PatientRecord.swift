package import Clinical
package import Grading

/// A patient opened: every event, the graded course, and the course as it was known at a moment when
/// that is asked for.
package struct PatientRecord: Sendable {
  package let id: PatientID
  /// Every event of the patient and of the ward that is known, in the order of arrival.
  package private(set) var events: [Event]
  package private(set) var course: GradedCourse
  /// The moment as of which the course is known; `nil` is everything.
  package private(set) var knownAt: Instant?
  /// Of this course; it goes when the course changes.
  var kept = KeptReadings()

  package init(_ id: PatientID, events: [Event], zone: Zone) {
    self.id = id
    self.events = events
    course = GradedCourse(events, zone: zone)
  }

  package var zone: Zone { course.zone }

  package mutating func append(_ event: Event) {
    events.append(event)
    kept = KeptReadings()
    if knownAt.map({ event.recorded(in: zone) <= $0 }) ?? true { course.insert(event) }
  }

  /// Shows the course as it was known at `moment`, or with everything that is known now.
  package mutating func know(at moment: Instant?) {
    guard moment != knownAt else { return }
    knownAt = moment
    kept = KeptReadings()
    let zone = self.zone
    let known = moment.map { limit in events.filter { $0.recorded(in: zone) <= limit } } ?? events
    course = GradedCourse(known, zone: zone)
  }

  /// The patient's summary of the facts up to `t`.
  package func summary(at t: Instant) -> PatientSummary {
    PatientSummary(course.factsOfPresence.prefix { $0.key.at <= t })
  }

  /// Local day number of day 0; `nil` before any infusion.
  package var dayZero: Int64? {
    for fact in course.facts {
      if case .infusion = fact.event.content { return zone.dayNumber(of: fact.key.at) }
    }
    return nil
  }
}
