import Clinical
import Grading
import TestSupport
import Testing

@Suite("CRS along a course")
struct CRSCourseTests {
  @Test("Nothing is graded before the infusion, and the day is unknown without one")
  func beforeInfusion() {
    var h = History(infused: false)
    h.vitals(-2, t: 39, sys: 80, spo2: 85)
    let a = h.assessment(-1)
    #expect(a.day == nil)
    #expect(a.crs.status == .notApplicable)
    #expect(a.crs.grade == nil && a.crs.atLeast == nil && a.crs.atMost == nil)
    #expect(a.crs.missing.isEmpty && a.crs.evidence.isEmpty)
  }

  @Test("An infused patient without any reading is indeterminate, never 0")
  func nothingRecorded() {
    let a = History().assessment(1)
    for scale in [a.crs, a.icans] {
      #expect(scale.status == .indeterminate)
      #expect(scale.grade == nil)
      #expect(scale.atLeast == 0 && scale.atMost == 4)
    }
    #expect(a.crs.missing.map(\.domain) == [.fever, .hypotension, .hypoxia])
    #expect(a.icans.missing.map(\.domain) == [.cognition, .consciousness])
    #expect(a.icans.notEntered == [.seizure, .motor, .intracranial])
    #expect(a.crs.missing.allSatisfy { $0.why == .neverRecorded })
  }

  @Test("The contract's example: fever and 4 L/min by cannula is grade 2, explained")
  func contractExample() {
    var h = History()
    h.vitals(80, t: 38.2, sys: 112, spo2: 95)
    h.oxygen(112.25, .nasalCannula, flow: 4)
    h.vitals(114.1667, t: 38.4, sys: 92, spo2: 93)
    let crs = h.crs(114.1667)
    #expect(crs.grade == 2 && crs.status == .final)
    #expect(crs.evidence.map(\.rule) == ["CRS-HYPOXIA-LOWFLOW", "CRS-FEVER"])
    #expect(crs.evidence.map(\.ageMinutes) == [115, 0])
    #expect(crs.evidence.first?.text == "nasal cannula 4 L/min since 02:15")
    #expect(crs.wouldChange.first?.grade == 3)
    #expect(crs.wouldChange.first?.text == "nasal cannula above 6 L/min, or a mask")
    #expect(crs.episode?.number == 1 && crs.episode?.maximum == 2)
    #expect(crs.missing.isEmpty)
  }

  @Test("38.0 °C is a fever, 37.9 is not; a probe's 37.95 is rounded up to one")
  func feverBoundary() {
    for (value, grade) in [(37.9, 0), (37.94, 0), (37.95, 1), (38.0, 1)] {
      var h = History()
      h.vitals(10, t: value, sys: 118, spo2: 98)
      #expect(h.crs(10).grade == grade, "\(value)")
    }
  }

  @Test("An adult's systolic pressure under 90 prompts 2, and a bolus makes it firm")
  func lowPressure() {
    var h = History()
    h.vitals(10, t: 38.5, sys: 89, spo2: 98)
    #expect(h.crs(10).grade == 2 && h.crs(10).status == .provisional)
    h.bolus(10.1)
    #expect(h.crs(10.1).grade == 2 && h.crs(10.1).status == .final)
    h.vitals(11, t: 38.5, sys: 90, spo2: 98)
    #expect(h.crs(13).grade == 2)
    // At exactly 4 h the bolus has ended, and an adequate pressure followed it.
    #expect(h.crs(14.1).grade == 1)
  }

  @Test("Missing never lowers: readings that run out leave the open episode as a lower bound")
  func silence() {
    var h = History()
    h.vitals(10, t: 38.5, sys: 118, spo2: 98)
    #expect(h.crs(17.9).grade == 1)
    let after = h.crs(18)
    #expect(after.status == .indeterminate && after.grade == nil)
    #expect(after.atLeast == 1 && after.atMost == 4)
    #expect(after.last?.grade == 1 && after.last?.at == History.at(10))
    #expect(h.crs(400).atLeast == 1)
  }

  @Test("An episode closes with the first complete clear set 24 h after the last sign")
  func closing() {
    var h = History()
    h.vitals(10, t: 38.5, sys: 118, spo2: 98)
    for hour in stride(from: 14.0, through: 30, by: 4) { h.normal(hour) }
    #expect(h.crs(33.9).grade == 1)
    h.vitals(34, t: 36.7)
    #expect(h.crs(34).episode?.ended == nil, "pressure is not part of the set")
    h.normal(34.5)
    let closed = h.crs(34.5)
    #expect(closed.grade == 0 && closed.episode?.ended == History.at(34.5))
    #expect(closed.worst24h == 1)
    #expect(h.crs(34.6).status == .final)
  }

  @Test("Paracetamol within 24 h holds an episode of fever alone open; tocilizumab does not")
  func antipyreticHolds() {
    for (drug, isOpen) in [("paracetamol", true), ("tocilizumab", false)] {
      var h = History()
      h.vitals(10, t: 38.5, sys: 118, spo2: 98)
      h.drug(20, drug)
      for hour in stride(from: 14.0, through: 34, by: 4) { h.normal(hour) }
      #expect((h.crs(34).episode?.ended == nil) == isOpen, "\(drug)")
    }
  }

  @Test("After closing, hypotension under tocilizumab opens a second, masked episode")
  func masked() {
    var h = History()
    h.vitals(10, t: 38.5, sys: 118, spo2: 98)
    h.drug(11, "托珠单抗")
    for hour in stride(from: 14.0, through: 34, by: 4) { h.normal(hour) }
    #expect(h.crs(34).grade == 0)
    h.vitals(60, t: 36.9, sys: 82, spo2: 97)
    let again = h.crs(60)
    #expect(again.grade == 2 && again.status == .provisional)
    #expect(again.flags.contains("possibleMaskedCRS"))
    #expect(again.episode?.number == 2)
  }

  @Test("Signs without any fever are 0, provisional, and say so")
  func withoutFever() {
    var h = History()
    h.normal(8)
    h.oxygen(9, .nasalCannula, flow: 3)
    h.vitals(9, t: 36.8, sys: 118, spo2: 93)
    let crs = h.crs(9)
    #expect(crs.grade == 0 && crs.status == .provisional)
    #expect(crs.flags == ["signsWithoutFever"])
    #expect(crs.evidence.contains { $0.rule == "CRS-SIGNS-WITHOUT-FEVER" && $0.choice == "D-04" })
    h.drug(9.5, "paracetamol")
    #expect(h.crs(9.5).flags == ["possibleMaskedCRS", "signsWithoutFever"])
  }

  @Test("A pressure that was not taken bounds from above, and a plain 0 needs all that matters")
  func partial() {
    var h = History()
    h.vitals(10, t: 38.5, spo2: 98)
    #expect(h.crs(10).status == .partial && h.crs(10).grade == 1)
    #expect(h.crs(10).atLeast == 1 && h.crs(10).atMost == 2)
    var calm = History()
    calm.vitals(10, t: 36.8)
    #expect(calm.crs(10).grade == 0 && calm.crs(10).status == .final)
    var noTemperature = History()
    noTemperature.vitals(10, sys: 118, spo2: 98)
    #expect(noTemperature.crs(10).grade == nil)
    #expect(noTemperature.crs(10).atLeast == 0 && noTemperature.crs(10).atMost == 1)
  }

  @Test("An attribution silences the whole domain, vasopressors included, and lapses after 24 h")
  func attribution() {
    var h = History()
    h.vitals(10, t: 38.5, sys: 118, spo2: 98)
    h.pressor(12, .norepinephrine)
    #expect(h.crs(12).grade == 3)
    h.attribute(13, .hypotension, .other)
    #expect(h.crs(13).grade == 1)
    for hour in stride(from: 14.0, through: 40, by: 4) {
      h.vitals(hour, t: 38.1, sys: 110, spo2: 98)
    }
    #expect(h.crs(24).status == .final)
    #expect(h.crs(25.5).status == .provisional, "older than 12 h")
    #expect(h.crs(36.99).grade == 1)
    #expect(h.crs(37).grade == 3)
    #expect(h.crs(37).flags.contains("attributionLapsed"))
  }

  @Test("Death of CRS is 5; of another cause the last grade stays, final")
  func death() {
    for (cause, grade) in [(Status.PrincipalCause.crs, 5), (.infection, 3)] {
      var h = History()
      h.vitals(10, t: 38.5, sys: 118, spo2: 98)
      h.pressor(12, .norepinephrine)
      h.add(20, .status(Status(state: .death, principalCause: cause)))
      let crs = h.crs(100)
      #expect(crs.grade == grade && crs.status == .final)
      #expect(crs.atLeast == grade && crs.atMost == grade)
    }
  }

  @Test("An adjudication stands beside the grade until the grade changes or 24 h are over")
  func adjudication() {
    var h = History()
    for hour in stride(from: 10.0, through: 40, by: 4) {
      h.vitals(hour, t: 38.5, sys: 118, spo2: 98)
    }
    h.add(
      11, .adjudication(Adjudication(scale: "CRS", grade: 2, computed: 1)), by: "lee",
      reason: "looks worse")
    #expect(h.crs(11).grade == 1)
    #expect(h.crs(11).adjudicated?.grade == 2 && h.crs(11).adjudicated?.by == "lee")
    #expect(h.crs(34.99).adjudicated != nil)
    #expect(h.crs(35).adjudicated == nil)
    h.oxygen(15, .nasalCannula, flow: 2)
    #expect(h.crs(15).adjudicated == nil)
  }
}
