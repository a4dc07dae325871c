package import Clinical
package import Grading
package import Surveillance

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
  /// In house by the record, and away for hours or a night.
  package let isOnLeave: Bool
  /// From which age on values of this patient are amber.
  package let freshness: Freshness
  /// Under it a systolic pressure counts as low for this patient, in mmHg.
  package let systolicLimit: DecimalNumber
  /// Under it an SpO2 counts as low, in per cent; `nil` where nothing says.
  package let saturationLimit: DecimalNumber?
  /// Whether the newest temperature was a fever, as grading took it; `nil` without one.
  package let isFever: Bool?
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
    isInHouse = patient.summary.isInHouse(at: now, zone: zone)
    let recent = patient.tail.recent(at: now)
    crs = recent.now?.crs ?? .none
    icans = recent.now?.icans ?? .none
    crsTrend = Self.trend(from: recent.before?.crs, to: crs)
    icansTrend = Self.trend(from: recent.before?.icans, to: icans)
    freshness = Freshness(plan: patient.tail.plan, day: day, isSevere: recent.isSevere)
    isOnLeave = isInHouse && patient.summary.isOnLeave
    systolicLimit = patient.tail.systolicLimit(at: now)
    saturationLimit = patient.tail.saturationLimit
    isFever = patient.tail.isNewestTemperatureFever
    leadingCytokine = patient.summary.leadingCytokine(zone: zone)
  }

  private static func trend(from before: GradeRecord?, to now: GradeRecord) -> Trend {
    guard let before = before?.atLeast, let after = now.atLeast else { return .unknown }
    return after > before ? .up : after < before ? .down : .level
  }

  /// The graver of both scales, a clinician's grade included: what filters and counters go by.
  /// `nil` where neither is known.
  package var gravest: Int? { [crs.gravest, icans.gravest].compactMap { $0 }.max() }

  /// Age of the newest observation; `nil` where there is none.
  package var dataAge: TimeSpan? { summary.newestObservation.map { now - $0 } }
}
