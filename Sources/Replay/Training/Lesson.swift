package import Clinical
package import EventText

/// A session as it goes: what the learner has been asked, answered and entered so far.
///
/// What comes of it is the record that a script gives: a session on the screen and one without it
/// are debriefed by the same code. The clock is the replay's; a lesson only says how far it may go.
package struct Lesson: Sendable {
  package let scenario: Scenario
  package let learner: Learner
  package private(set) var answers: [GivenAnswer] = []
  package private(set) var entries: [Event] = []
  /// What others put into the copy of a session that is kept.
  package private(set) var injected: [Event] = []
  /// What has been asked and is neither answered nor given up, in order of time.
  package private(set) var open: [AskedQuestion] = []
  /// When the learner ended the session; `nil` while it goes, and where it went to its end.
  package private(set) var ended: Instant?
  private var asked: Set<String> = []
  // When the newest question was asked.
  private var lastAsked: Instant?
  // Those that are still to come; what is entered may change them.
  private var coming: [AskedQuestion]

  package init(_ scenario: Scenario, learner: Learner) {
    self.scenario = scenario
    self.learner = learner
    coming = []
    coming = record.questions
  }

  /// Goes on where the learner left a session that is kept: what was answered is answered, and what
  /// was asked before and has no answer is open.
  package init(_ scenario: Scenario, learner: Learner, resuming session: TrainingSession) {
    self.init(scenario, learner: learner)
    // A question that was given up was answered with nothing: it is not asked again.
    let said = session.answers(of: learner.name)
    answers = said.filter { !$0.isEmpty }
    entries = session.entered(by: learner.name)
    follow(session)
    coming = record.questions
    let answered = Set(said.map(\.question))
    for question in coming where answered.contains(question.id) {
      asked.insert(question.id)
      lastAsked = question.at
    }
    coming.removeAll { asked.contains($0.id) }
    // What was asked before the newest that was answered is open; asking it again moves no moment.
    guard let last = lastAsked else { return }
    while let next = coming.first, next.at <= last { _ = ask(at: next.at) }
    lastAsked = last
  }

  /// Takes in what others have put into the copy, which may change what is still to be asked.
  package mutating func follow(_ session: TrainingSession) {
    let others = session.entries.filter { $0.part != .learner || $0.by != learner.name }
      .map(\.what)
    guard others != injected else { return }
    injected = others
    coming = record.questions.filter { !asked.contains($0.id) }
  }

  /// Everything so far, as a debrief takes it.
  package var record: TrainingRecord {
    TrainingRecord(
      scenario: scenario, learner: learner, answers: answers, entries: entries,
      injected: injected, ended: ended)
  }

  /// When the next question is asked: the clock goes no further before it was. `nil` after the last.
  package var nextMoment: Instant? { coming.first?.at }

  /// From when on the grades are covered: since the earliest question that is open.
  package var coveredFrom: Instant? { open.first?.at }

  /// Asks what is due at a moment: of several the first.
  package mutating func ask(at t: Instant) -> AskedQuestion? {
    guard let next = coming.first, next.at <= t else { return nil }
    coming.removeFirst()
    asked.insert(next.id)
    lastAsked = next.at
    open.append(next)
    return next
  }

  /// Takes an answer to an open question, and gives what came of it.
  ///
  /// - Parameter t: when it is given; an answer at the moment of the question is one at once.
  package mutating func answer(_ given: GivenAnswer, at t: Instant) -> Debrief.Item? {
    guard let question = close(given.question) else { return nil }
    let answer = given.given(at: t == question.at ? nil : t)
    answers.append(answer)
    return Debrief.Item(question, answer)
  }

  /// Gives a question up: it stays unanswered, and can be read about.
  package mutating func giveUp(_ id: String) -> Debrief.Item? {
    close(id).map { Debrief.Item($0, nil) }
  }

  private mutating func close(_ id: String) -> AskedQuestion? {
    guard let place = open.firstIndex(where: { $0.id == id }) else { return nil }
    return open.remove(at: place)
  }

  /// When what is entered at a moment is written down: a second later where a question was asked at
  /// that very moment, for it must not change what the question was about.
  package func entryMoment(at t: Instant) -> Instant {
    lastAsked.map { $0 >= t } == true ? t + .seconds(1) : t
  }

  /// What the learner enters, held against what a script is held against.
  ///
  /// - Throws: why the copy cannot take it; nothing has changed then.
  package mutating func enter(_ events: [Event]) throws(Refusal) {
    var own: [Event] = []
    for event in events { own.append(try scenario.entry(event, by: learner)) }
    entries += own
    coming = record.questions.filter { !asked.contains($0.id) }
  }

  /// Ends the session at a moment, before its end.
  package mutating func end(at t: Instant) {
    ended = max(t, scenario.head.starts)
    coming = []
    open = []
  }
}
