import Clinical
import Grading
import TestSupport
import Testing

@testable import Surveillance

@Suite("The close watch at grade 2 and more")
struct CloseWatchTests {
  @Test("readings that run out do not end it: a grade that is not known is no fall")
  func unknownGrade() {
    var history = History()
    history.normal(6)
    history.vitals(10, t: 38.5, sys: 84, spo2: 97)
    // At 18 h the readings have expired and CRS is indeterminate.
    #expect(history.surveillance(30).grades.crs.grade == nil)
    #expect(history.due(.vitals, 30)?.due == History.at(11))
    #expect(history.due(.vitals, 30)?.why.contains("every hour at CRS") == true)
  }

  @Test("4 h after the last grade 2 it is over")
  func over() {
    var history = History()
    history.normal(6)
    history.vitals(10, t: 38.5, sys: 84, spo2: 97)
    history.vitals(11, t: 38.5, sys: 118, spo2: 97)
    history.vitals(16, t: 38.5, sys: 118, spo2: 97)
    #expect(history.due(.vitals, 16)?.due == History.at(20))
  }
}
