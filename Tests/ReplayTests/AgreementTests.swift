import Clinical
import Replay
import Testing

@Suite("Agreement is percent and weighted kappa with its interval")
struct AgreementTests {
  private func pairs(_ table: [(Int, Int, Int)]) -> [(given: GivenGrade?, right: GivenGrade)] {
    table.flatMap { a, b, count in
      (0..<count).map { _ in (given: GivenGrade?.some(.grade(a)), right: GivenGrade.grade(b)) }
    }
  }

  private func isNear(_ value: Double?, _ wanted: Double) -> Bool {
    value.map { abs($0 - wanted) < 1e-6 } ?? false
  }

  @Test("Two grades give Cohen's kappa: 20, 5, 10 and 15 of 50 are 0.4, from 0.151 to 0.649")
  func twoGrades() {
    // The table of many textbooks; A + B - C = 0.2016 over n (1 - pe)^2 = 12.5.
    let agreement = Agreement(pairs([(0, 0, 20), (0, 1, 5), (1, 0, 10), (1, 1, 15)]))
    let error = (0.2016 / 12.5).squareRoot()
    #expect(isNear(agreement.kappa, 0.4))
    #expect(isNear(agreement.lower, 0.4 - Agreement.quantile * error))
    #expect(isNear(agreement.upper, 0.4 + Agreement.quantile * error))
    #expect(agreement.percent == 70)
    #expect(agreement.reasons.isEmpty)
  }

  @Test("A slip by two grades weighs four times a slip by one")
  func quadratic() {
    // One slip of two in four: the mean square is 1 where chance gives 2.
    let two = Agreement(pairs([(0, 0, 1), (1, 1, 1), (2, 2, 1), (3, 1, 1)]))
    #expect(isNear(two.kappa, 0.5))
    // One slip of one: 0.25 where chance gives 2.
    let one = Agreement(pairs([(0, 0, 1), (1, 1, 1), (2, 2, 1), (3, 2, 1)]))
    #expect(isNear(one.kappa, 0.875))
    #expect(two.reasons == ["the interval is rough: 4 pairs of grades"])
  }

  @Test("Full agreement over several grades is 1, and the interval does not leave -1 to 1")
  func full() {
    let agreement = Agreement(pairs([(0, 0, 3), (2, 2, 3), (4, 4, 3)]))
    #expect(isNear(agreement.kappa, 1) && isNear(agreement.upper, 1))
    let opposite = Agreement(pairs([(0, 4, 3), (4, 0, 3)]))
    #expect(isNear(opposite.kappa, -1) && isNear(opposite.lower, -1))
  }

  @Test("One grade throughout defines no kappa, and says so")
  func undefined() {
    let agreement = Agreement(pairs([(0, 0, 5)]))
    #expect(agreement.kappa == nil && agreement.lower == nil && agreement.upper == nil)
    #expect(agreement.percent == 100)
    #expect(agreement.reasons == ["kappa is not defined: all grades are the same one"])
  }

  @Test("Where one side is always the same grade kappa is 0 and has no interval")
  func oneSided() {
    let agreement = Agreement(pairs([(0, 0, 4), (1, 0, 1)]))
    #expect(isNear(agreement.kappa, 0) && agreement.lower == nil && agreement.upper == nil)
    #expect(agreement.reasons == ["no interval: one of the two is always the same grade"])
  }

  @Test("What was not answered is neither right nor wrong; no grade counts for percent alone")
  func missing() {
    let silent = Agreement([(nil, .grade(2)), (nil, .notGradable)])
    #expect(silent.percent == nil && silent.kappa == nil)
    #expect(silent.asked == 2 && silent.answered == 0)
    #expect(silent.reasons == ["nothing was answered"])
    let mixed = Agreement([(.notGradable, .notGradable), (.notGradable, .grade(0))])
    #expect(mixed.percent == 50 && mixed.graded == 0)
    #expect(mixed.reasons == ["no answer was a grade held against a grade"])
  }
}
