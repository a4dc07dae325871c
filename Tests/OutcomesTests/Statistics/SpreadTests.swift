import Testing

@testable import Outcomes

@Suite("What a handful of numbers says")
struct SpreadTests {
  @Test("median, range, geometric mean and variation, worked by hand")
  func byHand() throws {
    let spread = try #require(Spread([100, 1, 10]))
    #expect(spread.n == 3)
    #expect(spread.median == 10)
    #expect(spread.minimum == 1)
    #expect(spread.maximum == 100)
    expectSame(spread.geometricMean, 10)
    // s = ln 10: √(exp(5.30189811…) − 1).
    expectSame(spread.geometricVariation, 1413.2141822474401)
    #expect(try #require(Spread([4, 1, 3, 2])).median == 2.5)
  }

  @Test("nothing gives nothing; one value has no variation; a zero has no geometric mean")
  func missing() throws {
    #expect(Spread([]) == nil)
    let one = try #require(Spread([7]))
    #expect(one.median == 7)
    expectSame(one.geometricMean, 7)
    #expect(one.geometricVariation == nil)
    let zero = try #require(Spread([0, 4]))
    #expect(zero.median == 2)
    #expect(zero.geometricMean == nil)
    #expect(zero.geometricVariation == nil)
  }
}
