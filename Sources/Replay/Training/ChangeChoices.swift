import Clinical
import EventText
import Grading
import Surveillance

/// What a question that a change of grade asks has to choose from: the readings that a nurse would
/// name, of which those that decide are right, and whom a rise calls.
///
/// Nothing of it is made up: a reading decides where the engine's evidence of the new grade names its
/// event, and how soon somebody is called is the priority of A09 and A10 (clinical-rules 6).
enum ChangeChoices {
  /// The newest reading of each kind within the day before, and whichever decides; six at most, but
  /// for those that decide.
  ///
  /// - Parameter changed: the scales of which the grade has changed.
  /// - Returns: nothing where no evidence decides, as of a grade that fell to 0 or ran out.
  static func facts(
    of course: GradedCourse, _ assessment: Assessment, changed: [ScaleName], at t: Instant
  ) -> [ScenarioQuestion.Choice] {
    var deciding: [Domain: Set<EventID>] = [:]
    for scale in changed {
      let said = assessment[scale.scale]
      for evidence in said.evidence where evidence.grade == said.atLeast && evidence.grade > 0 {
        deciding[evidence.domain, default: []].formUnion(evidence.events)
      }
    }
    guard !deciding.isEmpty else { return [] }
    func decides(_ reading: Reading, _ event: EventID) -> Bool {
      reading.domain.flatMap { deciding[$0]?.contains(event) } ?? false
    }
    var newest: [Reading: (text: String, event: EventID, at: Instant)] = [:]
    for fact in course.facts where fact.key.at <= t {
      for (reading, text) in Reading.of(fact.event.content) {
        let isDeciding = decides(reading, fact.event.id)
        let held = newest[reading].map { decides(reading, $0.event) }
        guard isDeciding || held != true && fact.key.at > t - .hours(24) else { continue }
        newest[reading] = (text, fact.event.id, fact.key.at)
      }
    }
    let choices = Reading.allCases.compactMap { reading in
      newest[reading].map { found in
        ScenarioQuestion.Choice(
          id: reading.rawValue, text: "\(found.text), \(clock(found.at, course.zone))",
          isRight: decides(reading, found.event))
      }
    }
    // Without a right one the evidence is of a kind that is not read at the bedside.
    guard choices.contains(where: \.isRight) else { return [] }
    var others = max(0, mostFacts - choices.count(where: \.isRight))
    return choices.filter { choice in
      if choice.isRight { return true }
      others -= 1
      return others >= 0
    }
  }

  // More than that is no choice at the bedside, and no room in a low window.
  private static let mostFacts = 6

  // `03-04 11:00`.
  private static func clock(_ t: Instant, _ zone: Zone) -> String {
    let text = Timestamp.local(t, in: zone)
    return "\(text.dropFirst(5).prefix(5)) \(text.dropFirst(11).prefix(5))"
  }

  /// How soon somebody is to be called, by the alert that the rise raises; nothing of a fall.
  static func next(
    of course: GradedCourse, _ patient: PatientID, changed: [ScaleName], at t: Instant
  ) -> [ScenarioQuestion.Choice] {
    let rules = changed.map { $0 == .crs ? "A09" : "A10" }
    let alerts = WatchedCourse(patient, course).surveillance(at: t).alerts
    let risen = alerts.filter { rules.contains($0.rule.id) && ($0.reRaised ?? $0.raised) == t }
    guard let priority = risen.map(\.priority).max() else { return [] }
    return [
      ScenarioQuestion.Choice(
        id: "now", text: "call the physician now", isRight: priority == .highest),
      ScenarioQuestion.Choice(
        id: "soon", text: "tell the physician within 30 minutes", isRight: priority == .high),
      ScenarioQuestion.Choice(
        id: "later", text: "tell of it at the next round", isRight: priority == .listed),
    ]
  }
}
