/// Decides which events of a connected group count: the versions of a fact, the retractions that
/// name any of them, and the corrections and retractions of those (contract 1.4).
package enum Corrections {
  /// The facts of one group. The answer does not depend on the order of `events`.
  ///
  /// - Parameter events: every known event of the group, each id once.
  package static func facts(of events: [Event], in zone: Zone) -> [Fact] {
    var byID: [EventID: Event] = [:]
    for event in events { byID[event.id] = event }
    let void = voidLinks(byID)
    let counting = events.filter { !void.contains($0.id) }
    let orphans = orphans(among: counting, byID, void, zone)
    let root = firstVersions(of: counting, orphans)
    var winner: [EventID: Event] = [:]
    var names: [EventID: Set<EventID>] = [:]
    for event in events {
      guard let first = root[event.id] else { continue }
      names[first, default: []].insert(event.id)
      if let corrects = event.corrects { names[first, default: []].insert(corrects) }
      if let best = winner[first], order(best, zone) > order(event, zone) { continue }
      winner[first] = event
    }
    // A retraction in force ends the whole chain of what it names.
    var retractors: [EventID: [EventID]] = [:]
    for (chain, event) in winner {
      guard let named = event.retracts else { continue }
      if let ended = root[named] { retractors[ended, default: []].append(chain) }
      for (missing, first) in orphans where missing.id == named {
        retractors[first, default: []].append(chain)
      }
    }
    let inForce = inForce(retractors)
    return winner.compactMap { chain, event in
      guard event.kind != .retraction, let first = byID[chain], inForce[chain] ?? true else {
        return nil
      }
      let place = first.ownKey(in: zone)
      let own = event.ownKey(in: zone)
      return Fact(
        key: FactKey(
          at: own.at, isTimed: own.isTimed, recordedAt: place.recordedAt, id: place.id),
        event: event, otherNames: (names[chain] ?? []).subtracting([event.id]).sorted())
    }
  }

  // A version that has not arrived, or is no fact, and is corrected by events of this kind.
  private struct Missing: Hashable {
    let id: EventID
    let kind: EventKind
  }

  // Corrections of one version that is not there are versions of one fact; the earliest stands for
  // what they correct until that comes.
  private static func orphans(
    among events: [Event], _ byID: [EventID: Event], _ void: Set<EventID>, _ zone: Zone
  ) -> [Missing: EventID] {
    var earliest: [Missing: Event] = [:]
    for event in events {
      guard let target = event.corrects, byID[target] == nil || void.contains(target) else {
        continue
      }
      let missing = Missing(id: target, kind: event.kind)
      if let known = earliest[missing], order(known, zone) < order(event, zone) { continue }
      earliest[missing] = event
    }
    return earliest.mapValues(\.id)
  }

  // The first version of the chain that each event belongs to.
  private static func firstVersions(
    of events: [Event], _ orphans: [Missing: EventID]
  ) -> [EventID: EventID] {
    let byID = Dictionary(events.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    func before(_ event: Event) -> Event? {
      guard let target = event.corrects else { return nil }
      if let known = byID[target] { return known }
      let first = orphans[Missing(id: target, kind: event.kind)]
      return first == event.id ? nil : first.flatMap { byID[$0] }
    }
    var root: [EventID: EventID] = [:]
    for event in events where root[event.id] == nil {
      var path = [event.id]
      var first = event
      while root[first.id] == nil, let next = before(first) {
        first = next
        path.append(first.id)
      }
      let known = root[first.id] ?? first.id
      for id in path { root[id] = known }
    }
    return root
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
  /// kind or patient, a retraction of another patient's or the ward's event, of itself, or a ring.
  package static func voidLinks(_ byID: [EventID: Event]) -> Set<EventID> {
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

  private static func order(_ event: Event, _ zone: Zone) -> (Instant, EventID) {
    (event.recorded(in: zone), event.id)
  }
}
