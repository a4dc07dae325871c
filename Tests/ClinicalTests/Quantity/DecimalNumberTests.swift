import Clinical
import Testing

@Suite("Numbers are the decimals that were written")
struct DecimalNumberTests {
  private func number(_ coefficient: Int64, _ exponent: Int = 0) throws -> DecimalNumber {
    try #require(DecimalNumber(coefficient: coefficient, exponent: exponent))
  }

  @Test("equal numbers are equal values however they were written")
  func lowestForm() throws {
    #expect(try number(3840, -2) == number(384, -1))
    #expect(try number(600, -2) == 6)
    #expect(try number(0, 40) == .zero)
    #expect(DecimalNumber(tenths: 380) == 38)
    #expect(try number(1000).exponent == 3)
  }

  @Test("at most 15 significant digits, and nothing that is never measured")
  func limits() throws {
    #expect(DecimalNumber(coefficient: 123_456_789_012_345, exponent: 0) != nil)
    #expect(DecimalNumber(coefficient: 1_234_567_890_123_456, exponent: 0) == nil)
    #expect(DecimalNumber(coefficient: 1_234_567_890_123_450, exponent: 0) != nil)
    #expect(DecimalNumber(coefficient: 1, exponent: 60) != nil)
    #expect(DecimalNumber(coefficient: 1, exponent: 61) == nil)
    #expect(DecimalNumber(coefficient: 1, exponent: -60) != nil)
    #expect(DecimalNumber(coefficient: 1, exponent: -61) == nil)
    #expect(DecimalNumber(coefficient: .min, exponent: 0) == nil)
  }

  @Test(
    "written as ECMAScript does",
    arguments: [
      (384, -1, "38.4"), (-5, -1, "-0.5"), (1, -6, "0.000001"), (1, -7, "1e-7"),
      (25, -8, "2.5e-7"), (1, 20, "100000000000000000000"), (1, 21, "1e+21"),
      (123, 19, "1.23e+21"), (-12, 0, "-12"), (0, 0, "0"), (1_000_001, -3, "1000.001"),
    ] as [(Int64, Int, String)])
  func description(coefficient: Int64, exponent: Int, text: String) throws {
    #expect(try number(coefficient, exponent).description == text)
  }

  @Test("the order is that of the values, over all pairs of many sizes and signs")
  func order() throws {
    var values: [DecimalNumber] = []
    for exponent in stride(from: -60, through: 45, by: 15) {
      for coefficient in [1, 9, 10, 11, 99, 123_456_789_012_345, 999_999_999_999_999] as [Int64] {
        for sign in [-1, 1] as [Int64] {
          if let value = DecimalNumber(coefficient: sign * coefficient, exponent: exponent) {
            values.append(value)
          }
        }
      }
    }
    values.append(.zero)
    for a in values {
      for b in values {
        #expect((a < b) == (a.double < b.double), "\(a) and \(b)")
        #expect((a == b) == (a.double == b.double), "\(a) and \(b)")
      }
    }
  }

  @Test("a hair more than a limit is more, where binary floating point would not tell")
  func hair() throws {
    #expect(try number(600_000_000_000_001, -14) > 6)
    #expect(try number(379_499_999_999_999, -13) < number(3795, -2))
    #expect(try number(1, -1) + number(2, -1) == number(3, -1))
  }

  @Test(
    "rounded half up, toward plus infinity at a tie",
    arguments: [
      (3795, -2, 1, 380), (3794, -2, 1, 379), (37949, -3, 1, 379), (38, 0, 1, 380), (5, -1, 0, 1),
      (-5, -1, 0, 0), (-15, -1, 0, -1), (-16, -1, 0, -2), (1, -30, 0, 0), (-1, -30, 0, 0),
    ] as [(Int64, Int, Int, Int)])
  func rounding(coefficient: Int64, exponent: Int, places: Int, expected: Int) throws {
    #expect(try number(coefficient, exponent).roundedHalfUp(places: places) == expected)
  }

  @Test("rounding what no whole number holds stays at the end of the range")
  func saturation() throws {
    #expect(try number(1, 40).roundedHalfUp(places: 1) == .max)
    #expect(try number(-1, 40).roundedHalfUp(places: 1) == .min)
  }

  @Test("a whole number is told from one with a fraction and one that is too large")
  func whole() throws {
    #expect(try number(12, 2).whole == 1200)
    #expect(try number(-7).whole == -7)
    #expect(try number(15, -1).whole == nil)
    #expect(try number(1, 30).whole == nil)
  }

  @Test("sums and differences are exact")
  func sums() throws {
    #expect(try number(3701, -2) - number(1, -2) == 37)
    #expect(try number(1012, -1) - 32 == number(692, -1))
    #expect(try number(-5, -1) + number(5, -1) == .zero)
  }

  @Test("a product with a fraction is rounded half up to the places asked for")
  func scaled() throws {
    #expect(try number(692, -1).scaled(by: 5, over: 9, places: 9) == number(38_444_444_444, -9))
    #expect(try number(1).scaled(by: 1, over: 3, places: 2) == number(33, -2))
    #expect(try number(1).scaled(by: 2, over: 3, places: 2) == number(67, -2))
    #expect(try number(-1).scaled(by: 1, over: 2, places: 0) == .zero)
    #expect(try number(50_000).scaled(by: 1, over: 1000, places: 9) == 50)
  }
}
