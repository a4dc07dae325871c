import Clinical
import EventText
import Interchange
import Testing

@Suite("Numbers and times of tables are read as written, or refused")
struct WrittenTests {
  static let numbers: [(String, Comparator?, String)] = [
    ("38.4", nil, "38.4"), (" 38.40 ", nil, "38.4"), ("-5", nil, "-5"), ("+5", nil, "5"),
    ("<2.5", .less, "2.5"), ("< 2.5", .less, "2.5"), (">5000", .greater, "5000"),
    ("<=0.1", .lessOrEqual, "0.1"), ("≥ 7", .greaterOrEqual, "7"), ("＜２．５", .less, "2.5"),
    ("３８．４", nil, "38.4"), ("1.2e3", nil, "1200"), ("1E-2", nil, "0.01"), ("0", nil, "0"),
    ("00", nil, "0"), ("=5", nil, "5"), ("－5", nil, "-5"),
    ("999999999999999", nil, "999999999999999"),
  ]

  @Test("numbers, censored ones and full-width digits", arguments: numbers)
  func read(_ row: (String, Comparator?, String)) throws {
    let written = try #require(WrittenNumber(row.0), "\(row.0)")
    #expect(written.comparator == row.1)
    #expect(written.value.description == row.2)
  }

  @Test(
    "what is no number is none",
    arguments: [
      "", " ", "-", "<", "1,5", "1.2.3", "1 2", "12a", "a12", ".5", "5.", "1e", "1e9999", "--5",
      "1234567890123456", "0x10", "∞", "NaN", "1,234",
    ])
  func refused(_ text: String) { #expect(WrittenNumber(text) == nil) }

  @Test(
    "decimal commas and thousands as the mapping says, each group of three",
    arguments: [
      ("1.234,5", "1234.5"), ("1234,5", "1234.5"), ("12.345.678", "12345678"), ("0,5", "0.5"),
      ("1.23", nil), ("1.2345", nil), ("1234.567", nil), ("1,234.5", nil), ("1.234,", nil),
    ] as [(String, String?)])
  func german(_ row: (String, String?)) {
    let style = WrittenNumber.Style(point: ",", thousands: ".")
    #expect(WrittenNumber(row.0, style: style)?.value.description == row.1)
  }

  private func style(_ order: WrittenTime.Order? = nil, from1904: Bool = false)
    -> WrittenTime.Style
  {
    var style = WrittenTime.Style(zone: shanghai)
    style.order = order
    style.isFrom1904 = from1904
    return style
  }

  private func read(_ text: String, _ style: WrittenTime.Style) -> String? {
    guard case .moment(let instant, let offset)? = try? WrittenTime.moment(text, style: style)
    else {
      return nil
    }
    let seconds = instant.microseconds / 1_000_000 + Int64(offset)
    let date = CalendarDate(dayNumber: floorDivide(seconds, 86_400))
    let clock = seconds - date.dayNumber * 86_400
    return "\(date) \(clock / 3600):\(clock / 60 % 60):\(clock % 60) \(offset / 3600)"
  }

  @Test(
    "dates and times of day in the ways that they come",
    arguments: [
      "2026-03-06 04:10", "2026/03/06 4:10:00", "2026.3.6 04:10", "20260306 04:10",
      "2026-03-06T04:10:00+08:00", "2026年3月6日 4时10分", "２０２６-03-06　04:10", "06.03.2026 04:10",
      "2026-03-06 4:10 AM", "46087.1736111111",
    ])
  func moments(_ text: String) {
    #expect(
      read(text, style(text.hasPrefix("06.") ? .dayMonthYear : nil))
        == "2026-3-6 4:10:0 8".replacing("2026-3-6", with: "2026-03-06"))
  }

  @Test("afternoon, seconds with fractions, an offset of its own")
  func more() {
    #expect(read("2026-03-06 4:10 PM", style()) == "2026-03-06 16:10:0 8")
    #expect(read("2026-03-06 12:10 AM", style()) == "2026-03-06 0:10:0 8")
    #expect(read("2026-03-06 04:10:30.5", style()) == "2026-03-06 4:10:30 8")
    #expect(read("2026-03-06 04:10+0000", style()) == "2026-03-06 4:10:0 0")
    #expect(read("44625.1736111111", style(from1904: true)) == "2026-03-06 4:10:0 8")
  }

  @Test("day and month that cannot be told apart are refused; what can be told is read")
  func dayAndMonth() throws {
    let problem = #expect(throws: WrittenTime.Problem.self) {
      try WrittenTime.moment("03/06/2026 04:10", style: style())
    }
    #expect(problem?.problem.contains("cannot be told apart") == true)
    #expect(read("03/06/2026 04:10", style(.dayMonthYear)) == "2026-06-03 4:10:0 8")
    #expect(read("03/06/2026 04:10", style(.monthDayYear)) == "2026-03-06 4:10:0 8")
    #expect(read("25/03/2026 04:10", style()) == "2026-03-25 4:10:0 8")
    #expect(read("03/25/2026 04:10", style()) == "2026-03-25 4:10:0 8")
    #expect(read("05/05/2026 04:10", style()) == "2026-05-05 4:10:0 8")
    #expect(read("25/03/2026 04:10", style(.monthDayYear)) == nil)
  }

  @Test(
    "what is no moment is refused",
    arguments: [
      "", "46087", "yesterday", "2026-02-30 04:10", "2026-03-06", "2026-03-06 24:00",
      "06/03/26 04:10",
      "2026-03-06 04:60", "04:10", "2026-13-01 04:10", "2026-03-06 13:10 PM", "46087x", "12345",
    ])
  func noMoment(_ text: String) { #expect(read(text, style()) == nil) }

  private func read(_ day: String, _ clock: String, _ style: WrittenTime.Style) -> String? {
    guard case .moment(let instant, _)? = try? WrittenTime.moment(day, clock: clock, style: style)
    else { return nil }
    return String(Timestamp.local(instant, in: shanghai).prefix(16))
  }

  @Test("day and time of day in two cells: as texts, as a spreadsheet's numbers, and mixed")
  func twoCells() {
    for (day, clock) in [
      ("2026-03-06", "04:10"), ("2026-03-06 00:00:00", "04:10"), ("46087", "04:10"),
      ("46087.0", "0.1736111"), ("46087", "4:10 AM"), ("46087", "0.17361111111111113"),
    ] {
      #expect(read(day, clock, style()) == "2026-03-06T04:10", "\(day) \(clock)")
    }
    #expect(read("46087", "0", style()) == "2026-03-06T00:00")
    // Two times of day, ten past midnight or 02:24, no time: none of them is guessed.
    for (day, clock) in [
      ("2026-03-06 05:00", "04:10"), ("46087.25", "04:10"), ("2026-03-06", "0.10"),
      ("2026-03-06", ""), ("46087", "1.5"), ("", "04:10"),
    ] {
      #expect(read(day, clock, style()) == nil, "\(day) \(clock)")
    }
  }

  @Test(
    "a serial number with a decimal comma, with more places than any number of ours, at midnight")
  func serials() {
    var style = style()
    #expect(read("46087.173611111109", style) == "2026-03-06 4:10:0 8")
    #expect(read("46087,25", style) == nil)
    style.point = ","
    #expect(read("46087,25", style) == "2026-03-06 6:0:0 8")
    style.hasTimedSerials = true
    #expect(read("46087", style) == "2026-03-06 0:0:0 8")
  }

  @Test("a moment that the clocks skipped or gave twice is refused")
  func daylight() throws {
    let zone = try #require(Zone(identifier: "America/New_York"))
    let style = WrittenTime.Style(zone: zone)
    #expect(throws: WrittenTime.Problem.self) {
      try WrittenTime.moment("2026-03-08 02:30", style: style)
    }
    #expect(throws: WrittenTime.Problem.self) {
      try WrittenTime.moment("2026-11-01 01:30", style: style)
    }
    #expect(
      try WrittenTime.moment("2026-03-08 03:30", style: style)
        == moment("2026-03-08T03:30:00-04:00"))
  }
}
