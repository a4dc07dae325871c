/// What is measured from when to what.
package enum SurvivalAnalysis: String, CaseIterable, Sendable {
  case durationOfResponse = "duration-of-response"
  case durationCensoredAtTherapy = "duration-of-response-censored-at-therapy"
  case progressionFree = "progression-free-survival"
  case progressionFreeNoResponse = "progression-free-survival-no-response-is-event"
  case progressionFreeCensoredAtTherapy = "progression-free-survival-censored-at-therapy"
  case overall = "overall-survival"

  package var title: String {
    switch self {
    case .durationOfResponse: "Duration of response"
    case .durationCensoredAtTherapy: "Duration of response, censored at transplant or new therapy"
    case .progressionFree: "Progression-free survival"
    case .progressionFreeNoResponse: "Progression-free survival, no response is an event"
    case .progressionFreeCensoredAtTherapy:
      "Progression-free survival, censored at transplant or new therapy"
    case .overall: "Overall survival"
    }
  }

  /// For a narrow column.
  package var short: String {
    switch self {
    case .durationOfResponse: "DOR"
    case .durationCensoredAtTherapy: "DOR, cens. at therapy"
    case .progressionFree: "PFS"
    case .progressionFreeNoResponse: "PFS, NR is event"
    case .progressionFreeCensoredAtTherapy: "PFS, cens. at therapy"
    case .overall: "OS"
    }
  }

  /// True for what is asked beside the main analysis.
  package var isSensitivity: Bool {
    switch self {
    case .durationOfResponse, .progressionFree, .overall: false
    case .durationCensoredAtTherapy, .progressionFreeNoResponse,
      .progressionFreeCensoredAtTherapy:
      true
    }
  }

  var isOfResponse: Bool { self == .durationOfResponse || self == .durationCensoredAtTherapy }

  /// The definition in a sentence.
  package var definition: String {
    switch self {
    case .durationOfResponse:
      "From the first CR, CRi or PR to relapse, progression or death of any cause; transplant is"
        + " ignored."
    case .durationCensoredAtTherapy:
      "The same, censored at transplant or new therapy."
    case .progressionFree:
      "From the first infusion to relapse, progression or death of any cause; no response alone is"
        + " no event; transplant is ignored."
    case .progressionFreeNoResponse:
      "The same; of a patient who never responds the first assessment without response is an event."
    case .progressionFreeCensoredAtTherapy:
      "The same as the main analysis, censored at transplant or new therapy."
    case .overall: "From the first infusion to death of any cause."
    }
  }
}
