import Clinical
import Testing

@Suite("Corrections and retractions that hang together in unusual ways")
struct CorrectionChainTests {
  private func id(_ n: Int) -> EventID { EventID(high: 0, low: UInt64(n)) }

  private func event(
    _ n: Int, corrects: Int? = nil, retracts: Int? = nil, kind: Content? = nil,
    patient: String = "P1"
  ) -> Event {
    let content =
      retracts.map { Content.retraction(Retraction(retracts: id($0))) } ?? kind ?? .note("\(n)")
    return Event(
      id: id(n), patient: PatientID(patient),
      at: .moment(Instant(microseconds: Int64(n)), utcOffset: 0),
      corrects: corrects.map(id), reason: "test", content: content)
  }

  private func facts(_ events: [Event]) -> Set<EventID> {
    Set(Corrections.facts(of: events, in: .utc).map(\.event.id))
  }

  @Test("two corrections of an event that has not arrived are one fact, and stay one when it comes")
  func twoOrphans() {
    let corrections = [event(2, corrects: 1), event(3, corrects: 1)]
    #expect(facts(corrections) == [id(3)])
    #expect(facts(corrections.reversed()) == [id(3)])
    #expect(facts(corrections + [event(1)]) == [id(3)])
  }

  @Test("corrections of another kind that name the same missing event both count")
  func orphansOfTwoKinds() {
    let corrections = [
      event(2, corrects: 1),
      event(3, corrects: 1, kind: .finding(Finding(name: "x", present: true))),
    ]
    #expect(facts(corrections) == [id(2), id(3)])
  }

  @Test("a retraction of an event that has not arrived ends what corrects it")
  func retractedOrphan() {
    #expect(facts([event(2, corrects: 1), event(4, retracts: 1)]).isEmpty)
    #expect(
      facts([event(2, corrects: 1), event(4, retracts: 1), event(5, retracts: 4)]) == [id(2)])
  }

  @Test("a retraction reaches no event of another patient")
  func otherPatient() {
    #expect(facts([event(1), event(2, retracts: 1, patient: "P2")]) == [id(1)])
  }

  @Test(
    "a retraction that takes itself back through its versions does nothing: what was before holds")
  func ringOfVersions() {
    func inEveryOrder(_ events: [Event], _ expected: Set<EventID>) {
      for turn in events.indices {
        #expect(facts(Array(events[turn...] + events[..<turn])) == expected)
        #expect(facts((events[turn...] + events[..<turn]).reversed()) == expected)
      }
    }
    // The third version takes back the first: the second still takes 2 back.
    inEveryOrder(
      [
        event(1), event(2), event(3, retracts: 1), event(4, corrects: 3, retracts: 2),
        event(5, corrects: 4, retracts: 3),
      ], [id(1)])
    // The retraction of a retraction is taken back by the newer version of that: 1 stays in force.
    inEveryOrder(
      [
        event(1), event(2, retracts: 1), event(3, retracts: 2),
        event(4, corrects: 2, retracts: 3),
      ], [id(1)])
  }

  @Test("in a ring of retractions none is in force, and the order of events does not matter")
  func ringOfChains() {
    // 1 ends the chain of 2, whose newer version 3 ends 1; only the version before it ended 9.
    let events = [
      event(1, retracts: 2), event(2, retracts: 9), event(3, corrects: 2, retracts: 1), event(9),
    ]
    for order in [events, events.reversed(), [events[2], events[0], events[3], events[1]]] {
      #expect(facts(order) == [id(9)])
    }
  }

  @Test("chains of twenty thousand corrections or retractions are walked without trouble")
  func longChains() {
    let corrections = [event(1)] + (2...20_000).map { event($0, corrects: $0 - 1) }
    #expect(facts(corrections) == [id(20_000)])
    let retractions = [event(1)] + (2...20_000).map { event($0, retracts: $0 - 1) }
    // 20 000 ends 19 999, which would end 19 998, and so on down: 2 ends 1.
    #expect(facts(retractions).isEmpty)
    #expect(facts(retractions.dropLast()) == [id(1)])
    let ring = (1...20_000).map { event($0, corrects: $0 == 1 ? 20_000 : $0 - 1) }
    #expect(facts(ring).isEmpty)
  }
}
