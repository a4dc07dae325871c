import Testing

@testable import Outcomes

@Suite("A proportion with its exact interval")
struct ProportionTests {
  struct Known: Sendable {
    let x: Int
    let n: Int
    let confidence: Double
    let lower: Double
    let upper: Double

    init(_ x: Int, _ n: Int, _ confidence: Double, _ lower: Double, _ upper: Double) {
      self.x = x
      self.n = n
      self.confidence = confidence
      self.lower = lower
      self.upper = upper
    }
  }

  /// Quantiles of the beta distribution to 40 digits, rounded.
  static let known: [Known] = [
    Known(0, 20, 0.95, 0, 0.16843347098308534), Known(20, 20, 0.95, 0.83156652901691466, 1),
    Known(1, 20, 0.95, 0.0012650894979498037, 0.24873276277202778),
    Known(19, 20, 0.95, 0.75126723722797222, 0.9987349105020502),
    Known(18, 20, 0.95, 0.68301728598091765, 0.9876514728297052),
    Known(10, 20, 0.95, 0.27195784956079181, 0.72804215043920819),
    Known(2, 20, 0.95, 0.012348527170294802, 0.31698271401908235),
    Known(5, 9, 0.95, 0.21200850677886798, 0.86300433773483352),
    Known(1, 1, 0.95, 0.025, 1), Known(0, 1, 0.95, 0, 0.975),
    Known(1, 2, 0.9, 0.025320565519103609, 0.97467943448089639),
    Known(7, 13, 0.99, 0.18870463473557504, 0.86172906094941689),
    Known(300, 2000, 0.95, 0.13462267026074057, 0.1664108726519771),
    Known(1999, 2000, 0.95, 0.997217360165341, 0.9999873411761314),
    Known(40000, 100_000, 0.95, 0.39696157351032885, 0.40304422765862385),
  ]

  @Test("Clopper-Pearson, none and all among them", arguments: known)
  func exact(_ row: Known) throws {
    let share = try #require(Proportion(row.x, of: row.n, confidence: row.confidence))
    #expect(share.proportion == Double(row.x) / Double(row.n))
    expectSame(share.lower, row.lower, "lower of \(row.x)/\(row.n)")
    expectSame(share.upper, row.upper, "upper of \(row.x)/\(row.n)")
  }

  @Test("what is no proportion is refused, never guessed")
  func refused() {
    #expect(Proportion(0, of: 0) == nil)
    #expect(Proportion(-1, of: 5) == nil)
    #expect(Proportion(6, of: 5) == nil)
    #expect(Proportion(1, of: 5, confidence: 0) == nil)
    #expect(Proportion(1, of: 5, confidence: 1) == nil)
  }

  @Test("the interval holds the proportion, mirrors, and narrows with more subjects")
  func properties() throws {
    for n in 1...60 {
      for x in 0...n {
        let share = try #require(Proportion(x, of: n))
        let mirror = try #require(Proportion(n - x, of: n))
        #expect(share.lower <= share.proportion && share.proportion <= share.upper)
        #expect(abs(share.lower - (1 - mirror.upper)) < 1e-14)
        let tenfold = try #require(Proportion(10 * x, of: 10 * n))
        #expect(tenfold.upper - tenfold.lower < share.upper - share.lower)
        // The limits are those at which the observed count is as rare as a tail.
        if x > 0 {
          let tail = BetaDistribution(a: Double(x), b: Double(n - x + 1)).cumulative(share.lower)
          #expect(abs(tail - 0.025) < 1e-13, "\(x)/\(n)")
        }
      }
    }
  }

  @Test(
    "the normal quantile, in the middle and far out",
    arguments: [
      (0.975, 1.9599639845400542), (0.5, 0), (0.95, 1.6448536269514727),
      (0.995, 2.5758293035489008), (0.025, -1.9599639845400542), (0.6, 0.2533471031357998),
      (1e-10, -6.3613409024040562),
    ])
  func normal(_ p: Double, _ z: Double) {
    #expect(abs(NormalQuantile.z(p) - z) <= abs(z) * 1e-15)
  }
}
