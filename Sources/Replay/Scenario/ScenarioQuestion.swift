package import Clinical

/// What the learner is asked at a moment that the author chose.
package struct ScenarioQuestion: Sendable, Hashable {
  /// One of several things to choose from.
  package struct Choice: Sendable, Hashable {
    package let id: String
    package let text: String
    package let isRight: Bool

    package init(id: String, text: String, isRight: Bool) {
      self.id = id
      self.text = text
      self.isRight = isRight
    }
  }

  /// An answer that people get wrong, and why.
  package struct Trap: Sendable, Hashable {
    package let scale: ScaleName
    package let answer: GivenGrade
    package let text: String
    /// The rule to read again.
    package let rule: String

    package init(scale: ScaleName, answer: GivenGrade, text: String, rule: String) {
      self.scale = scale
      self.answer = answer
      self.text = text
      self.rule = rule
    }
  }

  package let id: String
  package let at: Instant
  package let text: String
  /// Facts to choose from: which of them bear on the grade.
  package let facts: [Choice]
  /// What might be done next.
  package let next: [Choice]
  package let traps: [Trap]
  /// What is said when it has been answered.
  package let teaching: String?

  package init(
    id: String, at: Instant, text: String, facts: [Choice] = [], next: [Choice] = [],
    traps: [Trap] = [], teaching: String? = nil
  ) {
    self.id = id
    self.at = at
    self.text = text
    self.facts = facts
    self.next = next
    self.traps = traps
    self.teaching = teaching
  }
}
