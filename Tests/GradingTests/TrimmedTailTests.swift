import Clinical
import Grading
import TestSupport
import Testing

@Suite("A kept end does not grow with the course")
struct TrimmedTailTests {
  @Test("Taken in event by event it keeps no more than the end of the whole course")
  func trimmed() throws {
    var h = History()
    for hour in stride(from: 2.0, through: 400, by: 2) {
      h.vitals(
        hour, t: 38.5, sys: hour.truncatingRemainder(dividingBy: 4) == 0 ? 84 : 118, spo2: 97)
    }
    var tail = GradedCourse([h.events[0]], zone: History.zone).end
    for event in h.events.dropFirst() {
      let isTaken = tail.append(event)
      #expect(isTaken)
    }
    #expect(try #require(tail.bytes).count == #require(h.graded.end.bytes).count)
    for hours in [400.0, 410, 430] {
      #expect(tail.assessment(at: History.at(hours)) == h.assessment(hours))
    }
  }
}
