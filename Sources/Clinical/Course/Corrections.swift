/// Decides which events of a connected group count: the versions of a fact, the retractions that
/// name any of them, and the corrections and retractions of those (contract 1.4).
package enum Corrections {
  /// The facts of one group. The answer does not depend on the order of `events`.
  ///
  /// - Parameters:
  ///   - events: every known event of the group, each id once.
  ///   - signedOnly: what awaits its co-signature holds versions together and gives them their place
  ///     and their names, but neither counts as a version nor takes anything back.
  package static func facts(
    of events: [Event], in zone: Zone, signedOnly: Bool = false
  ) -> [Fact] {
    var byID: [EventID: Event] = [:]
    for event in events { byID[event.id] = event }
    let void = voidLinks(byID)
    let chains = Chains(events, byID, void, zone, signedOnly: signedOnly)
    let inForce = inForce(chains.retractors)
    return chains.winner.compactMap { chain, event in
      guard event.kind != .retraction, let first = byID[chain], inForce[chain] ?? true else {
        return nil
      }
      let place = first.ownKey(in: zone)
      let own = event.ownKey(in: zone)
      return Fact(
        key: FactKey(
          at: own.at, isTimed: own.isTimed, recordedAt: place.recordedAt, id: place.id),
        event: event, otherNames: (chains.names[chain] ?? []).subtracting([event.id]).sorted())
    }
  }

  // Which chains are in force: those that no retraction in force ends. A ring of retractions has no
  // beginning: none of them is in force. Chains without retractors are left out.
  private static func inForce(_ retractors: [EventID: [EventID]]) -> [EventID: Bool] {
    let graph = LinkGraph(retractors)
    var inForce: [EventID: Bool] = [:]
    for component in graph.components() {
      let isRing = component.count > 1
      for chain in component {
        let ending = retractors[chain] ?? []
        inForce[chain] =
          !isRing && !ending.contains(chain) && !ending.contains { inForce[$0] ?? true }
      }
    }
    return inForce
  }

  /// Events whose link makes no sense and which therefore are no facts: a correction of another
  /// kind or patient, a retraction of another patient's or the ward's event, of itself, or a ring,
  /// be it of events or through versions (`ringClosers`).
  package static func voidLinks(_ byID: [EventID: Event]) -> Set<EventID> {
    let void = voidByItself(byID)
    return void.union(ringClosers(byID, besides: void))
  }

  /// Retractions that close a ring through versions: following what the versions that count take
  /// back leads to the fact of which they are a version themselves. Of each ring the newest, without
  /// which there was none.
  package static func ringClosers(_ byID: [EventID: Event]) -> Set<EventID> {
    ringClosers(byID, besides: voidByItself(byID))
  }

  private static func ringClosers(
    _ byID: [EventID: Event], besides void: Set<EventID>
  ) -> Set<EventID> {
    // A ring takes a retraction back, one that is here or one that has not come.
    let mayRing = byID.values.contains { event in
      event.retracts.map { byID[$0].map { $0.kind == .retraction } ?? true } ?? false
    }
    guard mayRing else { return [] }
    var closers: Set<EventID> = []
    while true {
      let out = void.union(closers)
      // Every reader must come to the same answer, so that of a zone cannot matter.
      let chains = Chains(Array(byID.values), byID, out, .utc)
      let graph = LinkGraph(chains.retractors)
      let newest = graph.components().compactMap { component -> EventID? in
        guard graph.isRing(component) else { return nil }
        return component.compactMap { chains.winner[$0] }
          .max { order($0, .utc) < order($1, .utc) }?.id
      }
      if newest.isEmpty { return closers }
      closers.formUnion(newest)
    }
  }

  private static func voidByItself(_ byID: [EventID: Event]) -> Set<EventID> {
    var void: Set<EventID> = []
    var links: [EventID: [EventID]] = [:]
    for event in byID.values {
      let named = [event.corrects, event.retracts].compactMap { $0 }.filter { byID[$0] != nil }
      if !named.isEmpty { links[event.id] = named }
      if let corrects = event.corrects, let named = byID[corrects],
        named.kind != event.kind || named.patient != event.patient
      {
        void.insert(event.id)
      }
      if let retracts = event.retracts, let named = byID[retracts], named.patient != event.patient {
        void.insert(event.id)
      }
    }
    return void.union(LinkGraph(links).rings())
  }

  static func order(_ event: Event, _ zone: Zone) -> (Instant, EventID) {
    (event.recorded(in: zone), event.id)
  }
}
