import Clinical
import EventText
import Testing

@Suite("Times as text")
struct TimestampTests {
  private let microsecond: Int64 = 1_772_741_400_000_000  // 2026-03-05T20:10:00Z

  @Test(
    "a moment is read in every form that RFC 3339 gives it",
    arguments: [
      ("2026-03-06T04:10:00+08:00", 0, 28_800), ("2026-03-06T04:10+08:00", 0, 28_800),
      ("2026-03-05T20:10:00Z", 0, 0), ("2026-03-05t20:10z", 0, 0),
      ("2026-03-05T20:10:00-00:00", 0, 0), ("2026-03-05T14:40:00-05:30", 0, -19_800),
      ("2026-03-05T20:10:00.5Z", 500_000, 0), ("2026-03-05T20:10:00.000001Z", 1, 0),
      ("2026-03-06T04:10:00.123456+08:00", 123_456, 28_800),
    ] as [(String, Int64, Int32)])
  func moments(text: String, fraction: Int64, offset: Int32) throws {
    let read = try Timestamp.moment(text)
    #expect(read.instant == Instant(microseconds: microsecond + fraction))
    #expect(read.utcOffset == offset)
  }

  struct Row: CustomTestStringConvertible, Sendable {
    let sent: String
    let problem: String
    let remedy: String
    var testDescription: String { sent }
    init(_ sent: String, _ problem: String, _ remedy: String) {
      self.sent = sent
      self.problem = problem
      self.remedy = remedy
    }
  }

  @Test(
    "what is no moment is refused with what to write",
    arguments: [
      Row("2026-03-06T04:10:00", "without an offset", "e.g. \"2026-03-06T04:10:00+08:00\", or Z"),
      Row("2026-03-06T04:10", "without an offset", "\"2026-03-06T04:10+08:00\""),
      Row("2026-03-06", "a date without a time", "\"2026-03-06T04:10:00+08:00\""),
      Row("2026-02-30T04:10Z", "a day that does not exist", "a day of the calendar"),
      Row("2025-02-29T04:10Z", "a day that does not exist", "a day of the calendar"),
      Row("2026-13-01T04:10Z", "a day that does not exist", ""),
      Row("2026-00-10T04:10Z", "a day that does not exist", ""),
      Row("2026-03-06T24:00Z", "no time of day", "00:00:00 to 23:59:59"),
      Row("2026-03-06T23:60Z", "no time of day", ""),
      Row("2026-06-30T23:59:60Z", "a leap second", ""),
      Row("1899-12-31T23:59Z", "outside the years 1900 to 2199", ""),
      Row("2200-01-01T00:00Z", "outside the years 1900 to 2199", ""),
      Row("1900-01-01T00:00+08:00", "outside the years 1900 to 2199", ""),
      Row("2199-12-31T23:00-05:00", "outside the years 1900 to 2199", ""),
      Row("2026-03-06 04:10:00Z", "a T stands between date and time", "2026-03-06T04:10:00+08:00"),
      Row("06.03.2026 04:10", "not a time (a date is year, month and day", ""),
      Row("2026-3-6T4:10Z", "not a time", ""),
      Row("2026-03-06T4:10Z", "hours and minutes have two digits", ""),
      Row("2026-03-06T04:10:0Z", "seconds have two digits", ""),
      Row("2026-03-06T04:10:00.Z", "one to six decimals", ""),
      Row("2026-03-06T04:10:00.1234567Z", "one to six decimals", ""),
      Row("2026-03-06T04:10:00+0800", "e.g. +08:00", ""),
      Row("2026-03-06T04:10:00+08", "e.g. +08:00", ""),
      Row("2026-03-06T04:10:00+24:00", "no place has such an offset", ""),
      Row("2026-03-06T04:10:00Z ", "nothing follows the Z", ""),
      Row("2026-03-06T04:10:00 CST", "an offset or Z ends a time", ""),
      Row("２０２６-03-06T04:10Z", "not a time", ""),
      Row("", "not a time", "2026-03-06T04:10:00+08:00"),
    ])
  func refused(row: Row) {
    do {
      let read = try Timestamp.moment(row.sent)
      Issue.record("\(row.sent) was taken as \(read)")
    } catch {
      #expect(error.problem.contains(row.problem))
      #expect(error.remedy.contains(row.remedy))
    }
  }

  @Test("a date alone is a date and never a midnight")
  func dates() throws {
    #expect(
      try Timestamp.time("2026-05-02")
        == .day(try #require(CalendarDate(year: 2026, month: 5, day: 2))))
    #expect(throws: Timestamp.Problem.self) { try Timestamp.date("2026-05-02T00:00Z") }
    #expect(throws: Timestamp.Problem.self) { try Timestamp.date("02/05/2026") }
  }

  @Test("the chain has UTC with six decimals")
  func utc() {
    #expect(Timestamp.utc(Instant(microseconds: microsecond)) == "2026-03-05T20:10:00.000000Z")
    #expect(Timestamp.utc(Instant(microseconds: microsecond + 42)) == "2026-03-05T20:10:00.000042Z")
    #expect(Timestamp.utc(Instant(microseconds: -1)) == "1969-12-31T23:59:59.999999Z")
    #expect(Timestamp.utc(.earliest) == "1900-01-01T00:00:00.000000Z")
  }

  @Test("outputs have the local time with its offset, cut to the second")
  func local() throws {
    let shanghai = try #require(Zone(identifier: "Asia/Shanghai"))
    let newYork = try #require(Zone(identifier: "America/New_York"))
    let instant = Instant(microseconds: microsecond + 999_999)
    #expect(Timestamp.local(instant, in: shanghai) == "2026-03-06T04:10:00+08:00")
    #expect(Timestamp.local(instant, in: newYork) == "2026-03-05T15:10:00-05:00")
    #expect(Timestamp.local(instant, in: .utc) == "2026-03-05T20:10:00Z")
    // In 1900 Shanghai kept its mean time, 8 h 5 min 43 s ahead: what is written must be readable
    // and the same moment.
    let old = Instant(microseconds: Instant.earliest.microseconds + 86_400_000_000)
    #expect(try Timestamp.moment(Timestamp.local(old, in: shanghai)).instant == old)
  }

  @Test("what was read is written as the same moment in the same offset")
  func written() throws {
    for text in [
      "2026-03-06T04:10:00+08:00", "2026-03-05T20:10:00Z", "2026-03-05T20:10:00.5Z",
      "2026-03-05T20:10:00.000001-05:30", "1900-01-01T00:00:00Z", "2199-12-31T23:59:59.999999Z",
      "2026-05-02",
    ] {
      #expect(Timestamp.text(try Timestamp.time(text)) == text)
    }
  }
}
