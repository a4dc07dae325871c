import Clinical
import Grading
import TestSupport
import Testing

@Suite("What screens ask of grading instead of working it out again")
struct ScreenQuestionTests {
  @Test("38.0 °C after rounding is a fever for the screen too; the axilla counts by its offset")
  func fever() {
    var h = History()
    h.vitals(4, t: 37.95, sys: 118, spo2: 98)
    let course = h.graded
    #expect(course.feverLimit.isFever(DecimalNumber.of(37.95), site: nil))
    #expect(!course.feverLimit.isFever(DecimalNumber.of(37.94), site: nil))
    #expect(course.end.isNewestTemperatureFever == true)
    h.setting(5, "D-02", .text("none"))
    h.setting(5, "D-18", .number(5))
    let bedside = h.graded.bedside(at: History.at(6))
    #expect(!bedside.feverLimit.isFever(DecimalNumber.of(37.95), site: .oral))
    #expect(bedside.feverLimit.isFever(DecimalNumber.of(37.5), site: .axillary))
    #expect(!bedside.feverLimit.isFever(DecimalNumber.of(37.5), site: .oral))
    #expect(h.graded.end.feverLimit.isFever(DecimalNumber.of(37.5), site: .axillary))
    #expect(History().graded.end.isNewestTemperatureFever == nil)
  }

  @Test("The SpO2 that is low: the patient's own limit, the ward's, the one that grades")
  func saturation() throws {
    var h = History()
    #expect(h.graded.saturationLimit(at: History.at(9)) == 90)
    h.setting(2, "D-14", .number(88))
    #expect(h.graded.saturationLimit(at: History.at(1)) == 90)
    #expect(h.graded.saturationLimit(at: History.at(9)) == 88)
    h.setting(2, "D-14", .number(0))
    #expect(h.graded.saturationLimit(at: History.at(9)) == nil)
    h.setting(3, "limits.spo2.low", .number(92))
    #expect(h.graded.end.saturationLimit == 92)
    h.add(4, .setting(Setting(name: "limits.spo2.low", value: .number(86))), reason: "COPD")
    #expect(h.graded.bedside(at: History.at(9)).saturationLimit == 86)
    let bytes = try #require(h.graded.end.bytes)
    let kept = try #require(GradedTail(bytes: bytes, zone: History.zone))
    #expect(kept.saturationLimit == 86)
    h.add(5, .setting(Setting(name: "limits.spo2.low", value: .null)), reason: "as the ward")
    #expect(h.graded.saturationLimit(at: History.at(9)) == 92)
  }

  @Test("A seizure that goes on is prolonged after 5 min 0 s, or by the minutes entered")
  func seizure() {
    var h = History()
    h.add(10, .seizure(Seizure(resolved: false)))
    let at = History.at(10)
    let running = h.graded.bedside(at: at).seizure
    #expect(running?.isProlonged(at: at + .minutes(5)) == false)
    #expect(running?.isProlonged(at: at + .seconds(301)) == true)
    var other = History()
    other.add(10, .seizure(Seizure(duration: Quantity(6, .minute), resolved: false)))
    #expect(other.graded.bedside(at: at).seizure?.isProlonged(at: at) == true)
  }

  @Test("Of two unnamed vasopressors the one of that name is meant, whatever its case")
  func sameDrug() {
    var h = History()
    h.pressor(10, .other, name: "Drug A")
    h.pressor(10, .other, name: "drug B")
    let bedside = h.graded.bedside(at: History.at(11))
    let entry = Vasopressor(agent: .other, name: " DRUG b ", action: .stop)
    #expect(bedside.agent(of: entry)?.name == "drug b")
    #expect(bedside.agent(of: Vasopressor(agent: .dopamine, action: .stop)) == nil)
  }

  @Test("The graver of the computed and the clinician's grade is what urgency goes by")
  func gravest() {
    var h = History()
    h.vitals(10, t: 38.5, sys: 118, spo2: 98)
    #expect(h.graded.grades(at: History.at(10)).crs.gravest == 1)
    h.add(10.5, .adjudication(Adjudication(scale: "CRS", grade: 3)), reason: "shock")
    #expect(h.graded.grades(at: History.at(11)).crs.gravest == 3)
    h.pressor(11, .norepinephrine)
    h.pressor(11, .epinephrine)
    #expect(h.graded.grades(at: History.at(11)).crs.gravest == 4)
    #expect(History(infused: false).graded.grades(at: History.at(11)).crs.gravest == nil)
  }
}
