package import Clinical
package import Grading

/// The endpoints of one patient, by the same rules as in the tables of a cohort: for reports and
/// exports that speak of a single person.
package struct SubjectOutcomes: Sendable {
  package let patient: TrialCase

  /// `nil` for one who was not infused by the cut-off.
  package init?(_ subject: TrialSubject, _ question: OutcomeQuestion) {
    guard let patient = TrialCase(subject, question) else { return nil }
    self.patient = patient
  }

  /// CAR copies and CAR+ cells, in the order of the tables.
  package static let expansion = OutcomeReport.expansion

  /// The samples of a variable up to the cut-off.
  package func profile(_ variable: LabVariable) -> AnalyteProfile {
    AnalyteProfile(variable, of: patient)
  }

  /// The four cytokines in the first month.
  package var cytokines: [CytokineCourse] {
    TrialFact.cytokines.map { CytokineCourse(profile($0)) }
  }

  package var clearance: CD7Clearance { CD7Clearance(patient) }

  package var responses: ResponseCourse { ResponseCourse(patient) }

  /// CRS or ICANS in the first month.
  package func toxicity(_ scale: Scale) -> ToxicityCourse { ToxicityCourse(scale, of: patient) }

  /// The highest grade that was certain on a day after infusion; `nil` where none was, which is no
  /// 0, or the day has not come.
  package func worstGrade(_ scale: Scale, onDay day: Int) -> Int? {
    patient.worstGrade(scale, onDay: day)
  }

  /// The calendar day of the cut-off, counted from the infusion.
  package var lastDay: Int { patient.cutoffDay }
}
