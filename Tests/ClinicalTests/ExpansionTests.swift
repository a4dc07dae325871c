import Clinical
import Testing

@Suite("Peak and last quantifiable value of what expands")
struct ExpansionTests {
  private let infusion = Instant(microseconds: 1_772_330_400_000_000)

  private func value(
    _ day: Int64, _ number: Int, _ comparator: Clinical.Comparator? = nil
  ) -> Observed<LabInterval> {
    Observed(
      LabInterval(DecimalNumber(number), comparator: comparator), at: infusion + .days(day),
      id: EventID(high: 1, low: UInt64(day + 10)))
  }

  @Test("The highest after the infusion, the first of equals; values before it count for nothing")
  func peak() throws {
    let found = try #require(
      Expansion(
        [value(-2, 900), value(4, 10), value(10, 500), value(14, 500), value(21, 20)],
        after: infusion))
    #expect(found.peak.at == infusion + .days(10))
    #expect(found.timeToPeak(from: infusion) == .days(10))
    #expect(found.lastQuantifiable?.at == infusion + .days(21))
  }

  @Test("A value below the limit is neither a peak nor quantifiable")
  func below() throws {
    let found = try #require(
      Expansion([value(4, 10), value(28, 5, .less), value(60, 5, .less)], after: infusion))
    #expect(found.peak.at == infusion + .days(4))
    #expect(found.lastQuantifiable?.at == infusion + .days(4))
    #expect(Expansion([value(4, 5, .less)], after: infusion) == nil)
    #expect(Expansion([value(4, 0)], after: infusion) == nil)
    #expect(Expansion([], after: infusion) == nil)
  }

  @Test("A bound from below is the peak over the same number measured")
  func above() throws {
    let found = try #require(
      Expansion([value(4, 1000), value(7, 1000, .greater), value(10, 900)], after: infusion))
    #expect(found.peak.at == infusion + .days(7))
    #expect(found.peak.value.high == nil)
  }
}
