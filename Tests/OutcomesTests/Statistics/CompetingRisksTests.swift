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

  /// aml with the causes in turn, line by line: what R 4.2.2 with survival 3.5-3 prints for
  /// `survfit(Surv(time, factor(cause)) ~ 1, conf.type = …)`.
  struct Known: Sendable {
    let time: Double
    let cause: Int
    let incidence: Double
    let error: Double
    let logLog: [Double]
    let log: [Double]
    let plain: [Double]

    init(
      _ time: Double, _ cause: Int, _ incidence: Double, _ error: Double, _ logLog: [Double],
      _ log: [Double], _ plain: [Double]
    ) {
      self.time = time
      self.cause = cause
      self.incidence = incidence
      self.error = error
      self.logLog = logLog
      self.log = log
      self.plain = plain
    }
  }

  static let known: [Known] = [
    Known(
      5, 0, 0.04347826086956522, 0.04252257799320223, [0.003093493175877899, 0.1824323107586061],
      [0.006394117780460496, 0.2956403421311117], [0, 0.1268209822660371]),
    Known(
      5, 1, 0.04347826086956522, 0.04252257799320223, [0.003093493175877899, 0.1824323107586061],
      [0.006394117780460496, 0.2956403421311117], [0, 0.1268209822660371]),
    Known(
      12, 0, 0.1304347826086956, 0.07022372635541288, [0.03273136541360096, 0.2972058185052584],
      [0.04540690626074544, 0.3746838072710921], [0, 0.268070757125501]),
    Known(
      23, 0, 0.1801242236024845, 0.08189891546036876, [0.05597356289459154, 0.3608909093750516],
      [0.07388353154389596, 0.4391335288178752], [0.01960529892727111, 0.3406431482776978]),
    Known(
      23, 1, 0.2732919254658385, 0.09572884977744024, [0.1105591476588332, 0.4657399129085261],
      [0.1375521692772461, 0.5429829054479363], [0.08566682762061054, 0.4609170233110665]),
    Known(
      43, 1, 0.4389233954451346, 0.1110674784612551, [0.2222713278374737, 0.6370762687724554],
      [0.2672983183536525, 0.7207443288670187], [0.2212351378073965, 0.6566116530828726]),
    Known(
      161, 0, 0.3954451345755694, 0.109648902429147, [0.1888884350152919, 0.5966375032674335],
      [0.2296494134670678, 0.6809373126568642], [0.1805372348700949, 0.6103530342810439]),
    Known(
      161, 1, 0.5217391304347826, 0.1172951064507384, [0.2778446281176471, 0.7185671251298902],
      [0.335807202473105, 0.8106190642192814], [0.2918449462285437, 0.7516333146410215]),
  ]

  @Test("standard errors and three kinds of limits as R's survfit gives them", arguments: known)
  func limits(_ known: Known) throws {
    let times = Published.aml.enumerated().map { n, row in
      Time(row.time, cause: row.isEvent ? n % 2 : nil)
    }
    for (interval, limits) in [
      (SurvivalInterval.logLog, known.logLog), (.log, known.log), (.plain, known.plain),
    ] {
      let risks = CompetingRisks(times, causes: 2, interval: interval)
      let row = try #require(risks.rows.first { $0.time == known.time })
      expectSame(row.incidence[known.cause], known.incidence, "incidence at \(known.time)")
      expectSame(row.standardError[known.cause], known.error, "s.e. at \(known.time)")
      expectSame(row.limits[known.cause]?.lower, limits[0], "\(interval) at \(known.time)")
      expectSame(row.limits[known.cause]?.upper, limits[1], "\(interval) at \(known.time)")
    }
  }

  @Test("worked by hand: the influence of each of four, both causes at one time and one lost")
  func influence() throws {
    let times = [
      Time(1, cause: 0), Time(1, cause: 1), Time(1, cause: nil), Time(2, cause: nil),
    ]
    let risks = CompetingRisks(times, causes: 2)
    // 3/16 and three times -1/16 of the hazard 1/4: the root of 12/256.
    expectSame(risks.rows[0].standardError[0], 0.21650635094610966)
    expectSame(risks.rows[1].standardError[1], 0.21650635094610966)
    expectSame(risks.rows[0].limits[0]?.lower, 0.0089478244166031722)
    expectSame(risks.rows[0].limits[0]?.upper, 0.66532534278886535)
  }

  @Test("without losses the standard error is the binomial one")
  func binomial() throws {
    let risks = CompetingRisks(
      (1...10).map { Time(Double($0), cause: $0 % 3 == 0 ? 1 : 0) }, causes: 2)
    for row in risks.rows {
      for cause in 0..<2 {
        let p = row.incidence[cause]
        #expect(abs(row.standardError[cause] * row.standardError[cause] - p * (1 - p) / 10) < 1e-15)
      }
    }
  }

  @Test("before its first event a cause has no log-log limits, and where it has all of them none")
  func withoutLimits() throws {
    let risks = CompetingRisks([Time(1, cause: 0), Time(2, cause: 0)], causes: 2)
    #expect(risks.rows[0].limits[1] == nil)
    #expect(risks.rows[0].limits[0] != nil)
    #expect(risks.rows[1].incidence[0] == 1)
    #expect(risks.rows[1].limits[0] == nil)
  }
}
