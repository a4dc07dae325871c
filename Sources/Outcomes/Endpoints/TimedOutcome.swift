package import Clinical

/// How long one patient was followed in one analysis, and what ended it.
package struct TimedOutcome: Sendable {
  package enum End: String, Sendable {
    case relapse, progression, death
    case noResponse = "no response"
    case transplant
    case newTherapy = "new therapy"
    case lastSeen = "last seen"

    package var isEvent: Bool {
      switch self {
      case .relapse, .progression, .death, .noResponse: true
      case .transplant, .newTherapy, .lastSeen: false
      }
    }
  }

  package let patient: PatientID
  /// Day after the first infusion on which the time begins.
  package let from: Int
  /// Whole days from there.
  package let days: Int
  package let end: End
  /// The events behind the beginning and the end.
  package let events: [EventID]

  package var time: SurvivalTime { SurvivalTime(Double(days), isEvent: end.isEvent) }

  /// `nil` for a patient who is no part of the analysis.
  init?(_ analysis: SurvivalAnalysis, _ patient: TrialCase, _ responses: ResponseCourse) {
    var from = 0
    var start = [patient.infusion]
    if analysis.isOfResponse {
      guard let first = responses.first else { return nil }
      from = first.day
      start = first.events
    }
    var ends: [(day: Int, end: End, events: [EventID])] = []
    if analysis != .overall, let failure = responses.failure(from: from) {
      ends.append(
        (failure.day, failure.response == .relapse ? .relapse : .progression, failure.events))
    }
    if analysis == .progressionFreeNoResponse, responses.first == nil,
      let none = responses.assessments.first(where: { $0.response == .noResponse })
    {
      ends.append((none.day, .noResponse, none.events))
    }
    if let death = patient.death { ends.append((patient.day(death), .death, [death.id])) }
    if analysis == .durationCensoredAtTherapy || analysis == .progressionFreeCensoredAtTherapy {
      for fact in patient.facts where patient.day(fact) >= from {
        switch fact.content {
        case .transplant: ends.append((patient.day(fact), .transplant, [fact.id]))
        case .newTherapy: ends.append((patient.day(fact), .newTherapy, [fact.id]))
        default: break
        }
      }
    }
    let (seen, event) = Self.lastSeen(patient)
    let last = (day: seen, end: End.lastSeen, events: [event].compactMap { $0 })
    // The earliest; on one day an event comes before being censored.
    let found =
      ends.min { a, b in
        a.day != b.day ? a.day < b.day : a.end.isEvent && !b.end.isEvent
      } ?? last
    self.patient = patient.id
    self.from = from
    days = max(0, found.day - from)
    end = found.end
    events = start + found.events
  }

  // The day of the last status, response or stay; an open stay reaches to the last observation.
  private static func lastSeen(_ patient: TrialCase) -> (day: Int, event: EventID?) {
    var last: (day: Int, event: EventID?) = (0, nil)
    var openStay: EventID?
    for fact in patient.facts {
      switch fact.content {
      case .status, .response: break
      case .stay(let action, _): openStay = action == .discharge ? nil : fact.id
      default: continue
      }
      if patient.day(fact) >= last.day { last = (patient.day(fact), fact.id) }
    }
    if let openStay, let observed = patient.lastObservedDay, observed > last.day {
      last = (observed, openStay)
    }
    return last
  }
}
