import Clinical
import Grading
import TestSupport
import Testing

@Suite("Whatever the order of arrival, the same record gives the same answer")
struct OrderPropertyTests {
  static let end = History.at(700)

  /// Moments worth asking about: those of events, a limit after them, and any.
  static func moments(_ events: [Event], _ dice: inout Dice, _ count: Int) -> [Instant] {
    (0..<count).map { _ in
      guard !events.isEmpty, !dice.oneIn(4) else {
        return History.at(Double(dice.below(500) - 40))
      }
      let spans: [TimeSpan] = [.zero, .zero, .hours(1), .hours(8), .hours(24), .minutes(37)]
      let event = any(of: events, &dice) ?? events[0]
      return event.at.start(in: History.zone) + dice.pick(spans)
    }
  }

  /// An order that does not change for the rest when some events are left out, so that a failure
  /// can be shrunk.
  static func shuffled(_ events: [Event], _ salt: UInt64) -> [Event] {
    func rank(_ event: Event) -> UInt64 {
      var dice = Dice(seed: event.id.low ^ event.id.high << 32 ^ salt)
      return dice.next()
    }
    return events.map { (rank($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// One of the events: the same one as long as it is there, so that a failure can be shrunk.
  static func any(of events: [Event], _ dice: inout Dice) -> Event? {
    let salt = dice.next()
    func rank(_ event: Event) -> UInt64 {
      var dice = Dice(seed: event.id.low ^ event.id.high << 32 ^ salt)
      return dice.next()
    }
    return events.min { rank($0) < rank($1) }
  }

  static func difference(
    _ a: GradedCourse, _ b: GradedCourse, at moments: [Instant], timeline: Bool
  ) -> String? {
    if a.facts != b.facts { return "the facts differ" }
    if a.changes(through: end) != b.changes(through: end) { return "the changes differ" }
    for t in moments where a.assessment(at: t) != b.assessment(at: t) {
      return "the assessments at \(t) differ:\n\(a.assessment(at: t))\n\(b.assessment(at: t))"
    }
    if timeline, a.timeline(through: end) != b.timeline(through: end) {
      return "the timelines differ"
    }
    return nil
  }

  @Test("One by one in any order is the same as all at once, and a second copy changes nothing")
  func order() {
    Property { events, dice in
      let whole = GradedCourse(events, zone: History.zone)
      var grown = GradedCourse(zone: History.zone)
      for event in Self.shuffled(events, dice.next()) { grown.insert(event) }
      let moments = Self.moments(events, &dice, 3)
      let timeline = dice.oneIn(20)
      if let what = Self.difference(whole, grown, at: moments, timeline: timeline) { return what }
      let reversed = GradedCourse(events.reversed(), zone: History.zone)
      if let what = Self.difference(whole, reversed, at: moments, timeline: false) {
        return "all at once in reverse: " + what
      }
      let before = grown.changes
      for event in events { grown.insert(event) }
      if grown.changes != before || grown.facts != whole.facts { return "a duplicate counted" }
      let doubled = GradedCourse(events + events, zone: History.zone)
      return Self.difference(whole, doubled, at: moments, timeline: false).map {
        "each event twice: " + $0
      }
    }.hold("order of arrival", share: 2)
  }

  @Test("Growing a record event by event gives at each step what grading it anew would give")
  func incremental() {
    Property { events, dice in
      // Asked for in between, so that nothing kept for speed outlives the event that ends it.
      let salt = dice.next()
      let order = Self.shuffled(events, salt)
      var grown = GradedCourse(zone: History.zone)
      for (n, event) in order.enumerated() {
        grown.insert(event)
        guard (event.id.low ^ salt) % 8 == 0 else { continue }
        let anew = GradedCourse(Array(order[...n]), zone: History.zone)
        let moments = Self.moments(events, &dice, 1)
        if let what = Self.difference(anew, grown, at: moments, timeline: false) {
          return "after \(event.id): " + what
        }
      }
      return nil
    }.hold("incremental grading", share: 5)
  }

  @Test("A fact corrected and corrected back, or retracted and brought back, is as it was")
  func correctedBack() {
    Property { events, dice in
      let whole = GradedCourse(events, zone: History.zone)
      // An adjudication is told apart by its version, and so differs in name only.
      guard let victim = Self.any(of: whole.facts.map(\.event), &dice),
        victim.kind != .adjudication
      else { return nil }
      let late = History.at(5000)
      func version(_ n: UInt64, _ content: Content, _ named: EventID, _ at: EventTime) -> Event {
        Event(
          id: EventID(high: .max, low: n), patient: victim.patient, at: at,
          recordedAt: late + .hours(Int64(n)), by: victim.by, source: victim.source,
          corrects: content.kind == .retraction ? nil : named, reason: "?", content: content)
      }
      let other = RandomHistory.events(seed: dice.next()).first { $0.kind == victim.kind }
      var changed = events
      changed.append(version(1, other?.content ?? victim.content, victim.id, victim.at))
      changed.append(version(2, victim.content, EventID(high: .max, low: 1), victim.at))
      var retracted = events
      retracted.append(
        version(1, .retraction(Retraction(retracts: victim.id)), victim.id, victim.at))
      retracted.append(
        version(
          2, .retraction(Retraction(retracts: EventID(high: .max, low: 1))), victim.id,
          victim.at))
      for (what, list) in [("corrected back", changed), ("brought back", retracted)] {
        let again = GradedCourse(Self.shuffled(list, dice.next()), zone: History.zone)
        if again.changes(through: Self.end) != whole.changes(through: Self.end) {
          return "\(what): \(victim.id) \(victim.kind)"
        }
        if again.facts.map(\.key) != whole.facts.map(\.key) { return "\(what): other places" }
      }
      return nil
    }.hold("correction and back", share: 4)
  }

  @Test("The end of a course, kept as bytes and taken on, says what the whole course says")
  func tail() {
    var unlinked = RandomHistory.Options()
    unlinked.links = false
    Property(unlinked) { events, dice in
      let inOrder = GradedCourse(events, zone: History.zone).facts.map(\.event)
      guard !inOrder.isEmpty else { return nil }
      let cut = dice.below(inOrder.count + 1)
      let kept = GradedCourse(Array(inOrder[..<cut]), zone: History.zone).end
      guard let bytes = kept.bytes, var tail = GradedTail(bytes: bytes, zone: History.zone) else {
        return "no bytes, or bytes that are not read back"
      }
      for (n, event) in inOrder.enumerated().dropFirst(cut) {
        guard tail.append(event) else { return nil }
        let whole = GradedCourse(Array(inOrder[...n]), zone: History.zone)
        let t = event.at.start(in: History.zone) + dice.pick([.zero, .hours(1), .hours(30)])
        if tail.assessment(at: t) != whole.assessment(at: t) {
          return "after \(event.id) at \(t)"
        }
      }
      return nil
    }.hold("the kept end", share: 10)
  }
}
