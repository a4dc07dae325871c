package import Clinical

/// The patient of a scenario, who answers when the learner asks the items of ICE.
///
/// The answers are those of the scenario's own newest ICE of that time: the course that the author
/// wrote decides, not what the learner has entered. Before the first one nothing is known of them.
package struct ScriptedPatient: Sendable {
  package enum Reply: Sendable, Hashable {
    /// The answer to an item, right or wrong.
    case answer(isRight: Bool)
    /// No answer can be had: asleep, intubated and the like.
    case none(InstrumentStatus)
    /// The scenario says nothing of it.
    case unknown
  }

  private let scores: [(at: Instant, ice: ICE)]

  package init(_ scenario: Scenario) {
    let course = scenario.course()
    scores = course.events(knownAt: .latest).compactMap { event in
      guard case .ice(let ice) = event.content else { return nil }
      return (event.at.start(in: scenario.zone), ice)
    }.sorted { $0.at < $1.at }
  }

  /// What the patient says to an item at a moment.
  package func reply(to item: ICEItem, at t: Instant) -> Reply {
    guard let ice = scores.last(where: { $0.at <= t })?.ice else { return .unknown }
    if let status = ice.status, status != .done { return .none(status) }
    return Self.point(of: item, in: ice).map { .answer(isRight: $0 > 0) } ?? .unknown
  }

  // A part that was entered as a sum fails from its last item on, a total from the last item of all.
  private static func point(of item: ICEItem, in ice: ICE) -> Int? {
    if let point = ice.items?[item] { return point }
    if let part = ICEPart.allCases.first(where: { $0.items.contains(item) }),
      let sum = ice.value(of: part), let place = part.items.firstIndex(of: item)
    {
      return place < sum ? 1 : 0
    }
    guard let total = ice.total, let place = ICEItem.allCases.firstIndex(of: item) else {
      return nil
    }
    return place < total ? 1 : 0
  }
}
