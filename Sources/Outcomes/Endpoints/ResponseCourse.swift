package import Clinical

/// A patient's assessments of response, one a day, and what they come to.
package struct ResponseCourse: Sendable {
  /// What was found on one day: of several the least, for all sites must respond.
  package struct Assessment: Sendable {
    package let day: Int
    package let response: Response.Grade
    /// `nil` is not recorded.
    package let isMRDNegative: Bool?
    package let events: [EventID]
  }

  /// In order of days.
  package let assessments: [Assessment]
  private let newTherapyDay: Int?

  init(_ patient: TrialCase) {
    var byDay: [Int: [(response: Response.Grade, mrd: String?, id: EventID)]] = [:]
    for fact in patient.facts where patient.day(fact) >= 0 {
      if case .response(let response, let mrd) = fact.content, fact.day >= patient.dayZero {
        byDay[patient.day(fact), default: []].append((response, mrd, fact.id))
      }
    }
    assessments = byDay.keys.sorted().compactMap { day in
      let found = byDay[day] ?? []
      guard
        let least = found.map(\.response).min(by: { $0.order > $1.order })
      else { return nil }
      let mrd = found.compactMap { $0.mrd.flatMap(Self.isNegative) }
      return Assessment(
        day: day, response: least, isMRDNegative: mrd.isEmpty ? nil : mrd.allSatisfy { $0 },
        events: found.map(\.id))
    }
    newTherapyDay = patient.facts.first {
      if case .newTherapy = $0.content { patient.day($0) >= 0 } else { false }
    }.map(patient.day)
  }

  // `nil` where there is no result.
  private static func isNegative(_ mrd: String) -> Bool? {
    switch mrd.trimmed.lowercased() {
    case "negative", "neg", "mrd-", "mrd negative", "阴性", "-": true
    case "", "not done", "notdone", "not evaluable", "unknown", "pending", "na", "n/a", "nd", "未做",
      "未查",
      "未知":
      nil
    default: false
    }
  }

  /// Month 3 is day 90, give or take 14.
  package static let monthThree = 90
  static let tolerance = 14

  /// The best assessment up to month 3, before any relapse, progression or new therapy; of equal ones
  /// the first.
  package var best: Assessment? {
    var best: Assessment?
    for assessment in assessments
    where assessment.day <= Self.monthThree + Self.tolerance
      && newTherapyDay.map({ assessment.day <= $0 }) ?? true
    {
      if assessment.response.isFailure { break }
      guard assessment.response != .notEvaluable else { continue }
      if best.map({ assessment.response.order < $0.response.order }) ?? true { best = assessment }
    }
    return best
  }

  /// The assessment nearest to day 90 within 14 days; of two equally near the earlier.
  package var atMonthThree: Assessment? {
    assessments.filter { abs($0.day - Self.monthThree) <= Self.tolerance }
      .min { abs($0.day - Self.monthThree) < abs($1.day - Self.monthThree) }
  }

  /// The first CR, CRi or PR.
  package var first: Assessment? { assessments.first { $0.response.isResponse } }

  /// The first relapse or progression after a day.
  func failure(from day: Int = 0) -> Assessment? {
    assessments.first { $0.day >= day && $0.response.isFailure }
  }
}

extension Response.Grade {
  /// From the best to the worst; what could not be evaluated says nothing beside anything else.
  fileprivate var order: Int {
    switch self {
    case .notEvaluable: -1
    case .completeRemission: 0
    case .completeRemissionIncomplete: 1
    case .partialRemission: 2
    case .noResponse: 3
    case .progression: 4
    case .relapse: 5
    }
  }

  package var isResponse: Bool {
    switch self {
    case .completeRemission, .completeRemissionIncomplete, .partialRemission: true
    case .noResponse, .relapse, .progression, .notEvaluable: false
    }
  }

  var isFailure: Bool { self == .relapse || self == .progression }
}
