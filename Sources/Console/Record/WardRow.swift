package import Clinical
package import Grading

/// A line of the ward: one patient at one moment.
package struct WardRow: Sendable {
  package let id: PatientID
  package let summary: PatientSummary
  package let now: Instant
  package let day: Int?
  package let crs: GradeRecord
  package let icans: GradeRecord
  package let crsTrend: Trend
  package let icansTrend: Trend
  package let isInHouse: Bool
  /// Under it a systolic pressure counts as low for this patient, in mmHg.
  package let systolicLimit: DecimalNumber
  package let leadingCytokine: PatientSummary.LeadingCytokine?

  /// Against 12 h before.
  package enum Trend: Sendable {
    case up, down, level, unknown
  }

  package init(_ patient: WardPatient, at now: Instant) {
    let zone = patient.tail.zone
    id = patient.id
    summary = patient.summary
    self.now = now
    day = patient.summary.day(at: now, zone: zone)
    let grades = patient.tail.grades(at: now)
    crs = grades?.crs ?? .none
    icans = grades?.icans ?? .none
    let before = patient.tail.gradesBefore(now - .hours(12))
    crsTrend = Self.trend(from: before?.crs, to: crs)
    icansTrend = Self.trend(from: before?.icans, to: icans)
    isInHouse = patient.summary.isInHouse(at: now, zone: zone)
    systolicLimit = patient.tail.systolicLimit(at: now)
    leadingCytokine = patient.summary.leadingCytokine(zone: zone)
  }

  private static func trend(from before: GradeRecord?, to now: GradeRecord) -> Trend {
    guard let before = before?.atLeast, let after = now.atLeast else { return .unknown }
    return after > before ? .up : after < before ? .down : .level
  }

  /// Age of the newest observation; `nil` where there is none.
  package var dataAge: TimeSpan? { summary.newestObservation.map { now - $0 } }
}
