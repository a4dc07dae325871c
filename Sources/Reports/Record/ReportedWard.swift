package import Clinical
import Grading
import Surveillance

/// The patients in house at the moment of a report, the most urgent first.
package struct ReportedWard: Sendable {
  package let question: ReportQuestion
  package let patients: [ReportedPatient]
  let zone: Zone
  /// The settings of the ward that differ from the defaults.
  let settings: [ChangedSetting]

  /// - Parameters:
  ///   - patients: of a record; those who are not in house are left out.
  ///   - wardEvents: `site`, `setting`, `user`, as far as they are known.
  ///   - zone: of the site; `nil` where none is on record.
  package init(
    _ patients: [ReportedPatient], wardEvents: [Event], zone: Zone?, _ question: ReportQuestion
  ) {
    self.question = question
    let zone = zone ?? patients.first?.clock.zone ?? .utc
    self.zone = zone
    self.patients = patients.filter(\.surveillance.isInHouse)
      .map { ($0.urgency, $0) }.sorted { $0.0 < $1.0 }.map { $0.1 }
    settings = ChangedSettings.of(
      Course(wardEvents, zone: zone).facts.prefix { $0.key.at <= question.at })
  }

  /// What stands before the patients: up to when, and everybody on a line.
  func frontPage(_ title: String) -> ReportPage {
    let words = question.words
    let clock = ReportClock(
      zone: zone, now: question.at, dayZero: nil, isDeidentified: question.isDeidentified)
    let section: ReportSection
    if patients.isEmpty {
      section = ReportSection(words(.patients), [.paragraph(words(.wardEmpty))])
    } else {
      let columns: [ReportWord] = [
        .patientColumn, .dayColumn, .crs, .icans, .urgentColumn, .dueColumn,
      ]
      section = ReportSection(
        words(.patients),
        [
          .table(
            ReportTable(
              columns.map { words($0) }, patients.map(\.frontLine), notes: [words(.wardOrder)]))
        ])
    }
    return ReportPage(
      title: title, subject: "",
      head: ReportHead(question: question, clock: clock).facts(settings: settings),
      sections: [section])
  }
}

extension ReportedPatient {
  /// What the order of the ward goes by.
  var urgency: GradeUrgency {
    let grades = course.grades(at: now)
    return GradeUrgency(
      crs: grades.crs, icans: grades.icans,
      dataAge: summary.newestObservation.map { now - $0 }, bed: summary.bed, id: id)
  }

  // The patient on a line of the ward.
  fileprivate var frontLine: [String] {
    let who =
      question.isDeidentified
      ? id.text : [id.text, summary.name, summary.bed].compactMap { $0 }.joined(separator: " ")
    let late = surveillance.due.filter { $0.due <= now }
    return [
      who, clock.day(now) ?? "-", shortGrade(.crs), shortGrade(.icans),
      surveillance.highest.map { "\($0.priority.mark) \($0.rule.id) \($0.rule.title)" }
        ?? words(.none),
      late.isEmpty ? words(.none) : late.map(\.what.label).joined(separator: ", "),
    ]
  }

  // `2`, `>=2`, `--`, with a clinician's grade where there is one.
  private func shortGrade(_ scale: Scale) -> String {
    let own = assessment[scale]
    let grade = GradeWords.grade(own)
    guard let clinician = own.adjudicated, clinician.grade != own.grade else { return grade }
    return "\(grade) (\(words(.clinicianShort)) \(clinician.grade))"
  }
}
