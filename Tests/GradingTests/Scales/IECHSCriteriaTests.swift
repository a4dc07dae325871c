import Clinical
import Grading
import Testing

@Suite("The criteria of IEC-HS, which the scale and the alert A28 share")
struct IECHSCriteriaTests {
  private let limits = AlertSettings()

  private func value(
    _ tenths: Int, _ comparator: Clinical.Comparator? = nil
  ) -> LabInterval {
    LabInterval(DecimalNumber(tenths: tenths), comparator: comparator)
  }

  @Test(
    "ferritin: more than twice its limit or the patient's own, or at least doubled in 24 h",
    arguments: [
      (6000, 3000, 3000, [], false), (6001, 3000, nil, [], true), (6000, nil, 3000, [], nil),
      (6001, nil, 3000, [], true), (6000, nil, nil, [3001], nil), (6000, nil, nil, [3000], true),
      (6000, 5000, 5000, [3001], false), (6000, nil, nil, [], nil), (6000, nil, 0, [], nil),
    ] as [(Int, Int?, Int?, [Int], Bool?)])
  func ferritin(_ now: Int, _ upper: Int?, _ own: Int?, _ before: [Int], _ isMet: Bool?) {
    #expect(
      IECHSCriteria.ferritin(
        value(now), upper: upper.map { value($0) }, baseline: own.map { value($0) },
        before: before.map { value($0) }, limits) == isMet)
  }

  @Test("a censored value decides only where its whole interval does")
  func censored() {
    func ferritin(_ value: LabInterval) -> Bool? {
      IECHSCriteria.ferritin(
        value, upper: self.value(3000), baseline: self.value(3000), before: [], limits)
    }
    #expect(ferritin(value(6000, .greater)) == true)
    #expect(ferritin(value(5000, .greater)) == nil)
    #expect(ferritin(value(6000, .less)) == false)
    #expect(ferritin(value(9000, .less)) == nil)
  }

  @Test(
    "AST or ALT: more than five times the limit, or the patient's own where there is one",
    arguments: [
      (2000, 400, nil, false), (2001, 400, nil, true), (2001, 500, 400, true),
      (2000, 500, 400, false), (2001, nil, nil, nil), (2000, nil, 400, nil), (2001, nil, 400, true),
    ] as [(Int, Int?, Int?, Bool?)])
  func transaminase(_ now: Int, _ upper: Int?, _ own: Int?, _ isMet: Bool?) {
    #expect(
      IECHSCriteria.transaminase(
        value(now), upper: upper.map { value($0) }, baseline: own.map { value($0) }, limits)
        == isMet)
  }

  @Test("fibrinogen below 1.5 g/L, and the first late day is 8")
  func others() {
    #expect(IECHSCriteria.fibrinogen(value(15), limits) == false)
    #expect(IECHSCriteria.fibrinogen(value(14), limits) == true)
    #expect(IECHSCriteria.fibrinogen(value(15, .less), limits) == true)
    #expect(IECHSCriteria.firstLateDay(limits) == 8)
  }
}
