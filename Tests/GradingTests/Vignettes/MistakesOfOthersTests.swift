import Clinical
import Grading
import TestSupport
import Testing

@Suite("Mistakes seen in public graders, which this one must not make")
struct MistakesOfOthersTests {
  /// An adult with a fever at 10 h and nothing else wrong.
  private func febrile() -> History {
    var h = History()
    h.vitals(10, t: 38.5, sys: 118, spo2: 97)
    return h
  }

  @Test("ICE 0 is not always 4: awake with a global aphasia it is 3")
  func aphasia() {
    var h = History()
    h.level(10, .awake)
    h.ice(10, 0)
    #expect(h.icans(10).grade == 3 && h.icans(10).atMost == 3)
  }

  @Test("ICE 0 is a score, not a blank: it is never read as not entered")
  func falsyZero() {
    for ice in [
      ICE(total: 0),
      ICE(orientation: 0, naming: 0, commands: 0, writing: 0, attention: 0),
      ICE(items: Dictionary(uniqueKeysWithValues: ICEItem.allCases.map { ($0, 0) })),
    ] {
      var h = History()
      h.add(10, .ice(ice))
      h.level(10, .awake)
      #expect(h.icans(10).grade == 3 && h.icans(10).missing.isEmpty)
    }
  }

  @Test("No fever now is not no CRS: once it opened the episode, hypoxia drives the grade")
  func waiver() {
    var h = febrile()
    h.drug(11, "tocilizumab")
    h.drug(11, "paracetamol")
    h.oxygen(40, .nasalCannula, flow: 2)
    h.vitals(40, t: 36.6, sys: 118, spo2: 95)
    let crs = h.crs(40)
    #expect(crs.grade == 2 && crs.status == .final)
    #expect(crs.evidence.contains { $0.rule == "CRS-FEVER-WAIVED" && $0.choice == "D-03" })
  }

  @Test(
    "Hypotension in a patient who never had a fever is 0, provisional, never 2 and never silent")
  func neverFebrile() {
    var h = History()
    h.bolus(10)
    h.vitals(10, t: 36.9, sys: 80, spo2: 97)
    #expect(h.crs(10).grade == 0 && h.crs(10).status == .provisional)
    #expect(h.crs(10).flags == ["signsWithoutFever"])
  }

  @Test("Any dose of a vasopressor is 3; there is no low-dose grade 2 in this scale")
  func lowDose() {
    var h = febrile()
    h.add(
      10,
      .vasopressor(
        Vasopressor(
          agent: .norepinephrine, action: .start,
          rate: Quantity(DecimalNumber.of(0.01), .microgramPerKilogramMinute))))
    #expect(h.crs(10).grade == 3 && h.crs(10).status == .final)
  }

  @Test("CPAP and BiPAP are positive pressure: 4", arguments: [Oxygen.Device.cpap, .bipap, .niv])
  func positivePressure(_ device: Oxygen.Device) {
    var h = febrile()
    h.oxygen(10, device)
    #expect(h.crs(10).grade == 4)
  }

  @Test(
    "6 L/min is low flow and 6.1 is high, however the 6 is written",
    arguments: [
      (Quantity(6, .litrePerMinute), 2), (Quantity(DecimalNumber.of(6.0), .litrePerMinute), 2),
      (Quantity(6000, .millilitrePerMinute), 2),
      (Quantity(DecimalNumber.of(6.001), .litrePerMinute), 3),
      (Quantity(6100, .millilitrePerMinute), 3),
    ])
  func highFlow(_ flow: Quantity, _ grade: Int) {
    var h = febrile()
    h.add(10, .oxygen(Oxygen(device: .nasalCannula, flow: flow)))
    #expect(h.crs(10).grade == grade)
  }

  @Test("A face mask at 5 L/min is 3, not 2")
  func mask() {
    var h = febrile()
    h.oxygen(10, .simpleFaceMask, flow: 5)
    #expect(h.crs(10).grade == 3)
  }

  @Test("A saturation of 92 % on room air is no hypoxia of this scale")
  func saturation() {
    var h = febrile()
    h.vitals(10, spo2: 92)
    #expect(h.crs(10).grade == 1 && h.crs(10).status == .final)
  }

  @Test("Deep focal weakness is 4; tremor, drift and generalised weakness are nothing")
  func motor() {
    for sign in Motor.Sign.allCases {
      var h = History()
      h.ice(10, 10)
      h.add(10, .motor(Motor(finding: sign)))
      #expect(h.icans(10).grade == (sign == .deepFocalWeakness ? 4 : 0), "\(sign)")
    }
  }

  @Test("A blank domain is not a negative one")
  func blank() {
    var pressureOnly = History()
    pressureOnly.vitals(10, sys: 118)
    #expect(pressureOnly.crs(10).grade == nil && pressureOnly.crs(10).atMost == 4)
    #expect(pressureOnly.crs(10).missing.map(\.domain) == [.fever, .hypoxia])
    #expect(pressureOnly.icans(10).status == .indeterminate)
    var levelOnly = History()
    levelOnly.level(10, .awake)
    #expect(levelOnly.icans(10).grade == nil && levelOnly.icans(10).atLeast == 0)
  }

  @Test("The grade is the worst domain, never the sum")
  func maximum() {
    var h = febrile()
    h.pressor(10, .norepinephrine)
    h.oxygen(10, .nasalCannula, flow: 2)
    #expect(h.crs(10).grade == 3)
    h.ice(10, 3)
    h.seizure(10, seconds: 60, resolved: true, returned: true)
    #expect(h.icans(10).grade == 3)
  }

  @Test("No laboratory value changes a grade, however high")
  func laboratory() {
    var h = febrile()
    let before = h.assessment(12)
    let results = ["IL6", "FERR", "CRP", "IFNG"].map {
      LabResult(code: $0, value: 999_999, unit: "pg/mL")
    }
    h.add(11, .lab(Lab(results: results)))
    #expect(h.assessment(12) == before)
  }

  @Test("37.95 °C and 100.4 °F are a fever; 37.94 °C and 100.3 °F are none")
  func temperature() {
    for (value, unit, grade) in [
      (37.95, Unit.celsius, 1), (37.94, .celsius, 0), (100.4, .fahrenheit, 1),
      (100.3, .fahrenheit, 0),
    ] {
      var h = History()
      h.add(10, .vitals(Vitals(temperature: Quantity(DecimalNumber.of(value), unit))))
      h.vitals(10, sys: 118, spo2: 97)
      #expect(h.crs(10).grade == grade, "\(value) \(unit)")
    }
  }
}
