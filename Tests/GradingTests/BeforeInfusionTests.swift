import Clinical
import Grading
import TestSupport
import Testing

@Suite("What was over before the infusion grades nothing after it")
struct BeforeInfusionTests {
  static func seizure(_ seconds: Int = 60, returned: Bool? = true) -> Content {
    .seizure(
      Seizure(
        duration: Quantity(DecimalNumber(seconds), .second), resolved: true,
        returnedToBaseline: returned))
  }

  /// A febrile convulsion on day -3, well the day before the infusion.
  static var convulsion: History {
    var h = History()
    h.add(-72, seizure())
    h.ice(-24, 10)
    h.ice(1, 10)
    return h
  }

  @Test("A seizure on day -3, back to baseline, and ICE 10 the day before: ICANS 0")
  func seizure() {
    let icans = Self.convulsion.icans(1)
    #expect(icans.grade == 0 && icans.status == .final)
    #expect(icans.evidence.isEmpty)
    #expect(Self.convulsion.icans(0).grade != 3)
  }

  @Test("A seizure of the last 24 h, one that goes on, and one nobody looked after still speak")
  func stillSpeaks() {
    var h = History()
    h.add(-2, Self.seizure())
    h.ice(-1, 10)
    h.ice(1, 10)
    #expect(h.icans(1).grade == 3)
    h.ice(22.5, 10)
    #expect(h.icans(22.5).grade == 0)
    var ongoing = History()
    ongoing.add(-30, .seizure(Seizure(resolved: false)))
    ongoing.ice(-1, 10)
    ongoing.ice(1, 10)
    #expect(ongoing.icans(1).grade == 4)
    var unseen = History()
    unseen.add(-72, Self.seizure())
    #expect(unseen.icans(0).grade == 3)
  }

  @Test("A bolus on day -2 that a pressure of 118 answered: T 38.1 after the infusion is CRS 1")
  func bolus() {
    var h = History()
    h.bolus(-47)
    h.vitals(-46, t: 36.8, sys: 118, spo2: 98)
    h.vitals(2, t: 38.1, sys: 118, spo2: 98)
    #expect(h.crs(2).grade == 1)
    // A pressure under the limit answers nothing, and neither does one before the bolus.
    var low = History()
    low.vitals(-48, sys: 118)
    low.bolus(-47)
    low.vitals(-46, sys: 84)
    low.vitals(2, t: 38.1, spo2: 98)
    #expect(low.crs(2).grade == 2)
  }

  @Test("Event by event, in any order, it is the same as all at once")
  func incremental() throws {
    var h = Self.convulsion
    h.bolus(-47)
    h.vitals(-46, t: 36.8, sys: 118, spo2: 98)
    h.vitals(2, t: 38.1, sys: 118, spo2: 98)
    let whole = h.graded.timeline(through: History.at(40))
    for events in [h.events, h.events.reversed()] {
      var course = GradedCourse(zone: History.zone)
      for event in events { course.insert(event) }
      #expect(course.timeline(through: History.at(40)) == whole)
    }
    let sorted = h.events.sorted {
      $0.at.start(in: History.zone) < $1.at.start(in: History.zone)
    }
    var tail = GradedCourse([sorted[0]], zone: History.zone).end
    for event in sorted.dropFirst() {
      let isTaken = tail.append(event)
      #expect(isTaken)
    }
    #expect(tail.assessment(at: History.at(3)) == h.assessment(3))
  }
}
