import Clinical
import Testing

@Suite("Days of the calendar")
struct CalendarDateTests {
  private func date(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDate {
    try #require(CalendarDate(year: year, month: month, day: day))
  }

  @Test("every day from 1900 to 2199 follows the one before, and its number leads back to it")
  func everyDay() throws {
    var number = try date(1900, 1, 1).dayNumber
    #expect(number == -25_567)
    for year in 1900...2199 {
      for month in 1...12 {
        for day in 1...CalendarDate.length(ofMonth: month, year: year) {
          let date = try date(year, month, day)
          guard date.dayNumber == number, CalendarDate(dayNumber: number) == date else {
            Issue.record("\(date) is day \(date.dayNumber), not \(number)")
            return
          }
          number += 1
        }
      }
    }
    #expect(CalendarDate(dayNumber: 0).description == "1970-01-01")
  }

  @Test("days that do not exist are none")
  func impossible() {
    for (year, month, day) in [
      (2026, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0),
    ] { #expect(CalendarDate(year: year, month: month, day: day) == nil) }
    #expect(CalendarDate(year: 2000, month: 2, day: 29) != nil)
  }

  @Test("age is in completed years, on the birthday and the day before it")
  func years() throws {
    let birth = try date(2014, 3, 6)
    #expect(try date(2026, 3, 5).completedYears(since: birth) == 11)
    #expect(try date(2026, 3, 6).completedYears(since: birth) == 12)
    let leap = try date(2016, 2, 29)
    #expect(try date(2026, 2, 28).completedYears(since: leap) == 9)
    #expect(try date(2026, 3, 1).completedYears(since: leap) == 10)
  }

  @Test("an infant's age is in completed months")
  func months() throws {
    let birth = try date(2025, 8, 31)
    #expect(try date(2026, 2, 28).completedMonths(since: birth) == 5)
    #expect(try date(2026, 3, 31).completedMonths(since: birth) == 7)
    #expect(try date(2025, 9, 30).completedMonths(since: birth) == 0)
  }
}
