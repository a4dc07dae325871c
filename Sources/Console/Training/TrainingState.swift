package import Clinical
package import Replay

/// What training adds to a replay: the lesson, and what of it stands in front of the ward's screens.
package struct TrainingState: Sendable {
  package internal(set) var lesson: Lesson
  package internal(set) var front = Front.page(.briefing, scrolled: 0)
  /// What came of the session; `nil` while it goes.
  package internal(set) var debrief: Debrief?
  /// Answers that are being made, by question; kept when the learner looks at the ward meanwhile.
  var drafts: [String: AnswerDraft] = [:]
  /// The last question that was answered or given up, to be read again.
  var last: Debrief.Item?
  let patient: ScriptedPatient

  package enum Front: Sendable {
    /// Nothing: the learner works on the ward's screens.
    case ward
    /// The question of that id, under the ward's screens.
    case question(String)
    case page(Page, scrolled: Int)
    /// The debrief, standing on a line.
    case debrief(line: Int)
  }

  package enum Page: Sendable {
    /// What is learned, before the clock goes.
    case briefing
    /// Why the grades are what they are, after an answer.
    case reasons(Debrief.Item)
    /// The sessions that learners have finished, the oldest first.
    case progress([FinishedSession])
  }

  package init(_ lesson: Lesson) {
    self.lesson = lesson
    patient = ScriptedPatient(lesson.scenario)
    // Of a session that is taken up again.
    for question in lesson.open { drafts[question.id] = AnswerDraft(question) }
  }

  /// The answer that is being made, where its question is in front.
  var draft: AnswerDraft? {
    guard case .question(let id) = front else { return nil }
    return drafts[id]
  }

  /// The session with an end: at the moment that it has reached, where it did not go to its own.
  package func finished(at t: Instant) -> Lesson {
    guard debrief == nil, t < lesson.scenario.head.ends else { return lesson }
    var lesson = lesson
    lesson.end(at: t)
    return lesson
  }
}
