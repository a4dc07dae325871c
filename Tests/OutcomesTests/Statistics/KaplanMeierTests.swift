import Testing

@testable import Outcomes

@Suite("Survival as R's survfit gives it")
struct KaplanMeierTests {
  private static func times(_ group: String) -> [SurvivalTime] {
    Published.aml.filter { $0.group == group }.map { SurvivalTime($0.time, isEvent: $0.isEvent) }
  }

  @Test(
    "aml, log-log: every row of the table, in every digit",
    arguments: ["Maintained", "Nonmaintained"])
  func table(_ group: String) throws {
    let curve = KaplanMeier(Self.times(group))
    let rows = Published.amlTable.filter { $0.group == group }
    try #require(curve.rows.count == rows.count)
    for (row, known) in zip(curve.rows, rows) {
      #expect(row.time == known.time)
      #expect(row.atRisk == known.atRisk)
      #expect(row.events == known.events)
      #expect(row.censored == known.censored)
      expectSame(row.survival, known.survival, "S(\(row.time))")
      expectSame(row.standardError, known.standardError, "s.e. at \(row.time)")
      expectSame(row.lower, known.lower, "lower at \(row.time)")
      expectSame(row.upper, known.upper, "upper at \(row.time)")
    }
  }

  @Test("aml: medians, limits, follow-up and landmarks for three kinds of limits")
  func summaries() throws {
    for known in Published.amlSummaries {
      let interval = try #require(SurvivalInterval(rawValue: known.interval))
      let times = Self.times(known.group)
      let curve = KaplanMeier(times, interval: interval)
      let what = "\(known.group), \(known.interval)"
      #expect([curve.median, curve.medianLower, curve.medianUpper] == known.median, "\(what)")
      #expect(KaplanMeier.medianFollowUp(times) == known.followUp, "\(what)")
      for (time, row) in zip([6.0, 12, 24], known.landmarks) {
        let mark = curve.landmark(time)
        expectSame(mark.survival, row[0], "S(\(time)) of \(what)")
        expectSame(mark.lower, row[1], "lower at \(time) of \(what)")
        expectSame(mark.upper, row[2], "upper at \(time) of \(what)")
        #expect(mark.atRisk == Int(row[3]), "\(what)")
      }
    }
  }

  private static func curve(_ events: [Double], censored: [Double] = []) -> KaplanMeier {
    KaplanMeier(
      events.map { SurvivalTime($0, isEvent: true) }
        + censored.map { SurvivalTime($0, isEvent: false) })
  }

  @Test("nobody: no rows, and nothing is given")
  func nobody() {
    let curve = Self.curve([])
    #expect(curve.rows.isEmpty && curve.n == 0 && curve.events == 0)
    #expect(curve.median == nil && curve.medianLower == nil && curve.medianUpper == nil)
    #expect(KaplanMeier.medianFollowUp([]) == nil)
    #expect(curve.landmark(6).survival == nil)
    #expect(curve.landmark(6).atRisk == 0)
  }

  @Test("one patient: with the event the curve goes to 0, without it stays at 1")
  func one() {
    let event = Self.curve([5])
    #expect(event.rows.map(\.survival) == [0])
    #expect(event.median == 5)
    #expect(event.medianLower == nil && event.medianUpper == nil)
    #expect(event.rows[0].standardError == nil)
    // S has come to 0 and stays there.
    #expect(event.landmark(100).survival == 0)
    let lost = Self.curve([], censored: [5])
    #expect(lost.rows.map(\.survival) == [1])
    #expect(lost.median == nil)
    #expect(lost.rows[0].standardError == 0)
    #expect(lost.rows[0].lower == nil, "log-log limits of 1 do not exist")
  }

  @Test("all censored: S stays 1, log and plain limits with it, and the follow-up has a median")
  func allCensored() {
    let times = [3.0, 6, 9].map { SurvivalTime($0, isEvent: false) }
    for interval in [SurvivalInterval.log, .plain] {
      let curve = KaplanMeier(times, interval: interval)
      #expect(curve.rows.map(\.survival) == [1, 1, 1])
      #expect(curve.rows.map(\.lower) == [1, 1, 1])
      #expect(curve.rows.map(\.upper) == [1, 1, 1])
    }
    #expect(KaplanMeier(times).median == nil)
    #expect(KaplanMeier.medianFollowUp(times) == 6)
  }

  @Test("none censored: the curve is the share that is left, the follow-up has no median")
  func noneCensored() {
    let curve = Self.curve([1, 2, 3, 4])
    #expect(curve.rows.map(\.survival) == [0.75, 0.5, 0.25, 0])
    #expect(
      KaplanMeier.medianFollowUp((1...4).map { SurvivalTime(Double($0), isEvent: true) }) == nil)
  }

  @Test("S exactly 0.5 over an interval: its middle; to the end of the curve: where it came there")
  func half() {
    #expect(Self.curve([1, 2, 3, 4]).median == 2.5)
    #expect(Self.curve([1, 2], censored: [3, 4]).median == 2)
    // 3/4 · 2/3 is 0.5 only but for the last digits of floats.
    let products = Self.curve([1, 2, 6, 7], censored: [])
    #expect(products.median == 4)
    let three = KaplanMeier(
      [1.0, 2, 3, 4, 5, 6].map { SurvivalTime($0, isEvent: true) })
    #expect(three.rows[2].survival == 0.5 || abs(three.rows[2].survival - 0.5) < 1e-9)
    #expect(three.median == 3.5)
  }

  @Test("ties: events at one time are one row, and who is lost at that time was at risk")
  func ties() {
    let curve = Self.curve([2, 2, 5], censored: [2, 7])
    #expect(curve.rows.map(\.time) == [2, 5, 7])
    #expect(curve.rows.map(\.atRisk) == [5, 2, 1])
    #expect(curve.rows.map(\.events) == [2, 1, 0])
    #expect(curve.rows.map(\.censored) == [1, 0, 1])
    #expect(curve.rows[0].survival == 0.6)
    #expect(curve.rows[1].survival == 0.3)
  }

  @Test("time zero counts: whoever dies on the day of the infusion is in the curve from 0")
  func timeZero() {
    let curve = Self.curve([0, 4], censored: [6, 8])
    #expect(curve.rows[0].time == 0)
    #expect(curve.landmark(0).survival == 0.75)
    #expect(curve.landmark(0).atRisk == 4)
  }

  @Test("a landmark beyond everybody's follow-up is not given")
  func beyond() {
    let curve = Self.curve([2], censored: [5])
    #expect(curve.landmark(5).survival == 0.5)
    #expect(curve.landmark(5.1).survival == nil)
    #expect(curve.landmark(1).survival == 1)
    #expect(curve.landmark(1).atRisk == 2)
  }

  @Test("the order of subjects does not matter")
  func order() {
    let times = Self.times("Maintained")
    #expect(KaplanMeier(times.reversed()) == KaplanMeier(times))
  }
}
