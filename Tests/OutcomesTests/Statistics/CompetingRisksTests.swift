import Testing

@testable import Outcomes

@Suite("Competing risks after Aalen and Johansen")
struct CompetingRisksTests {
  typealias Time = CompetingRisks.Time

  @Test("worked by hand: five subjects, two causes, one lost")
  func byHand() {
    let risks = CompetingRisks(
      [
        Time(1, cause: 0), Time(2, cause: 1), Time(3, cause: nil), Time(4, cause: 0),
        Time(5, cause: nil),
      ],
      causes: 2)
    // 1/5; then 4/5 · 1/4 of the other; then, with two at risk, 3/5 · 1/2.
    #expect(
      risks.rows.map { $0.incidence[0] }.map { ($0 * 1e12).rounded() }
        == [0.2, 0.2, 0.2, 0.5, 0.5].map { $0 * 1e12 })
    #expect(
      risks.rows.map { $0.incidence[1] }.map { ($0 * 1e12).rounded() }
        == [0, 0.2, 0.2, 0.2, 0.2].map { $0 * 1e12 })
    #expect(risks.rows.map(\.atRisk) == [5, 4, 3, 2, 1])
  }

  @Test("all causes together are what Kaplan-Meier leaves of 1")
  func together() {
    let times = Published.aml.enumerated().map { n, row in
      Time(row.time, cause: row.isEvent ? n % 2 : nil)
    }
    let risks = CompetingRisks(times, causes: 2)
    let curve = KaplanMeier(times.map { SurvivalTime($0.time, isEvent: $0.cause != nil) })
    #expect(risks.rows.count == curve.rows.count)
    for (row, other) in zip(risks.rows, curve.rows) {
      #expect(abs(row.eventFree - other.survival) < 1e-14)
      #expect(abs(row.incidence[0] + row.incidence[1] + row.eventFree - 1) < 1e-14)
    }
  }

  @Test("of one cause alone it is one minus Kaplan-Meier; of nobody nothing is given")
  func ends() {
    let risks = CompetingRisks([Time(1, cause: 0), Time(2, cause: nil)], causes: 1)
    #expect(risks.incidence(by: 2) == [0.5])
    #expect(risks.incidence(by: 0.5) == [0])
    #expect(risks.incidence(by: 3) == nil)
    #expect(CompetingRisks([], causes: 2).incidence(by: 1) == nil)
  }

  @Test("both causes at one time take their shares of those who were free before")
  func ties() {
    let risks = CompetingRisks(
      [Time(1, cause: 0), Time(1, cause: 1), Time(1, cause: nil), Time(2, cause: nil)], causes: 2)
    #expect(risks.rows[0].incidence == [0.25, 0.25])
    #expect(risks.rows[0].events == [1, 1])
    #expect(risks.rows[0].censored == 1)
    #expect(risks.rows[0].eventFree == 0.5)
  }
}
