import Clinical

/// The course of one patient: grades with what is behind them, treatments, cytokines, expansion,
/// response, what is watched, and what was corrected.
package enum CourseSummary {
  /// The summary of one patient.
  package static func document(_ patient: ReportedPatient) -> ReportDocument {
    let words = patient.words
    return ReportDocument(
      title: words(.course) + ": " + patient.id.text, language: words.language,
      pages: [page(patient)])
  }

  /// The summaries of a ward, the most urgent first.
  package static func document(_ ward: ReportedWard) -> ReportDocument {
    let words = ward.question.words
    return ReportDocument(
      title: words(.wardCourses), language: words.language,
      pages: [ward.frontPage(words(.wardCourses))] + ward.patients.map(page))
  }

  static func page(_ patient: ReportedPatient) -> ReportPage {
    ReportPage(
      title: patient.words(.course), subject: patient.subjectLine, head: patient.head(),
      sections: [
        patient.identitySection, patient.gradeSection, patient.evidenceSection,
        patient.figureSection, patient.daySection, patient.changeSection,
        patient.treatmentSection, patient.cytokineSection, patient.expansionSection,
        patient.clearanceSection, patient.responseSection, patient.adverseEventSection,
        patient.alertSection, patient.dueSection, patient.correctionSection,
      ].compactMap { $0 })
  }
}
