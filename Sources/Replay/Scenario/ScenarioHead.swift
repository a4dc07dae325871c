package import Clinical

/// The first line of a scenario: what it teaches, to whom, and what its author expects.
package struct ScenarioHead: Sendable, Hashable {
  package enum Level: String, CaseIterable, Sendable { case basic, intermediate, advanced }

  /// Something that the learner is told at a moment.
  package struct Prompt: Sendable, Hashable {
    package let at: Instant
    package let text: String

    package init(at: Instant, text: String) {
      self.at = at
      self.text = text
    }
  }

  /// `masked-fever`: letters, digits and hyphens.
  package var name: String
  package var title: String
  package var level: Level
  /// For whom it was written.
  package var audience: [Role]
  package var objectives: [String]
  /// Who wrote it, and whether a clinician has reviewed it.
  package var author: String
  /// The session begins and ends there; what lies before is on the screen from the start.
  package var starts: Instant
  package var ends: Instant
  package var prompts: [Prompt]
  /// Teaching points, for the end.
  package var teaching: [String]
  package var expected: [ExpectedGrade]

  package init(
    name: String, title: String, level: Level, audience: [Role], objectives: [String],
    author: String, starts: Instant, ends: Instant, prompts: [Prompt] = [],
    teaching: [String], expected: [ExpectedGrade]
  ) {
    self.name = name
    self.title = title
    self.level = level
    self.audience = audience
    self.objectives = objectives
    self.author = author
    self.starts = starts
    self.ends = ends
    self.prompts = prompts
    self.teaching = teaching
    self.expected = expected
  }

  /// What the author expects of a scale at a moment: the newest of it up to then.
  package func expected(_ scale: ScaleName, at t: Instant) -> ExpectedGrade? {
    expected.last { $0.scale == scale && $0.at <= t }
  }
}
