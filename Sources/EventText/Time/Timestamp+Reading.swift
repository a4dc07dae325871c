package import Clinical

extension Timestamp {
  /// Reads a moment: seconds optional, `Z` or an offset, up to six decimals, years 1900 to 2199.
  /// `t` and `z` may stand in lower case, as RFC 3339 allows.
  package static func moment(
    _ text: String
  ) throws(Problem) -> (instant: Instant, utcOffset: Int32) {
    try moment(Array(text.utf8)[...])
  }

  /// Reads a moment, or a date alone.
  package static func time(_ text: String) throws(Problem) -> EventTime {
    try time(Array(text.utf8)[...])
  }

  /// Reads a date alone: `2026-03-06`.
  package static func date(_ text: String) throws(Problem) -> CalendarDate {
    try date(Array(text.utf8)[...])
  }

  static func time(_ text: ArraySlice<UInt8>) throws(Problem) -> EventTime {
    if text.count == 10 { return .day(try date(text)) }
    let (instant, offset) = try moment(text)
    return .moment(instant, utcOffset: offset)
  }

  static func date(_ text: ArraySlice<UInt8>) throws(Problem) -> CalendarDate {
    var scanner = Scanner(text)
    guard let date = try scanner.date(), scanner.isAtEnd else { throw scanner.notADate() }
    return date
  }

  static func moment(
    _ text: ArraySlice<UInt8>
  ) throws(Problem) -> (instant: Instant, utcOffset: Int32) {
    var scanner = Scanner(text)
    guard let date = try scanner.date() else {
      throw scanner.notATime("a date is year, month and day, with hyphens")
    }
    if scanner.isAtEnd {
      throw Problem(
        problem: "\(scanner.quoted) is a date without a time",
        remedy: "write the time too, e.g. \"\(date)T04:10:00+08:00\"")
    }
    guard scanner.takes("T") || scanner.takes("t") else {
      throw scanner.notATime("a T stands between date and time")
    }
    guard let hour = scanner.digits(2), scanner.takes(":"), let minute = scanner.digits(2) else {
      throw scanner.notATime("hours and minutes have two digits each")
    }
    var second: Int64 = 0
    var microsecond: Int64 = 0
    if scanner.takes(":") {
      guard let seconds = scanner.digits(2) else {
        throw scanner.notATime("seconds have two digits")
      }
      second = Int64(seconds)
      if scanner.takes(".") {
        guard let fraction = scanner.fraction() else {
          throw scanner.notATime("seconds have one to six decimals")
        }
        microsecond = fraction
      }
    }
    guard hour <= 23, minute <= 59, second <= 59 else {
      throw Problem(
        problem: second == 60 && hour <= 23 && minute <= 59
          ? "\(scanner.quoted) is in a leap second" : "\(scanner.quoted) is no time of day",
        remedy: "write 00:00:00 to 23:59:59")
    }
    let offset = try scanner.offset()
    let local = date.dayNumber * 86_400 + Int64(hour) * 3600 + Int64(minute) * 60 + second
    let instant = Instant(microseconds: (local - Int64(offset)) * 1_000_000 + microsecond)
    guard instant >= .earliest, instant < .latest else { throw scanner.outsideTheYears() }
    return (instant, offset)
  }
}

extension Timestamp {
  // Walks over the bytes of a time.
  private struct Scanner {
    private let text: ArraySlice<UInt8>
    private var place: Int

    init(_ text: ArraySlice<UInt8>) {
      self.text = text
      place = text.startIndex
    }

    var isAtEnd: Bool { place == text.endIndex }
    var quoted: String { Echo.quoted(String(decoding: text, as: UTF8.self)) }

    mutating func takes(_ letter: Unicode.Scalar) -> Bool {
      guard place < text.endIndex, text[place] == UInt8(ascii: letter) else { return false }
      place += 1
      return true
    }

    mutating func digits(_ count: Int) -> Int? {
      guard place + count <= text.endIndex else { return nil }
      var number = 0
      for n in 0..<count {
        let digit = text[place + n] &- UInt8(ascii: "0")
        guard digit <= 9 else { return nil }
        number = number * 10 + Int(digit)
      }
      place += count
      return number
    }

    // One to six decimals, as microseconds.
    mutating func fraction() -> Int64? {
      var value: Int64 = 0
      var count = 0
      while let digit = digits(1) {
        count += 1
        guard count <= 6 else { return nil }
        value = value * 10 + Int64(digit)
      }
      guard count > 0 else { return nil }
      for _ in count..<6 { value *= 10 }
      return value
    }

    // `nil` for what is not written as a date is.
    mutating func date() throws(Problem) -> CalendarDate? {
      guard let year = digits(4), takes("-"), let month = digits(2), takes("-"),
        let day = digits(2)
      else { return nil }
      guard let date = CalendarDate(year: year, month: month, day: day) else {
        throw Problem(
          problem: "\(quoted) names a day that does not exist",
          remedy: "write a day of the calendar")
      }
      guard Timestamp.years.contains(year) else { throw outsideTheYears() }
      return date
    }

    // Seconds east of Greenwich.
    mutating func offset() throws(Problem) -> Int32 {
      if takes("Z") || takes("z") {
        guard isAtEnd else { throw notATime("nothing follows the Z") }
        return 0
      }
      if isAtEnd {
        let written = Echo.cut(String(decoding: text, as: UTF8.self))
        throw Problem(
          problem: "\(quoted) is a time without an offset from UTC",
          remedy: "write the offset, e.g. \"\(written)+08:00\", or Z for UTC")
      }
      let isWest = takes("-")
      guard isWest || takes("+") else { throw notATime("an offset or Z ends a time") }
      guard let hours = digits(2), takes(":"), let minutes = digits(2), isAtEnd else {
        throw notATime("an offset has hours and minutes, e.g. +08:00")
      }
      guard hours <= 23, minutes <= 59 else { throw notATime("no place has such an offset") }
      let seconds = Int32(hours * 3600 + minutes * 60)
      return isWest ? -seconds : seconds
    }

    func notATime(_ why: String) -> Problem {
      Problem(
        problem: "\(quoted) is not a time (\(why))",
        remedy: "write it as \"2026-03-06T04:10:00+08:00\"")
    }

    func notADate() -> Problem {
      Problem(problem: "\(quoted) is not a date", remedy: "write it as \"2026-03-06\"")
    }

    func outsideTheYears() -> Problem {
      Problem(
        problem: "\(quoted) is outside the years 1900 to 2199", remedy: "write the year in full")
    }
  }
}
