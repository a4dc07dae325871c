package import Clinical

/// All sessions of a training store.
package struct TrainingBook: Sendable {
  private var places: [String: Int] = [:]
  /// In the order in which they were begun.
  package private(set) var sessions: [TrainingSession] = []

  package init() {}

  package subscript(name: String) -> TrainingSession? { places[name].map { sessions[$0] } }

  /// Takes in an event of the store, in their order; what is no event of a session is passed over.
  ///
  /// A session begins once: who begins it again has joined it, if it is the same scenario.
  ///
  /// - Returns: the name of the session that it changed.
  @discardableResult
  package mutating func take(_ event: Event) -> String? {
    guard case .training(let training) = event.content else { return nil }
    guard let place = places[training.session] else {
      guard let session = TrainingSession(event) else { return nil }
      places[session.name] = sessions.count
      sessions.append(session)
      return session.name
    }
    if case .session(let step) = training, let scenario = step.scenario,
      scenario != sessions[place].scenario
    {
      return nil
    }
    sessions[place].take(event)
    return training.session
  }

  /// A learner's finished sessions, the oldest first: the progress over courses.
  package func finished(by login: String) -> [FinishedSession] {
    sessions.flatMap { session in
      session.debriefs.filter { $0.by == login }.prefix(1).compactMap { debrief in
        DebriefFigures(debrief.what).map {
          FinishedSession(
            session: session.name, scenario: session.scenario, learner: login,
            finished: debrief.recorded, figures: $0, debrief: debrief.what)
        }
      }
    }.sorted { $0.finished < $1.finished }
  }
}

/// A session that a learner went through.
package struct FinishedSession: Sendable, Hashable {
  package let session: String
  package let scenario: ScenarioReference
  package let learner: String
  /// The time of the world.
  package let finished: Instant
  package let figures: DebriefFigures
  /// The whole document.
  package let debrief: SettingValue
}
