import Clinical
import Testing

@Suite("The mean pressure that is worked out")
struct MeanPressureTests {
  @Test(
    "A third of the way from the diastolic to the systolic, without decimals",
    arguments: [(120, 60, 80), (121, 60, 80), (122, 60, 81), (90, 50, 63), (60, 60, 60)])
  func mean(_ systolic: Int, _ diastolic: Int, _ mean: Int) {
    #expect(
      Vitals.meanArterial(systolic: DecimalNumber(systolic), diastolic: DecimalNumber(diastolic))
        == DecimalNumber(mean))
  }
}
