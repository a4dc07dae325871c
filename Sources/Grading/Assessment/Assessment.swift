package import Clinical

/// What both scales say of one patient at one instant, explained (contract 3).
package struct Assessment: Sendable, Equatable {
  /// The instant that is asked about.
  package let at: Instant
  /// Day after the first infusion in the site's zone; `nil` before any infusion.
  package let day: Int?
  package let crs: ScaleAssessment
  package let icans: ScaleAssessment
  /// The instrument of cognition that fits or was recorded; `nil` where nothing says which.
  package let instrument: Instrument?

  package subscript(scale: Scale) -> ScaleAssessment { scale == .crs ? crs : icans }
}

/// One scale of an assessment.
package struct ScaleAssessment: Sendable, Equatable {
  package let scale: Scale
  package let status: GradeStatus
  /// `nil` is "no grade", never 0.
  package let grade: Int?
  package let atLeast: Int?
  package let atMost: Int?
  /// The newest episode, open or closed.
  package let episode: Episode?
  /// Every domain that gives 1 or more, highest first.
  package let evidence: [Evidence]
  /// Names of the remarks in force, in alphabetical order.
  package let flags: [String]
  /// Where there is no grade now: the newest that was one, and when it was observed.
  package let last: GradeAtTime?
  /// Domains of which nothing in force speaks, and what else the grade asks for.
  package let missing: [MissingDomain]
  /// Domains that are entered only when found and were never entered.
  package let notEntered: [Domain]
  /// Highest grade in force at any moment of the last 24 h.
  package let worst24h: Int?
  package let adjudicated: AdjudicatedGrade?
  /// The single facts that would raise the grade to the next one.
  package let wouldChange: [PossibleChange]
}

/// What gave a grade: a criterion, the facts behind it and their age.
package struct Evidence: Sendable, Equatable {
  package let rule: String
  package let domain: Domain
  package let grade: Int
  /// In English, with the values and the time in the site's zone.
  package let text: String
  /// The newest fact.
  package let at: Instant
  /// Its age, rounded down.
  package let ageMinutes: Int
  package let events: [EventID]
  /// The documented choice that decided, e.g. `D-14`.
  package let choice: String?
}

/// A domain of which nothing in force speaks.
package struct MissingDomain: Sendable, Equatable {
  package enum Why: String, Sendable {
    case neverRecorded, expired, refused, notDone
  }
  package let domain: Domain
  /// Since when: the infusion, the moment at which the last reading ran out, or the entry that said
  /// it was not done.
  package let since: Instant
  package let why: Why
}

/// A clinician's grade beside the computed one.
package struct AdjudicatedGrade: Sendable, Equatable {
  package let grade: Int
  package let by: String?
  package let at: Instant
  package let reason: String?
}

/// A single fact that would change the grade, as the engine answered when asked with it.
package struct PossibleChange: Sendable, Equatable {
  package let grade: Int
  package let text: String
}
