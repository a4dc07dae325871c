import Testing

import SampleWard

@Suite("The generator's chance")
struct SeededRandomTests {
  @Test("SplitMix64 gives the numbers that its authors published for a seed")
  func publishedNumbers() {
    var random = SeededRandom(seed: 1_234_567)
    let drawn = (0..<5).map { _ in random.next() }
    #expect(
      drawn == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test("a stream depends on its name and the seed, not on what was drawn elsewhere")
  func streams() {
    let root = SeededRandom(seed: 7)
    var a = root.stream("CD7-003")
    var again = root.stream("CD7-003")
    var other = root.stream("CD7-004")
    let first = a.next()
    #expect(again.next() == first)
    #expect(other.next() != first)
  }

  @Test("draws stay within their range and reach both ends")
  func range() {
    var random = SeededRandom(seed: 1)
    let drawn = (0..<2000).map { _ in random.within(-3...4) }
    #expect(Set(drawn) == Set(-3...4))
  }

  @Test("noise lies about zero with about the deviation asked for")
  func spread() {
    var random = SeededRandom(seed: 2)
    let drawn = (0..<4000).map { _ in random.spread(1000) }
    let mean = drawn.reduce(0, +) / drawn.count
    let variance = drawn.map { $0 * $0 }.reduce(0, +) / drawn.count
    #expect(abs(mean) < 60)
    #expect((900 * 900...1100 * 1100).contains(variance))
  }
}

@Suite("Curves in whole numbers")
struct FixedPointTests {
  @Test(
    "powers of two, up and down",
    arguments: [(0, 1000), (1000, 2000), (-1000, 500), (500, 1414), (3000, 8000), (2585, 6000)])
  func powers(doublings: Int, expected: Int) {
    let value = FixedPoint.raised(1000, doublings: doublings)
    #expect(abs(value - expected) * 500 <= expected)
  }

  @Test(
    "the sine of a turn",
    arguments: [(0, 0), (250, 1000), (500, 0), (750, -1000), (1000, 0), (-250, -1000), (83, 498)])
  func sine(turn: Int, expected: Int) {
    #expect(abs(FixedPoint.sine(turn) - expected) <= 4)
  }

  @Test(
    "rounding to significant digits",
    arguments: [(46_718, 4, 46_720), (999, 2, 1000), (5, 3, 5), (12_345, 2, 12_000)])
  func digits(value: Int, digits: Int, expected: Int) {
    #expect(FixedPoint.rounded(value, digits: digits) == expected)
  }

  @Test("a moment counts days and clock from the midnight of day 0")
  func moments() {
    #expect(Moment(5, 415).minutes == 5 * 1440 + 255)
    #expect(Moment(-2, 1400).day == -2)
    #expect(Moment(-2, 1400).minuteOfDay == 840)
  }
}
