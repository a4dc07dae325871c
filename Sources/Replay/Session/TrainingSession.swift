package import Clinical

/// A training session as its events tell it: who is there, where its clock stands, what was
/// answered, entered and said.
package struct TrainingSession: Sendable, Hashable {
  /// Something that one of those who are there did.
  package struct Said<What: Sendable & Hashable>: Sendable, Hashable {
    package let what: What
    /// The moment of the course.
    package let at: Instant
    /// The time of the world.
    package let recorded: Instant
    /// The person's login.
    package let by: String
    package let part: TrainingPart
  }

  package struct Person: Sendable, Hashable {
    package let login: String
    package let part: TrainingPart
    package var isThere: Bool
  }

  package let name: String
  package let scenario: ScenarioReference
  package let started: Instant
  /// Each once in each part, in the order in which they came.
  package private(set) var people: [Person] = []
  package private(set) var position: SessionClock
  /// The event that set the clock last.
  package private(set) var clockSetBy: EventID?
  /// In the order in which they were given; of two to one question by one learner the first counts.
  package private(set) var answers: [Said<GivenAnswer>] = []
  /// What was put into the copies; each event is known from its `recordedAt` on.
  package private(set) var entries: [Said<Event>] = []
  package private(set) var annotations: [Said<String>] = []
  /// The debriefs of learners who are through.
  package private(set) var debriefs: [Said<SettingValue>] = []

  /// - Parameter event: the one that starts it; `nil` for another.
  init?(_ event: Event) {
    guard case .training(.session(let step)) = event.content, step.action == .start,
      let scenario = step.scenario, let at = event.at.moment
    else { return nil }
    name = step.session
    self.scenario = scenario
    started = event.recordedAt ?? at
    position = SessionClock(at: at, state: .paused, speed: ReplayClock.firstSpeed, set: started)
    enter(event, step.part, isThere: true)
  }

  /// Takes in what follows; what is of another session is passed over.
  mutating func take(_ event: Event) {
    guard case .training(let training) = event.content, training.session == name,
      let at = event.at.moment
    else { return }
    func said<What>(_ what: What) -> Said<What> {
      Said(
        what: what, at: at, recorded: event.recordedAt ?? at, by: event.by ?? "",
        part: training.part)
    }
    switch training {
    case .session(let step):
      enter(event, step.part, isThere: step.action == .start || step.action == .join)
      if step.action == .finish, let debrief = step.debrief { debriefs.append(said(debrief)) }
    case .position(let new):
      position = SessionClock(
        at: at, state: new.state, speed: new.speed, set: event.recordedAt ?? at)
      clockSetBy = event.id
    case .answer(let answer):
      answers.append(
        said(
          GivenAnswer(
            question: answer.question, at: at, crs: answer.crs, icans: answer.icans,
            sure: answer.sure, facts: answer.facts, next: answer.next)))
    case .injection(let injection):
      var injected = injection.event
      injected.recordedAt = injected.recordedAt ?? at
      if !entries.contains(where: { $0.what.id == injected.id }) { entries.append(said(injected)) }
    case .annotation(let annotation): annotations.append(said(annotation.text))
    }
  }

  // Who finished is no longer there as a learner, but may look on.
  private mutating func enter(_ event: Event, _ part: TrainingPart, isThere: Bool) {
    let login = event.by ?? ""
    if let place = people.firstIndex(where: { $0.login == login && $0.part == part }) {
      people[place].isThere = isThere
    } else {
      people.append(Person(login: login, part: part, isThere: isThere))
    }
  }

  /// True where the learner's debrief is kept.
  package func isFinished(by login: String) -> Bool { debriefs.contains { $0.by == login } }

  /// What a learner answered.
  package func answers(of login: String) -> [GivenAnswer] {
    answers.filter { $0.by == login }.map(\.what)
  }

  /// What a learner entered.
  package func entered(by login: String) -> [Event] {
    entries.filter { $0.part == .learner && $0.by == login }.map(\.what)
  }

  /// What instructors put into the copies.
  package var injected: [Event] { entries.filter { $0.part == .instructor }.map(\.what) }
}

extension EventTime {
  /// The moment; `nil` for a day.
  var moment: Instant? {
    if case .moment(let instant, _) = self { instant } else { nil }
  }
}
