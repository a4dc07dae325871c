package import Clinical
package import EventText

/// A course to learn from: what happened, what is asked, and what the author expects.
package struct Scenario: Sendable {
  package let head: ScenarioHead
  package let patient: PatientID
  /// The patient's events and the settings of the ward, in the order of the file.
  package let events: [SentEvent]
  /// In order of time.
  package let questions: [ScenarioQuestion]
  /// The zone in which days are counted: that of the record.
  package let zone: Zone
  /// Where head and questions stand in the file, from 1.
  let headLine: Int
  let questionLines: [Int]

  /// The course as it came to be known, with what a learner added.
  package func course(adding entries: [Event] = []) -> ReplayedCourse {
    let known = (events.map(\.event) + entries).map {
      KnownEvent($0, .recordedAt, storedAt: nil, zone: zone)
    }
    return ReplayedCourse(patient, known, zone: zone)
  }
}
