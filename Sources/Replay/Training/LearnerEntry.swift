import Clinical
import EventText

extension Scenario {
  /// What a learner enters into the copy, as it is taken: written down when it is observed, unless
  /// it says otherwise, and by the learner.
  ///
  /// - Parameter learner: `nil` where that is known only later.
  /// - Throws: why it does not belong into the session.
  func entry(_ event: Event, by learner: Learner?) throws(Refusal) -> Event {
    var event = event
    guard !events.contains(where: { $0.event.id == event.id }) else {
      throw Refusal(
        field: "id", problem: "an event of the scenario has it",
        remedy: "leave it out, or name that event under corrects")
    }
    let at = event.at.start(in: zone)
    let recorded = event.recordedAt ?? at
    guard event.patient == patient else {
      throw Refusal(
        field: "patient", problem: "the scenario is about \(patient.text)",
        remedy: "write that id")
    }
    guard isInSession(recorded) else {
      throw Refusal(
        field: event.recordedAt == nil ? "at" : "recordedAt",
        problem: "it is entered outside the session", remedy: "write a time in it")
    }
    guard recorded >= at else {
      throw Refusal(
        field: "at", problem: "it is entered before it was observed",
        remedy: "write when it was observed")
    }
    event.recordedAt = recorded
    return learner.map { event.entered(by: $0, in: self) } ?? event
  }

  /// The same scenario with another end: what comes later is not asked and not expected.
  func ending(at t: Instant) -> Scenario {
    var head = head
    head.ends = min(head.ends, max(t, head.starts))
    return Scenario(
      head: head, patient: patient, events: events,
      questions: questions.filter { $0.at <= head.ends }, zone: zone, headLine: headLine,
      questionLines: questionLines)
  }
}

extension Event {
  /// The same as a learner's own.
  func entered(by learner: Learner, in scenario: Scenario) -> Event {
    var event = self
    event.by = learner.name
    event.role = learner.role
    event.source = "scenario:\(scenario.head.name)"
    return event
  }
}
