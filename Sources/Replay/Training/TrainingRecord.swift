package import Clinical
package import Grading

/// Everything that a learner did with a scenario: all that a debrief is made of.
package struct TrainingRecord: Sendable {
  /// As far as the session went: of one that was ended early nothing later is held against anybody.
  package let scenario: Scenario
  package let learner: Learner
  /// In the order given; of two answers to one question the first counts.
  package let answers: [GivenAnswer]
  /// What was entered into the copy, acknowledgements included; each with the time of its entry.
  package let entries: [Event]
  /// What an instructor put into the copy; each with the time at which that was done.
  package let injected: [Event]
  /// The course of the copy.
  package let course: ReplayedCourse
  /// What a console showed of both grades over the session.
  package let changes: [GradeChange]

  /// - Parameter ended: when the learner ended the session; `nil` where it went to its end.
  /// - Complexity: folds the course once.
  package init(
    scenario: Scenario, learner: Learner, answers: [GivenAnswer], entries: [Event],
    injected: [Event] = [], ended: Instant? = nil
  ) {
    self.scenario = ended.map(scenario.ending) ?? scenario
    self.learner = learner
    self.answers = answers
    self.entries = entries
    self.injected = injected
    course = self.scenario.course(adding: entries + injected)
    changes = course.liveChanges(
      from: self.scenario.head.starts, through: self.scenario.head.ends)
  }

  /// What was asked, in order of time.
  package var questions: [AskedQuestion] { scenario.questions(of: course, changes) }

  package func answer(to question: AskedQuestion) -> GivenAnswer? {
    answers.first { $0.question == question.id }
  }
}
