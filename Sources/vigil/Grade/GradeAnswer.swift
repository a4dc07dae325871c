import Clinical
import Grading

/// What was asked of the grades.
struct GradeQuestion {
  var at: Instant
  /// Only what was written down by then is known; `nil` for everything.
  var asKnownAt: Instant?
  /// By when a store had taken what is known; the events come already chosen by it.
  var asStoredAt: Instant?
  /// True where every change up to `at` is asked for.
  var isTimeline = false
  /// The zone that was asked for; `nil` for the record's own.
  var zone: Zone?
}

/// One patient's assessment, with what is needed to print it.
struct GradeAnswer {
  var patient: PatientID
  /// By when what is known was written down, or stored, where that was asked for.
  var asKnownAt: Instant?
  var isByStore: Bool
  var zone: Zone
  var assessment: Assessment
}

/// Gives answers, one patient after the other, from the events of a patient and of the ward.
struct Grader {
  let question: GradeQuestion
  /// `site`, `setting`, `user`: they take their place in every patient's course.
  private let wardEvents: [Event]
  /// The zone of every patient: that which was asked for, or the site's; `nil` where each has its
  /// own.
  let wardZone: Zone?

  init(_ question: GradeQuestion, wardEvents: [Event]) {
    self.question = question
    self.wardEvents = Self.known(
      wardEvents, question, question.zone ?? Zone.ofRecord(wardEvents))
    let hasSite = self.wardEvents.contains { $0.kind == .site }
    wardZone = question.zone ?? (hasSite ? Zone.ofRecord(self.wardEvents) : nil)
  }

  /// The course of one patient, of what is known.
  func course(of events: [Event]) -> GradedCourse {
    let known = Self.known(events, question, wardZone ?? Zone.ofRecord(events))
    return GradedCourse(wardEvents + known, zone: wardZone ?? Zone.ofRecord(known))
  }

  /// True for a patient who is in house at the time that is asked about.
  func isInHouse(_ course: GradedCourse) -> Bool {
    let known = course.factsOfPresence.prefix { $0.key.at <= question.at }
    return PatientSummary(known).isInHouse(at: question.at, zone: course.zone)
  }

  /// The answers for one patient: one, or with `--timeline` one for each change.
  func answers(for patient: PatientID, _ course: GradedCourse) -> [GradeAnswer] {
    let assessments =
      question.isTimeline
      ? course.timeline(through: question.at) : [course.assessment(at: question.at)]
    return assessments.map { answer(for: patient, $0, course.zone) }
  }

  /// An assessment as the answer to the question.
  func answer(for patient: PatientID, _ assessment: Assessment, _ zone: Zone) -> GradeAnswer {
    GradeAnswer(
      patient: patient, asKnownAt: question.asKnownAt ?? question.asStoredAt,
      isByStore: question.asStoredAt != nil, zone: zone, assessment: assessment)
  }

  // An event without `recordedAt` comes from a file graded without a store: `at` stands for it, a
  // date from where the day begins in the zone of the ward.
  private static func known(
    _ events: [Event], _ question: GradeQuestion, _ zone: Zone
  ) -> [Event] {
    guard let limit = question.asKnownAt else { return events }
    return events.filter { ($0.recordedAt ?? $0.at.start(in: zone)) <= limit }
  }
}
