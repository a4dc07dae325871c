import Foundation
import Terminal
import TestSupport
import Testing

@Suite("Roots and logarithms agree with the C library")
struct RootsTests {
  @Test("Over the range of laboratory values and colours")
  func agree() {
    var random = Dice(seed: 17)
    for _ in 0..<2000 {
      let value = exp(Double.random(in: -30...30, using: &random))
      #expect(abs(Roots.log10(value) - Foundation.log10(value)) < 1e-13 * max(1, abs(log10(value))))
      #expect(abs(Roots.cubeRoot(value) / cbrt(value) - 1) < 1e-14)
      #expect(abs(Roots.root(value, degree: 5) / pow(value, 0.2) - 1) < 1e-14)
    }
    #expect(
      [1, 10, 100, 1000, 100_000].map(Roots.log10).map { ($0 * 1e12).rounded() / 1e12 } == [
        0, 1, 2, 3, 5,
      ])
    #expect(Roots.root(0, degree: 5) == 0 && Roots.cubeRoot(-8) == -2)
    #expect(Roots.log10(0) == -.infinity && Roots.log10(.infinity) == .infinity)
  }
}
