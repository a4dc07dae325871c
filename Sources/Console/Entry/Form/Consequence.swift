package import Clinical
package import Grading

/// What a set will do, before it is saved: the grades as they are and as they would be, by the
/// engine with the events put in.
package struct Consequence: Sendable, Equatable {
  package let before: GradeChange
  package let after: GradeChange
  package let assessment: Assessment
  /// The moment that both speak of.
  package let at: Instant

  package init(_ submission: EntrySubmission, in context: EntryContext) {
    var course = context.record.course
    let moment = max(context.now, context.at)
    at = moment
    before = course.grades(at: moment)
    for event in submission.events(by: context.user, now: context.now) { course.insert(event) }
    after = course.grades(at: moment)
    assessment = course.assessment(at: moment)
  }

  /// True where a scale says something else than before.
  package func changes(_ scale: Scale) -> Bool { before[scale] != after[scale] }

  /// What decides the grade, in the engine's words.
  package func reason(_ scale: Scale) -> String? { assessment[scale].evidence.first?.text }
}
