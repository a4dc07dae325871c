import Clinical
import Testing

@Suite("Moments and lengths of time")
struct InstantTests {
  @Test("exactly eight hours are eight hours, a microsecond more is not")
  func exact() {
    let then = Instant(microseconds: 0)
    #expect((then + .hours(8)) - then == .hours(8))
    #expect(Instant(microseconds: 28_800_000_001) - then > .hours(8))
  }

  @Test("whole minutes are rounded down, for times before too")
  func minutes() {
    #expect(TimeSpan.seconds(119).wholeMinutes == 1)
    #expect(TimeSpan.seconds(120).wholeMinutes == 2)
    #expect(TimeSpan.seconds(-1).wholeMinutes == -1)
    #expect(TimeSpan.seconds(-60).wholeMinutes == -1)
    #expect(TimeSpan.seconds(-61).wholeMinutes == -2)
    #expect(TimeSpan.zero.wholeMinutes == 0)
  }

  @Test("division rounds down on both sides of nothing")
  func floor() {
    #expect(floorDivide(7, 2) == 3)
    #expect(floorDivide(-7, 2) == -4)
    #expect(floorDivide(-8, 2) == -4)
    #expect(floorDivide(7, -2) == -4)
  }

  @Test("an event's years begin and end where they should")
  func limits() {
    let day: Int64 = 86_400_000_000
    #expect(
      CalendarDate(dayNumber: Instant.earliest.microseconds / day).description == "1900-01-01")
    #expect(CalendarDate(dayNumber: Instant.latest.microseconds / day).description == "2200-01-01")
  }
}
