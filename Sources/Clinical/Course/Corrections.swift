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
    func target(_ event: Event) -> EventID? {
      event.corrects.flatMap { byID[$0] == nil ? nil : $0 }
    }
    // The first version of each event's chain.
    var root: [EventID: EventID] = [:]
    for event in events where !void.contains(event.id) {
      var current = event
      while let previous = target(current), let next = byID[previous], !void.contains(previous) {
        current = next
      }
      root[event.id] = current.id
    }
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
      guard let named = event.retracts, let ended = root[named] else { continue }
      retractors[ended, default: []].append(chain)
    }
    var inForce: [EventID: Bool] = [:]
    func counts(_ chain: EventID, _ above: Set<EventID>) -> Bool {
      if let known = inForce[chain] { return known }
      // A ring of retractions has no beginning: none of them is in force.
      if above.contains(chain) { return false }
      let ended = (retractors[chain] ?? []).contains { counts($0, above.union([chain])) }
      inForce[chain] = !ended
      return !ended
    }
    return winner.compactMap { chain, event in
      guard event.kind != .retraction, let first = byID[chain], counts(chain, []) else {
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

  /// Events whose link makes no sense and which therefore are no facts: a correction of another
  /// kind or patient, of itself, or a ring.
  package static func voidLinks(_ byID: [EventID: Event]) -> Set<EventID> {
    var void: Set<EventID> = []
    for event in byID.values {
      if let corrects = event.corrects, let named = byID[corrects],
        named.kind != event.kind || named.patient != event.patient
      {
        void.insert(event.id)
      }
      if event.corrects == event.id || event.retracts == event.id { void.insert(event.id) }
    }
    for event in byID.values where event.corrects != nil || event.retracts != nil {
      if reachesItself(event, byID) { void.insert(event.id) }
    }
    return void
  }

  private static func reachesItself(_ event: Event, _ byID: [EventID: Event]) -> Bool {
    var seen: Set<EventID> = []
    var open = [event.corrects, event.retracts].compactMap { $0 }
    while let id = open.popLast() {
      if id == event.id { return true }
      guard seen.insert(id).inserted, let next = byID[id] else { continue }
      open += [next.corrects, next.retracts].compactMap { $0 }
    }
    return false
  }

  private static func order(_ event: Event, _ zone: Zone) -> (Instant, EventID) {
    (event.recorded(in: zone), event.id)
  }
}
