import Clinical
import TestSupport
import Testing

@testable import Surveillance

@Suite("the life of an alert, apart from what makes it true")
struct AlertPhaseTests {
  private let times = AlertTimes(AlertSettings())
  private let start = History.at(20)

  private func step(
    _ minute: Int64 = 0, _ priority: AlertPriority = .highest, badness: DecimalNumber = 0,
    occurrence: Instant? = nil, known: Int64? = nil
  ) -> AlertStep {
    let at = start + .minutes(minute)
    return AlertStep(
      at: at, known: known.map { start + .minutes($0) } ?? at, priority: priority,
      badness: badness, occurrence: occurrence, text: "", events: [], causes: [.pressure],
      grade: nil)
  }

  private func given(_ minute: Int64, until: Int64? = nil) -> AcknowledgementGiven {
    AcknowledgementGiven(
      Acknowledgement(rule: "A04", until: until.map { start + .minutes($0) }),
      Event(
        id: EventID(high: 1, low: 1), patient: nil,
        at: .moment(start + .minutes(minute), utcOffset: 0),
        content: .acknowledgement(Acknowledgement(rule: "A04"))), at: start + .minutes(minute))
  }

  /// Runs inputs from the raising on and gives what was told.
  private func run(_ inputs: [(Int64, AlertInput)]) -> (AlertPhase, [AlertChange]) {
    var phase = AlertPhase.raised(AlertPhase.Raised())
    var told: [AlertChange] = []
    for (minute, input) in inputs {
      let (next, change) = phase.after(
        input, at: start + .minutes(minute), priority: .highest, times)
      phase = next
      if let change { told.append(change) }
    }
    return (phase, told)
  }

  @Test("raised: worse is told again, as bad or better is not")
  func raised() {
    #expect(run([(0, .step(step(badness: 5))), (1, .step(step(1, badness: 6)))]).1 == [.reRaised])
    #expect(run([(0, .step(step(badness: 5))), (1, .step(step(1, badness: 5)))]).1 == [])
    #expect(run([(0, .step(step(0, .high))), (1, .step(step(1, .highest)))]).1 == [.reRaised])
    #expect(run([(0, .step(step())), (1, .step(step(1, .high)))]).1 == [])
    let anew = step(1, occurrence: start + .minutes(1))
    #expect(run([(0, .step(step(occurrence: start))), (1, .step(anew))]).1 == [.reRaised])
  }

  @Test("a highest one calls after 5 minutes, once for each who is on call")
  func escalation() {
    var settings = AlertSettings()
    settings.onCall = ["registrar", "consultant"]
    let times = AlertTimes(settings)
    var phase = AlertPhase.raised(AlertPhase.Raised()).after(
      .step(step()), at: start, priority: .highest, times
    ).0
    #expect(phase.deadline(times) == start + .minutes(5))
    phase = phase.after(.time, at: start + .minutes(5), priority: .highest, times).0
    #expect(phase.deadline(times) == start + .minutes(10))
    phase = phase.after(.time, at: start + .minutes(10), priority: .highest, times).0
    #expect(phase.deadline(times) == nil)
  }

  @Test("a worse value does not put the call off, and a less urgent one calls nobody")
  func standing() {
    let worse = run([(0, .step(step(badness: 1))), (4, .step(step(4, badness: 2)))]).0
    #expect(worse.deadline(times) == start + .minutes(5))
    #expect(run([(0, .step(step(0, .high)))]).0.deadline(times) == nil)
    // What was written down late stands from then.
    let late = run([(0, .step(step(known: 30)))]).0
    #expect(late.deadline(times) == start + .minutes(35))
  }

  @Test("acknowledged: comes back after 15 minutes, or when it was asked to")
  func acknowledged() {
    let (phase, told) = run([(0, .step(step())), (2, .acknowledge(given(2)))])
    #expect(told == [.acknowledged])
    #expect(phase.deadline(times) == start + .minutes(17))
    #expect(
      run([(0, .step(step())), (2, .acknowledge(given(2, until: 240)))]).0.deadline(times)
        == start + .minutes(240))
    let others = AlertPhase.raised(AlertPhase.Raised()).after(
      .acknowledge(given(2)), at: start + .minutes(2), priority: .listed, times
    ).0
    #expect(others.deadline(times) == start + .minutes(62))
    // An end before the acknowledgement is no time at all.
    #expect(
      run([(0, .step(step())), (20, .acknowledge(given(20, until: 1)))]).0.deadline(times)
        == start + .minutes(20))
  }

  @Test("acknowledged: a worse value than it said then brings it back, a better one does not")
  func worsens() {
    let base: [(Int64, AlertInput)] = [
      (0, .step(step(badness: 9))), (1, .step(step(1, badness: 5))), (2, .acknowledge(given(2))),
    ]
    #expect(run(base + [(3, .step(step(3, badness: 5)))]).1 == [.acknowledged])
    // Worse than when it was acknowledged, though it had been worse before.
    #expect(run(base + [(3, .step(step(3, badness: 7)))]).1 == [.acknowledged, .reRaised])
    #expect(run(base + [(17, .time)]).1 == [.acknowledged, .reRaised])
  }

  @Test("ended: kept until it is acknowledged; what was acknowledged before is seen")
  func ended() {
    let unseen = run([(0, .step(step())), (3, .end)])
    #expect(unseen.0 == .ended(AlertPhase.Ended(at: start + .minutes(3), isSeen: false)))
    #expect(unseen.0.deadline(times) == nil)
    let seen = run([(0, .step(step())), (3, .end), (9, .acknowledge(given(9)))])
    #expect(seen.0 == .ended(AlertPhase.Ended(at: start + .minutes(3), isSeen: true)))
    #expect(seen.1 == [.ended, .acknowledged])
    let before = run([(0, .step(step())), (1, .acknowledge(given(1))), (3, .end)])
    #expect(before.0 == .ended(AlertPhase.Ended(at: start + .minutes(3), isSeen: true)))
    #expect(run([(0, .step(step())), (3, .end), (4, .step(step(4, badness: 9)))]).1 == [.ended])
  }
}
