import Clinical
import Testing

@Suite("Units are UCUM codes, with everyday spellings on input")
struct UnitTests {
  @Test("every code is its own spelling, and no spelling means two units")
  func spellings() {
    for unit in Unit.allCases { #expect(Unit(spelling: unit.rawValue) == unit) }
    let all = Unit.allSpellings
    #expect(Set(all).count == all.count)
    for spelling in all { #expect(Unit(spelling: spelling) != nil, "\(spelling)") }
  }

  @Test(
    "the spellings that the format names",
    arguments: [
      ("°C", Unit.celsius), ("C", .celsius), ("degC", .celsius), ("°F", .fahrenheit),
      ("[degF]", .fahrenheit), ("bpm", .perMinute), ("mmHg", .millimetreOfMercury),
      ("kPa", .kilopascal), ("l/min", .litrePerMinute), ("ng/L", .picogramPerMillilitre),
      ("10^9/L", .billionPerLitre), ("G/L", .billionPerLitre), ("/uL", .perMicrolitre),
      ("mcg", .microgram), ("copies/ug", .copiesPerMicrogram), ("cells/uL", .cellsPerMicrolitre),
    ])
  func named(spelling: String, unit: Unit) { #expect(Unit(spelling: spelling) == unit) }

  @Test(
    "case matters: a gram is no giga, milli no mega", arguments: ["cel", "MG", "ML", "KG", "k", ""])
  func caseMatters(spelling: String) { #expect(Unit(spelling: spelling) == nil) }

  @Test("a dose in micrograms never reads as one letter more or less than mcg")
  func doses() {
    for unit in Measure.pressorRateUnits + Measure.drugDoseUnits {
      let label = unit.label
      #expect(!label.contains("ug") && !label.contains("µ") && !label.contains("μ"), "\(label)")
    }
    #expect(Unit.microgramPerKilogramMinute.label == "mcg/kg/min")
  }
}
