/// What an event of a training session says: kinds that only a training store takes, an extension
/// of the contract.
///
/// Their `at` is the moment of the course at which the session stood, their `recordedAt` the time of
/// the world, and their `by` and `role` those of the person; they belong to no patient.
package enum TrainingContent: Hashable, Sendable {
  case session(SessionStep)
  case position(SessionPosition)
  case answer(SessionAnswer)
  case injection(SessionInjection)
  case annotation(SessionAnnotation)

  package var kind: EventKind {
    switch self {
    case .session: .session
    case .position: .position
    case .answer: .answer
    case .injection: .injection
    case .annotation: .annotation
    }
  }

  /// The name of the session.
  package var session: String {
    switch self {
    case .session(let step): step.session
    case .position(let position): position.session
    case .answer(let answer): answer.session
    case .injection(let injection): injection.session
    case .annotation(let annotation): annotation.session
    }
  }

  /// As what the person was there.
  package var part: TrainingPart {
    switch self {
    case .session(let step): step.part
    case .position(let position): position.part
    case .answer: .learner
    case .injection(let injection): injection.part
    case .annotation(let annotation): annotation.part
    }
  }
}

/// As what somebody takes part in a session, whatever their role on a ward.
package enum TrainingPart: String, CaseIterable, Sendable { case learner, instructor }

/// Which scenario, without the place of its file: a file that was changed is another scenario.
package struct ScenarioReference: Hashable, Sendable {
  /// `masked-fever`.
  package var name: String
  package var title: String
  /// SHA-256 of the file, in lower-case hexadecimal.
  package var hash: String

  package init(name: String, title: String, hash: String) {
    self.name = name
    self.title = title
    self.hash = hash
  }
}

/// That somebody begins, joins, leaves or finishes a session.
package struct SessionStep: Hashable, Sendable {
  package enum Action: String, CaseIterable, Sendable { case start, join, leave, finish }

  package var session: String
  package var part: TrainingPart
  package var action: Action
  /// With `start`, and only there.
  package var scenario: ScenarioReference?
  /// The whole debrief document, with `finish` and only there.
  package var debrief: SettingValue?

  package init(
    session: String, part: TrainingPart, action: Action, scenario: ScenarioReference? = nil,
    debrief: SettingValue? = nil
  ) {
    self.session = session
    self.part = part
    self.action = action
    self.scenario = scenario
    self.debrief = debrief
  }
}

/// From where on the clock of a session runs, how fast, or where it stands.
package struct SessionPosition: Hashable, Sendable {
  package enum State: String, CaseIterable, Sendable { case playing, paused }

  package var session: String
  package var part: TrainingPart
  package var state: State
  /// Seconds of the course in one.
  package var speed: Int

  package init(session: String, part: TrainingPart, state: State, speed: Int) {
    self.session = session
    self.part = part
    self.state = state
    self.speed = speed
  }
}

/// What a learner answered to one question; what is `nil` was not answered.
package struct SessionAnswer: Hashable, Sendable {
  package var session: String
  package var question: String
  package var crs: GivenGrade?
  package var icans: GivenGrade?
  package var sure: Sureness?
  package var facts: [String]?
  package var next: [String]?

  package init(
    session: String, question: String, crs: GivenGrade? = nil, icans: GivenGrade? = nil,
    sure: Sureness? = nil, facts: [String]? = nil, next: [String]? = nil
  ) {
    self.session = session
    self.question = question
    self.crs = crs
    self.icans = icans
    self.sure = sure
    self.facts = facts
    self.next = next
  }
}

/// An event that was put into the copies of a session: by the instructor, or entered by a learner.
package struct SessionInjection: Hashable, Sendable {
  package var session: String
  package var part: TrainingPart
  /// Of the scenario's patient. Without a `recordedAt` of its own it is written down at the moment
  /// of the injection.
  package var event: Event

  package init(session: String, part: TrainingPart, event: Event) {
    self.session = session
    self.part = part
    self.event = event
  }
}

/// Something said at a moment of the course, for all who are there.
package struct SessionAnnotation: Hashable, Sendable {
  package var session: String
  package var part: TrainingPart
  package var text: String

  package init(session: String, part: TrainingPart, text: String) {
    self.session = session
    self.part = part
    self.text = text
  }
}
