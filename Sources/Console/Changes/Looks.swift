package import Clinical
package import Grading

/// The patients of whom something came into the record since the person who writes last opened
/// them, or who were never opened by that person.
package struct Looks: Sendable, Hashable {
  package internal(set) var new: Set<PatientID> = []
  package init() {}
}

/// What changed of one patient since somebody last looked.
package struct PatientChanges: Sendable {
  package let patient: PatientID
  /// When the person last opened the patient; `nil` for never.
  package let since: Instant?
  /// The grades that the record gave then.
  package let before: (crs: GradeRecord, icans: GradeRecord)?
  /// The newest of what came, the newest first.
  package let lines: [EventLine]
  /// How many came.
  package let count: Int

  /// So many lines of each patient are shown.
  package static let most = 30

  /// - Parameters:
  ///   - ids: the events that came since, by others.
  ///   - before: everything that the record held then.
  package init(
    _ record: PatientRecord, new ids: Set<EventID>, since: Instant?, before: GradedCourse?,
    now: Instant
  ) {
    patient = record.id
    self.since = since
    self.before = since.flatMap { since in
      before.map { course in
        let grades = course.grades(at: since)
        return (grades.crs, grades.icans)
      }
    }
    count = ids.count
    lines = Array(
      record.lines(until: now, words: .english, only: ids).prefix(Self.most))
  }
}
