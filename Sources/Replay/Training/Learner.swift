package import Clinical

/// Who learns, and under which role the learner's entries stand.
package struct Learner: Sendable, Hashable {
  package let name: String
  package let role: Role

  package init(name: String, role: Role) {
    self.name = name
    self.role = role
  }
}

/// What a learner answered to one question. What is `nil` was not answered, which is not "no grade".
package struct GivenAnswer: Sendable, Hashable {
  package let question: String
  /// By the clock of the replay; `nil` for at once.
  package let at: Instant?
  package let crs: GivenGrade?
  package let icans: GivenGrade?
  package let sure: Sureness?
  /// Ids of the facts and of the next steps that were chosen.
  package let facts: [String]?
  package let next: [String]?

  package init(
    question: String, at: Instant? = nil, crs: GivenGrade? = nil, icans: GivenGrade? = nil,
    sure: Sureness? = nil, facts: [String]? = nil, next: [String]? = nil
  ) {
    self.question = question
    self.at = at
    self.crs = crs
    self.icans = icans
    self.sure = sure
    self.facts = facts
    self.next = next
  }

  /// True of one that says nothing: the question was given up.
  var isEmpty: Bool {
    crs == nil && icans == nil && sure == nil && facts == nil && next == nil
  }

  /// The same, given at a moment.
  func given(at t: Instant?) -> GivenAnswer {
    GivenAnswer(
      question: question, at: t, crs: crs, icans: icans, sure: sure, facts: facts, next: next)
  }

  package subscript(scale: ScaleName) -> GivenGrade? { scale == .crs ? crs : icans }
}
