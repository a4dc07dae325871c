/// An adverse event as reported for the trial.
package struct AdverseEvent: Hashable, Sendable {
  package var term: String
  /// 1–5.
  package var grade: Int?
  package var scale: String?
  package var start: EventTime?
  package var stop: EventTime?
  package var serious: Bool?
  package var relatedness: String?
  package var action: String?
  package var outcome: String?

  package init(
    term: String, grade: Int? = nil, scale: String? = nil, start: EventTime? = nil,
    stop: EventTime? = nil, serious: Bool? = nil, relatedness: String? = nil,
    action: String? = nil, outcome: String? = nil
  ) {
    self.term = term
    self.grade = grade
    self.scale = scale
    self.start = start
    self.stop = stop
    self.serious = serious
    self.relatedness = relatedness
    self.action = action
    self.outcome = outcome
  }
}

/// A response assessment.
package struct Response: Hashable, Sendable {
  package enum Grade: String, CaseIterable, Sendable {
    case completeRemission = "CR"
    case completeRemissionIncomplete = "CRi"
    case partialRemission = "PR"
    case noResponse = "NR"
    case relapse, progression, notEvaluable
  }

  package var response: Grade
  /// As written: `negative`, `positive`, or a level.
  package var mrd: String?
  package var sites: [String]
  package var method: String?

  package init(
    response: Grade, mrd: String? = nil, sites: [String] = [], method: String? = nil
  ) {
    self.response = response
    self.mrd = mrd
    self.sites = sites
    self.method = method
  }
}

package struct Transplant: Hashable, Sendable {
  package enum Purpose: String, CaseIterable, Sendable { case consolidation, salvage }

  package var donor: String?
  package var purpose: Purpose?

  package init(donor: String? = nil, purpose: Purpose? = nil) {
    self.donor = donor
    self.purpose = purpose
  }
}

package struct NewTherapy: Hashable, Sendable {
  package var therapy: String
  package init(therapy: String) { self.therapy = therapy }
}

/// Whether the patient is alive and in the trial.
package struct Status: Hashable, Sendable {
  package enum State: String, CaseIterable, Sendable {
    case alive, death, withdrawn, lostToFollowUp
  }
  package enum PrincipalCause: String, CaseIterable, Sendable, Codable {
    case crs, icans, disease, infection, other
  }

  package var state: State
  /// Of a death.
  package var principalCause: PrincipalCause?

  package init(state: State, principalCause: PrincipalCause? = nil) {
    self.state = state
    self.principalCause = principalCause
  }
}
