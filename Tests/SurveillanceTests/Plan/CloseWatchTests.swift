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
    #expect(history.graded.grades(at: History.at(30)).crs.grade == nil)
    #expect(history.due(.vitals, 30)?.due == History.at(11))
    #expect(history.due(.vitals, 30)?.why.contains("every hour at CRS") == true)
  }

  @Test("the ward's line keeps the close watch as long as the plan does")
  func onTheWard() {
    var history = History()
    history.normal(6)
    history.vitals(10, t: 38.5, sys: 84, spo2: 97)
    func isClose(_ hours: Double) -> Bool {
      history.graded.end.recent(at: History.at(hours)).isSevere
    }
    // Unknown from 18 h on, and for days.
    for hours in [10.5, 17, 23, 60, 100] {
      #expect(isClose(hours), "at \(hours) h")
      #expect(
        history.due(.vitals, hours)?.why.contains("every hour at CRS") == true, "at \(hours) h")
    }
    // Whatever else comes in meanwhile, the end that is kept knows it too.
    history.add(70, .note("relatives were here"))
    #expect(isClose(72))
    history.vitals(80, t: 38.5, sys: 118, spo2: 97)
    #expect(isClose(84 - History.moment))
    #expect(!isClose(84))
    #expect(history.due(.vitals, 84)?.why.contains("every hour at CRS") == false)
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
