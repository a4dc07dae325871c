/// The events of a group as chains of versions: which belong together, which version counts, and
/// which chains take back which.
struct Chains {
  /// By the first version of each chain: the version that counts.
  private(set) var winner: [EventID: Event] = [:]
  /// By the first version: every id by which the fact may be named.
  private(set) var names: [EventID: Set<EventID>] = [:]
  /// By the first version of what is taken back: the chains whose counting versions do.
  private(set) var retractors: [EventID: [EventID]] = [:]

  /// - Parameters:
  ///   - void: events of which the link makes no sense; they are in no chain.
  ///   - signedOnly: what awaits its co-signature counts as no version.
  init(
    _ events: [Event], _ byID: [EventID: Event], _ void: Set<EventID>, _ zone: Zone,
    signedOnly: Bool = false
  ) {
    let counting = events.filter { !void.contains($0.id) }
    let orphans = Self.orphans(among: counting, byID, void, zone)
    let root = Self.firstVersions(of: counting, orphans)
    for event in events {
      guard let first = root[event.id] else { continue }
      names[first, default: []].insert(event.id)
      if let corrects = event.corrects { names[first, default: []].insert(corrects) }
      if signedOnly, event.awaitsCosignature { continue }
      if let best = winner[first], Self.order(best, zone) > Self.order(event, zone) { continue }
      winner[first] = event
    }
    // A retraction in force ends the whole chain of what it names.
    for (chain, event) in winner {
      guard let named = event.retracts else { continue }
      if let ended = root[named] { retractors[ended, default: []].append(chain) }
      for (missing, first) in orphans where missing.id == named {
        retractors[first, default: []].append(chain)
      }
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

  private static func order(_ event: Event, _ zone: Zone) -> (Instant, EventID) {
    Corrections.order(event, zone)
  }
}
