import Testing

@testable import Outcomes

@Suite("Numbers as a person reads them")
struct NumberTextTests {
  @Test("so many places, rounded half away from zero")
  func places() {
    #expect(NumberText.fixed(0.125, places: 2) == "0.13")
    #expect(NumberText.fixed(-0.125, places: 2) == "-0.13")
    #expect(NumberText.fixed(95, places: 1) == "95.0")
    #expect(NumberText.fixed(0, places: 0) == "0")
    #expect(NumberText.fixed(0.004, places: 2) == "0.00")
  }

  @Test("so many digits, and every one before the point")
  func digits() {
    #expect(NumberText.significant(318_200, digits: 4) == "318200")
    #expect(NumberText.significant(12.3456, digits: 4) == "12.35")
    #expect(NumberText.significant(0.000123456, digits: 3) == "0.000123")
    #expect(NumberText.significant(0, digits: 3) == "0")
    #expect(NumberText.significant(1, digits: 4) == "1.000")
  }
}
