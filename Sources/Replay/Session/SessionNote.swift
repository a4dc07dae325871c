package import Clinical
import EventText

/// What somebody in a session hands over to it, to be kept and to be seen by all who are there.
package enum SessionNote: Sendable, Hashable {
  /// The clock runs, or stands, from the moment of the note on.
  case position(SessionPosition.State, speed: Int)
  case answer(GivenAnswer)
  /// An event into the copy: a learner's entry, or what the instructor injects.
  case entry(Event)
  case annotation(String)
  /// The learner is through; with the whole document of the debrief.
  case finish(SettingValue)
  case leave

  /// That the learner is through, and what came of it; `nil` for a debrief that cannot be kept,
  /// since a control character stands in it.
  package static func finish(_ debrief: Debrief) -> SessionNote? {
    (try? SettingValue(debrief.document, "debrief")).map(SessionNote.finish)
  }

  /// What the store keeps of it.
  package func content(in session: String, as part: TrainingPart) -> TrainingContent {
    switch self {
    case .position(let state, let speed):
      .position(SessionPosition(session: session, part: part, state: state, speed: speed))
    case .answer(let given):
      .answer(
        SessionAnswer(
          session: session, question: given.question, crs: given.crs, icans: given.icans,
          sure: given.sure, facts: given.facts, next: given.next))
    case .entry(let event):
      .injection(SessionInjection(session: session, part: part, event: event))
    case .annotation(let text):
      .annotation(SessionAnnotation(session: session, part: part, text: text))
    case .finish(let debrief):
      .session(
        SessionStep(session: session, part: part, action: .finish, debrief: debrief))
    case .leave: .session(SessionStep(session: session, part: part, action: .leave))
    }
  }
}
