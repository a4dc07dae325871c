import Clinical
import Testing

@Suite("A site's zone")
struct ZoneTests {
  private func instant(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0) throws -> Instant {
    let date = try #require(CalendarDate(year: year, month: month, day: day))
    return Instant(microseconds: (date.dayNumber * 86_400 + Int64(hour) * 3600) * 1_000_000)
  }

  @Test("Shanghai is eight hours ahead, and its day begins at 16:00 UTC")
  func shanghai() throws {
    let zone = try #require(Zone(identifier: "Asia/Shanghai"))
    let evening = try instant(2026, 3, 5, 16)
    #expect(zone.offset(at: evening) == 28_800)
    #expect(zone.date(of: evening).description == "2026-03-06")
    #expect(zone.date(of: evening - .seconds(1)).description == "2026-03-05")
    #expect(zone.startOfDay(zone.date(of: evening)) == evening)
  }

  @Test("a day is 23 or 25 hours long where the clocks change, and still one day")
  func clockChange() throws {
    let zone = try #require(Zone(identifier: "Europe/Berlin"))
    func length(_ month: Int, _ day: Int) throws -> TimeSpan {
      let date = try #require(CalendarDate(year: 2026, month: month, day: day))
      let start = zone.startOfDay(date)
      #expect(zone.date(of: start) == date)
      #expect(zone.dayNumber(of: start - .seconds(1)) == date.dayNumber - 1)
      return zone.startOfDay(number: date.dayNumber + 1) - start
    }
    #expect(try length(3, 29) == .hours(23))
    #expect(try length(10, 25) == .hours(25))
    #expect(try length(3, 30) == .hours(24))
  }

  @Test("where midnight is skipped the day begins at the change")
  func skippedMidnight() throws {
    let zone = try #require(Zone(identifier: "America/Sao_Paulo"))
    let date = try #require(CalendarDate(year: 2018, month: 11, day: 4))
    #expect(zone.startOfDay(date) == (try instant(2018, 11, 4, 3)))
    #expect(zone.date(of: zone.startOfDay(date)) == date)
  }

  @Test(
    "every day of ten years begins once, in zones of every kind",
    arguments: [
      "Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca",
      "Pacific/Apia", "Asia/Kathmandu", "UTC",
    ])
  func everyDay(name: String) throws {
    let zone = try #require(Zone(identifier: name))
    let first = try #require(CalendarDate(year: 2010, month: 1, day: 1)).dayNumber
    for number in first..<(first + 3653) {
      let start = zone.startOfDay(number: number)
      // Apia left out 30 December 2011: that day begins where the next one does.
      if name == "Pacific/Apia", CalendarDate(dayNumber: number).description == "2011-12-30" {
        continue
      }
      guard zone.dayNumber(of: start) == number, zone.dayNumber(of: start - .seconds(1)) < number
      else {
        Issue.record("\(CalendarDate(dayNumber: number)) does not begin at \(start)")
        return
      }
    }
  }

  @Test("a fixed offset is named as it is written")
  func fixed() {
    #expect(Zone(fixedOffset: 28_800).identifier == "+08:00")
    #expect(Zone(fixedOffset: -12_600).identifier == "-03:30")
    #expect(Zone.utc.offset(at: .earliest) == 0)
    #expect(Zone(identifier: "Asia/Nowhere") == nil)
  }

  @Test("a date alone takes its place at the beginning of the local day")
  func eventTime() throws {
    let zone = try #require(Zone(identifier: "Asia/Shanghai"))
    let date = try #require(CalendarDate(year: 2026, month: 3, day: 6))
    #expect(EventTime.day(date).start(in: zone) == (try instant(2026, 3, 5, 16)))
    #expect(EventTime.day(date).localDate(in: .utc) == date)
    let moment = EventTime.moment(try instant(2026, 3, 5, 20), utcOffset: 0)
    #expect(moment.localDate(in: zone) == date)
    #expect(!moment.isDay && EventTime.day(date).isDay)
  }
}
