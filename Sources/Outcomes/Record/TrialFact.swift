package import Clinical
package import Grading

/// One fact of a patient's course that an endpoint asks for, without what none asks for.
package struct TrialFact: Sendable, Hashable {
  package let id: EventID
  package let at: Instant
  /// Local day number; the calendar day in the site's zone.
  package let day: Int64
  package let content: Content

  package enum Content: Sendable, Hashable {
    case infusion
    case response(Response.Grade, mrd: String?)
    case status(Status.State, Status.PrincipalCause?)
    case stay(Stay.Action, Stay.Level?)
    case transplant
    case newTherapy(String)
    case adverseEvent(Reported)
    case treatment(Treatment)
    case sample([Measurement])
    /// A clinician's grade, and the engine's where it was written down with it.
    case adjudication(Scale, grade: Int, computed: Int?)
  }

  /// An adverse event as the ward reported it.
  package struct Reported: Sendable, Hashable {
    package let term: String
    package let grade: Int?
    /// Local day number of its beginning.
    package let start: Int64
  }

  /// What is given for CRS or ICANS.
  package enum Treatment: UInt8, CaseIterable, Sendable {
    case tocilizumab = 1
    case otherAnticytokine, corticosteroid, vasopressor

    package var name: String {
      switch self {
      case .tocilizumab: "tocilizumab"
      case .otherAnticytokine: "other anticytokine"
      case .corticosteroid: "corticosteroid"
      case .vasopressor: "vasopressor"
      }
    }
  }

  /// One result in the unit of its variable.
  package struct Measurement: Sendable, Hashable {
    package let variable: LabVariable
    package let value: Double
    /// Below the limit of quantification, which is then `value`.
    package let isBelow: Bool
    /// Only known to be more: above the upper limit of quantification.
    package let isAbove: Bool
  }
}

/// From one instant on a scale says this, until the next step.
package struct GradeStep: Sendable, Hashable {
  package let at: Instant
  /// The highest grade that is certain; `nil` where there is none, which is no 0.
  package let certain: Int?
  /// The clinician's grade in force.
  package let adjudicated: Int?
  /// Number of the newest episode.
  package let episode: Int?
  /// The event that brought it; `nil` for what time alone brought.
  package let event: EventID?
}
