package import Clinical

/// Everything that a learner did with a scenario: all that a debrief is made of.
package struct TrainingRecord: Sendable {
  package let scenario: Scenario
  package let learner: Learner
  /// In the order given; of two answers to one question the first counts.
  package let answers: [GivenAnswer]
  /// What was entered into the copy, acknowledgements included; each with the time of its entry.
  package let entries: [Event]
  /// What an instructor put into the copy; each with the time at which that was done.
  package let injected: [Event]

  package init(
    scenario: Scenario, learner: Learner, answers: [GivenAnswer], entries: [Event],
    injected: [Event] = []
  ) {
    self.scenario = scenario
    self.learner = learner
    self.answers = answers
    self.entries = entries
    self.injected = injected
  }

  /// The course of the copy.
  package var course: ReplayedCourse { scenario.course(adding: entries + injected) }

  package func answer(to question: AskedQuestion) -> GivenAnswer? {
    answers.first { $0.question == question.id }
  }
}
