import Clinical
import Testing

@Suite("A quantity is seen by rules in one unit")
struct MeasureTests {
  private func normal(
    _ measure: Measure, _ coefficient: Int64, _ exponent: Int, _ unit: Unit
  ) throws -> String? {
    let value = try #require(DecimalNumber(coefficient: coefficient, exponent: exponent))
    return measure.normalised(value, unit)?.description
  }

  @Test("100.4 °F is exactly 38 °C, the limit of a fever")
  func fever() throws {
    #expect(try normal(.temperature, 1004, -1, .fahrenheit) == "38")
    #expect(try normal(.temperature, 1003, -1, .fahrenheit) == "37.944444444")
    #expect(try normal(.temperature, 98, 0, .fahrenheit) == "36.666666667")
    #expect(try normal(.temperature, 384, -1, .celsius) == "38.4")
  }

  @Test("12 kPa is 90.0 mmHg and a little more")
  func pressure() throws {
    #expect(try normal(.systolic, 12, 0, .kilopascal) == "90.007389101")
    #expect(try normal(.systolic, 119, -1, .kilopascal) == "89.257327526")
  }

  @Test(
    "the other conversions are powers of ten and exact",
    arguments: [
      (Measure.spo2, 93, -2, Unit.one, "93"), (.fio2, 4, -1, .one, "40"),
      (.flow, 500, 0, .millilitrePerMinute, "0.5"), (.volume, 15, -1, .litre, "1500"),
      (.weight, 3200, 0, .gram, "3.2"), (.height, 165, -2, .metre, "165"),
      (.duration, 5, 0, .minute, "300"), (.duration, 15, -1, .hour, "5400"),
    ] as [(Measure, Int64, Int, Unit, String)])
  func exact(measure: Measure, coefficient: Int64, exponent: Int, unit: Unit, text: String) throws {
    #expect(try normal(measure, coefficient, exponent, unit) == text)
  }

  @Test("a unit that does not fit gives nothing, never a guess")
  func unfit() throws {
    #expect(try normal(.temperature, 38, 0, .millimetreOfMercury) == nil)
    #expect(try normal(.flow, 4, 0, .litre) == nil)
    #expect(try normal(LabVariable.interleukin6.measure, 4, 0, .unitPerMillilitre) == nil)
    #expect(try normal(LabVariable.dDimer.measure, 4, 0, .milligramPerLitre) == nil)
    #expect(!Measure.pressorRateUnits.contains(.millilitrePerHour))
    #expect(!Measure.drugDoseUnits.contains(.millilitrePerHour))
  }

  @Test(
    "laboratory units as the table of codes has them",
    arguments: [
      (LabVariable.creatinine, 1, 0, Unit.milligramPerDecilitre, "88.42"),
      (.totalBilirubin, 1, 0, .milligramPerDecilitre, "17.104"),
      (.fibrinogen, 150, 0, .milligramPerDecilitre, "1.5"),
      (.haemoglobin, 81, -1, .gramPerDecilitre, "81"),
      (.interleukin6, 1, 0, .nanogramPerMillilitre, "1000"),
      (.ferritin, 500, 0, .nanogramPerMillilitre, "500"),
      (.platelets, 50_000, 0, .perMicrolitre, "50"),
      (.neutrophils, 5, -1, .thousandPerMicrolitre, "0.5"),
      (.carCells, 7, -3, .billionPerLitre, "7"),
      (.carPercentage, 5, -1, .one, "50"),
    ] as [(LabVariable, Int64, Int, Unit, String)])
  func laboratory(
    variable: LabVariable, coefficient: Int64, exponent: Int, unit: Unit, text: String
  ) throws {
    #expect(try normal(variable.measure, coefficient, exponent, unit) == text)
  }

  @Test("every laboratory variable takes its own unit unchanged, and no unit twice")
  func everyVariable() throws {
    for variable in LabVariable.allCases {
      let measure = variable.measure
      #expect(measure.name == variable.rawValue)
      #expect(measure.normalised(7, measure.unit) == 7)
      let units = measure.conversions.map(\.unit)
      #expect(Set(units).count == units.count, "\(variable)")
    }
  }

  @Test("what cannot be true lies outside these limits, which are possible themselves")
  func possible() {
    let limits: [(Measure, ClosedRange<DecimalNumber>)] = [
      (.temperature, 25...45), (.systolic, 30...300), (.heartRate, 10...300), (.spo2, 1...100),
      (.respiratoryRate, 0...100), (.weight, 2...250), (.flow, 0...80), (.fio2, 21...100),
    ]
    for (measure, range) in limits { #expect(measure.possible == range, "\(measure.name)") }
  }
}
