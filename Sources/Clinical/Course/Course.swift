/// A patient's facts in order, with corrections and retractions applied.
///
/// The same events give the same course, whatever the order in which they arrive. Events of the
/// ward (`site`, `setting`, `user`) take their place in every patient's course.
package struct Course: Sendable {
  /// The zone in which days are counted and dates without a time begin.
  package let zone: Zone
  /// In the order of `FactKey`.
  package private(set) var facts: [Fact] = []

  // Only events that correct, retract, are corrected or are retracted have links; the look-up by
  // id is built when the first link comes, so that a course without one never pays for it.
  private var byID: [EventID: Event]?
  private var links: [EventID: [EventID]] = [:]

  /// True where only signed versions count: what awaits its co-signature is known, for other events
  /// may name it, and is no fact.
  private(set) var isSignedOnly = false
  // Unsigned events that nothing named while there was no look-up.
  private var withheld: [Event] = []

  package init(zone: Zone) { self.zone = zone }

  /// The course of many events at once.
  ///
  /// - Parameter signedOnly: leaves out what awaits its co-signature, as far as a signed version
  ///   stands for it.
  /// - Complexity: O(*n* log *n*); O(*n*) for events already in order.
  package init(_ events: [Event], zone: Zone, signedOnly: Bool = false) {
    self.zone = zone
    isSignedOnly = signedOnly
    var linked = false
    for event in events where event.corrects != nil || event.retracts != nil {
      linked = true
      break
    }
    if linked {
      var known: [EventID: Event] = [:]
      known.reserveCapacity(events.count)
      for event in events where known[event.id] == nil {
        known[event.id] = event
        link(event)
      }
      byID = known
      var grouped: Set<EventID> = []
      facts.reserveCapacity(known.count + known.count / 8 + 64)
      for event in known.values where !grouped.contains(event.id) {
        if links[event.id] == nil {
          if isWithheld(event) { continue }
          facts.append(Fact(key: event.ownKey(in: zone), event: event))
        } else {
          let group = self.group(of: event.id)
          grouped.formUnion(group.map(\.id))
          facts += facts(of: group)
        }
      }
      facts.sort { $0.key < $1.key }
    } else {
      facts.reserveCapacity(events.count + events.count / 8 + 64)
      var sorted = true
      for event in events {
        if isWithheld(event) {
          withheld.append(event)
          continue
        }
        let fact = Fact(key: event.ownKey(in: zone), event: event)
        if sorted, let last = facts.last, last.key >= fact.key { sorted = false }
        facts.append(fact)
      }
      if !sorted {
        facts.sort { $0.key < $1.key }
        removeDoubles()
      }
    }
  }

  /// Takes in one more event and tells the first index from which `facts` may differ from before,
  /// or `nil` when nothing changed.
  ///
  /// - Complexity: O(log *n* + *k*) where *k* is the number of facts after it, besides the first
  ///   link, which builds a look-up once.
  package mutating func insert(_ event: Event) -> Int? {
    let hasTarget = event.corrects != nil || event.retracts != nil
    if hasTarget, byID == nil { buildLookUp() }
    if byID != nil {
      if byID?[event.id] != nil { return nil }
      let isLinked = hasTarget || links[event.id] != nil
      let before = isLinked ? facts(of: groupWithout(event)) : []
      byID?[event.id] = event
      link(event)
      if isLinked {
        let after = facts(of: group(of: event.id))
        return replace(before, by: after)
      }
    }
    if isWithheld(event) {
      if byID == nil { withheld.append(event) }
      return nil
    }
    return place(Fact(key: event.ownKey(in: zone), event: event))
  }

  /// How many facts begin at or before `instant`.
  package func count(through instant: Instant) -> Int {
    partition { $0.at > instant }
  }

  /// Every event that is known, in no order: those that count, what they replaced, and what was taken
  /// back with what took it.
  package var events: [Event] { byID.map { Array($0.values) } ?? facts.map(\.event) + withheld }

  /// The same events with only the signed versions counting.
  ///
  /// - Complexity: that of a course of as many events.
  package var signedOnly: Course {
    Course(events, zone: zone, signedOnly: true)
  }

  /// True where corrections or retractions tie the event to another, known or not.
  package func isLinked(_ event: Event) -> Bool {
    event.corrects != nil || event.retracts != nil || links[event.id] != nil
  }

  private func isWithheld(_ event: Event) -> Bool { isSignedOnly && event.awaitsCosignature }

  private func facts(of group: [Event]) -> [Fact] {
    Corrections.facts(of: group, in: zone, signedOnly: isSignedOnly)
  }

  private mutating func buildLookUp() {
    var known: [EventID: Event] = [:]
    known.reserveCapacity(facts.count + withheld.count + 1)
    for fact in facts { known[fact.event.id] = fact.event }
    for event in withheld { known[event.id] = event }
    byID = known
    withheld = []
  }

  private mutating func link(_ event: Event) {
    for target in [event.corrects, event.retracts] {
      guard let target else { continue }
      links[target, default: []].append(event.id)
      links[event.id, default: []].append(target)
    }
  }

  // Known events connected with `id` through corrections and retractions in either direction.
  private func group(of id: EventID) -> [Event] {
    var seen: Set<EventID> = [id]
    var open = [id]
    var group: [Event] = []
    while let next = open.popLast() {
      if let event = byID?[next] { group.append(event) }
      for neighbour in links[next] ?? [] where seen.insert(neighbour).inserted {
        open.append(neighbour)
      }
    }
    return group
  }

  // What is connected with an event that is about to come in, before it does. A target that has
  // not arrived holds together those that name it, so each of them is asked for its own group.
  private func groupWithout(_ event: Event) -> [Event] {
    var events: [EventID: Event] = [:]
    let named = [event.corrects, event.retracts].compactMap { $0 }
    for id in [event.id] + named {
      for member in group(of: id) { events[member.id] = member }
    }
    return Array(events.values)
  }

  private mutating func replace(_ before: [Fact], by after: [Fact]) -> Int? {
    let kept = Set(before).intersection(after)
    var first: Int?
    for fact in before where !kept.contains(fact) {
      let index = partition { $0 >= fact.key }
      guard index < facts.count, facts[index].key == fact.key else { continue }
      facts.remove(at: index)
      first = min(first ?? index, index)
    }
    for fact in after where !kept.contains(fact) {
      guard let index = place(fact) else { continue }
      first = min(first ?? index, index)
    }
    return first
  }

  private mutating func place(_ fact: Fact) -> Int? {
    if let last = facts.last, last.key < fact.key {
      facts.append(fact)
      return facts.count - 1
    }
    let index = partition { $0 >= fact.key }
    if index < facts.count, facts[index].key == fact.key { return nil }
    facts.insert(fact, at: index)
    return index
  }

  // The first index whose key satisfies `isAfter`, which must hold from some index on.
  private func partition(_ isAfter: (FactKey) -> Bool) -> Int {
    var low = 0
    var high = facts.count
    while low < high {
      let middle = (low + high) / 2
      if isAfter(facts[middle].key) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private mutating func removeDoubles() {
    var kept = 0
    for index in facts.indices where index == 0 || facts[index].key != facts[kept - 1].key {
      facts[kept] = facts[index]
      kept += 1
    }
    facts.removeSubrange(kept...)
  }
}
