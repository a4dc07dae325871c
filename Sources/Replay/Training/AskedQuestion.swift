package import Clinical
import EventText
package import Grading

/// A question as it was asked: by the author at a moment, or because a grade changed.
package struct AskedQuestion: Sendable {
  /// Before the moment of a question that a change of grade asks.
  package static let changePrefix = "change:"

  /// The author's own id, or the prefix and the moment.
  package let id: String
  package let at: Instant
  /// What the author wrote; `nil` for a question that a change of grade asks.
  package let question: ScenarioQuestion?
  /// Facts to choose from: which of them bear on the grade.
  package let facts: [ScenarioQuestion.Choice]
  /// What might be done next.
  package let next: [ScenarioQuestion.Choice]
  /// What the engine says, at the moment of the question and as known then.
  package let engine: Assessment
  /// What the author expects.
  package let author: [ScaleName: ExpectedGrade]

  /// The engine's grade of a scale.
  package func engine(_ scale: ScaleName) -> GivenGrade { GivenGrade(engine[scale.scale].grade) }

  /// The author's grade of a scale; `nil` where nothing was derived for it.
  package func author(_ scale: ScaleName) -> GivenGrade? {
    author[scale].map { GivenGrade($0.grade) }
  }
}

extension Scenario {
  /// The questions of a session in order of time: the author's, and one at every change of a grade
  /// that the author does not ask at.
  ///
  /// - Parameters:
  ///   - course: with what the learner has entered, which may change a grade too.
  ///   - changes: what a console showed of both grades over the session.
  func questions(of course: ReplayedCourse, _ changes: [GradeChange]) -> [AskedQuestion] {
    var moments = questions.map {
      (at: $0.at, question: ScenarioQuestion?.some($0), changed: [ScaleName]())
    }
    for (before, change) in zip(changes, changes.dropFirst()) {
      let changed = ScaleName.allCases.filter {
        before[$0.scale].grade != change[$0.scale].grade
      }
      if !changed.isEmpty, !questions.contains(where: { $0.at == change.at }) {
        moments.append((change.at, nil, changed))
      }
    }
    var course = course
    return moments.enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }.map { _, moment in
      course.know(at: moment.at)
      var author: [ScaleName: ExpectedGrade] = [:]
      for scale in ScaleName.allCases { author[scale] = head.expected(scale, at: moment.at) }
      let graded = course.graded
      let engine = graded.assessment(at: moment.at)
      return AskedQuestion(
        id: moment.question?.id
          ?? AskedQuestion.changePrefix + Timestamp.local(moment.at, in: zone),
        at: moment.at, question: moment.question,
        facts: moment.question?.facts
          ?? ChangeChoices.facts(of: graded, engine, changed: moment.changed, at: moment.at),
        next: moment.question?.next
          ?? ChangeChoices.next(
            of: graded, course.patient, changed: moment.changed, at: moment.at),
        engine: engine, author: author)
    }
  }
}
