import Clinical
import Grading

/// What one drawing of a patient's screen is made of, worked out once and handed to its parts.
struct PatientView {
  let open: PatientState
  /// The moment that is looked at.
  let moment: Instant
  let assessment: Assessment
  let grades: GradeChange
  let summary: PatientSummary
  /// Days that have come stay in sight while an earlier moment is looked at; empty where no part in
  /// front shows them.
  let days: DayCourse

  init(_ open: PatientState, now: Instant) {
    self.open = open
    moment = open.shown(now)
    assessment = open.record.course.assessment(at: moment)
    grades = open.record.course.grades(at: moment)
    summary = open.record.summary(at: moment)
    days =
      open.part == .course ? DayCourse(open.record, now: open.record.knownAt ?? now) : .empty
  }

  /// CAPD in the place of ICE.
  var usesCAPD: Bool { assessment.instrument == .capd }
}
