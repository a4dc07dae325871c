import Clinical
import Grading
import TestSupport

/// What the engine makes of a history.
extension History {
  var graded: GradedCourse { GradedCourse(events, zone: Self.zone) }

  func assessment(_ hours: Double) -> Assessment { graded.assessment(at: Self.at(hours)) }
  func crs(_ hours: Double) -> ScaleAssessment { assessment(hours).crs }
  func icans(_ hours: Double) -> ScaleAssessment { assessment(hours).icans }
}
