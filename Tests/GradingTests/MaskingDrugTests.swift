import Clinical
import Grading
import TestSupport
import Testing

@Suite("Several drugs that may hide a fever")
struct MaskingDrugTests {
  /// An episode of fever that closed on day 1; hypotension at `hours`.
  private func low(_ hours: Double, _ drugs: (inout History) -> Void) -> ScaleAssessment {
    var h = History()
    h.vitals(10, t: 38.5, sys: 118, spo2: 98)
    for hour in stride(from: 14.0, through: 34, by: 4) { h.normal(hour) }
    drugs(&h)
    h.vitals(hours, t: 36.9, sys: 82, spo2: 97)
    return h.crs(hours)
  }

  @Test("Dexamethasone that runs still masks days after one dose of anakinra")
  func besideAnother() {
    let crs = low(288) {
      $0.drug(192, "dexamethasone", .start)
      $0.drug(216, "anakinra", .give)
    }
    #expect(crs.grade == 2 && crs.status == .provisional)
    #expect(crs.flags.contains("possibleMaskedCRS"))
  }

  @Test("Its stop is heard although another drug was given meanwhile, and it masks for 48 h more")
  func stop() {
    func course(_ hours: Double) -> ScaleAssessment {
      low(hours) {
        $0.drug(192, "dexamethasone", .start)
        $0.drug(200, "anakinra")
        $0.drug(240, "dexamethasone", .stop)
      }
    }
    #expect(course(280).grade == 2)
    #expect(course(288).grade == 0)
    #expect(course(288).flags.contains("signsWithoutFever"))
  }

  @Test("An extra dose of a drug that runs does not end it")
  func extraDose() {
    let crs = low(260) {
      $0.drug(192, "dexamethasone", .start)
      $0.drug(200, "dexamethasone", .give)
    }
    #expect(crs.grade == 2)
  }

  @Test("Paracetamol that runs holds an episode of fever open whatever ibuprofen was given")
  func antipyretic() {
    var h = History()
    h.vitals(10, t: 38.5, sys: 118, spo2: 98)
    h.drug(11, "paracetamol", .start)
    h.drug(12, "ibuprofen")
    for hour in stride(from: 14.0, through: 46, by: 4) { h.normal(hour) }
    #expect(h.crs(46).episode?.ended == nil)
    h.drug(47, "paracetamol", .stop)
    for hour in stride(from: 50.0, through: 74, by: 4) { h.normal(hour) }
    #expect(h.crs(70).episode?.ended == nil)
    #expect(h.crs(74).episode?.ended == History.at(74))
  }
}
