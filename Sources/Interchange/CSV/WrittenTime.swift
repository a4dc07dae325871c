package import Clinical

/// A moment as a table writes it. Day and month are never guessed.
package enum WrittenTime {
  /// In which order a file writes day, month and year where they stand in numbers.
  package enum Order: String, CaseIterable, Sendable {
    case yearMonthDay = "year-month-day"
    case dayMonthYear = "day-month-year"
    case monthDayYear = "month-day-year"
  }

  package struct Problem: Error, Hashable, Sendable {
    package var problem: String
    package var remedy: String
  }

  /// How a file writes its times.
  package struct Style: Sendable {
    package var order: Order?
    /// True where serial numbers of spreadsheets count from 1904.
    package var isFrom1904 = false
    /// For times without an offset.
    package var zone: Zone

    package init(zone: Zone) { self.zone = zone }
  }

  /// Reads a date and a time of day, in one cell or in two.
  package static func moment(
    _ text: String, clock: String? = nil, style: Style
  ) throws(Problem) -> EventTime {
    let joined = clock.map { text.trimmed + " " + $0.trimmed } ?? text.trimmed
    var scanner = Scanner(joined)
    if let serial = scanner.serial() {
      return try resolved(try fromSerial(serial, style), offset: nil, joined, style)
    }
    let date = try scanner.date(style.order)
    guard let (microseconds, offset) = scanner.clock() else {
      throw scanner.isAtEnd
        ? Problem(
          problem: "\"\(joined.prefix(40))\" has no time of day",
          remedy: "name the column with the time of day as `clock` in the mapping")
        : notATime(joined)
    }
    return try resolved(
      LocalMoment(date: date, microseconds: microseconds), offset: offset, joined, style)
  }

  private static func notATime(_ text: String) -> Problem {
    Problem(
      problem: "\"\(text.prefix(40))\" is not a time", remedy: "write it as 2026-03-06 04:10")
  }

  // A serial number of a spreadsheet: days since 1899-12-30, or since 1904-01-01, to the second.
  private static func fromSerial(
    _ serial: DecimalNumber, _ style: Style
  ) throws(Problem) -> LocalMoment {
    let seconds = serial.scaled(by: 86_400, over: 1, places: 0).whole ?? 0
    let first: Int64 = style.isFrom1904 ? -24_107 : -25_569
    let day = first + Int64(seconds) / 86_400
    let date = CalendarDate(dayNumber: day)
    guard (1990...2199).contains(date.year) else {
      throw Problem(
        problem: "\(serial) is no serial number of a date of our time",
        remedy: "say excelDates = 1904 in the mapping where the file counts from 1904")
    }
    return LocalMoment(date: date, microseconds: Int64(seconds) % 86_400 * 1_000_000)
  }

  private static func resolved(
    _ local: LocalMoment, offset: Int32?, _ text: String, _ style: Style
  ) throws(Problem) -> EventTime {
    if let offset { return .moment(local.at(utcOffset: offset), utcOffset: offset) }
    switch local.resolved(in: style.zone) {
    case .moment(let instant, let offset): return .moment(instant, utcOffset: offset)
    case .never:
      throw Problem(
        problem:
          "\"\(text.prefix(40))\" is a moment that the clocks jumped over in \(style.zone.identifier)",
        remedy: "write it with its offset, e.g. +08:00")
    case .twice:
      throw Problem(
        problem:
          "\"\(text.prefix(40))\" was twice in \(style.zone.identifier), where clocks went back",
        remedy: "write it with its offset, e.g. +08:00")
    }
  }

  private struct Scanner {
    private let text: String
    private var rest: ArraySlice<Unicode.Scalar>

    init(_ text: String) {
      self.text = text
      // Full-width digits and marks as their ASCII ones.
      rest =
        text.unicodeScalars.map { scalar in
          (0xFF01...0xFF5E).contains(scalar.value)
            ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
            : scalar.value == 0x3000 || scalar.value == 0xA0 ? " " : scalar
        }[...]
    }

    var isAtEnd: Bool { rest.allSatisfy { $0 == " " } }

    // Five digits, perhaps with a fraction: nothing else that is a time looks so.
    func serial() -> DecimalNumber? {
      let digits = rest.prefix { ("0"..."9").contains($0) }
      guard digits.count == 5 else { return nil }
      return WrittenNumber(String(String.UnicodeScalarView(rest)))?.value
    }

    private mutating func number() -> (value: Int, digits: Int)? {
      var value = 0
      var digits = 0
      while let scalar = rest.first, ("0"..."9").contains(scalar), digits < 8 {
        value = value * 10 + Int(scalar.value - 48)
        digits += 1
        rest.removeFirst()
      }
      return digits > 0 ? (value, digits) : nil
    }

    private mutating func takes(_ marks: [Unicode.Scalar]) -> Unicode.Scalar? {
      guard let first = rest.first, marks.contains(first) else { return nil }
      rest.removeFirst()
      return first
    }

    mutating func date(_ order: Order?) throws(Problem) -> CalendarDate {
      guard let first = number() else { throw notATime(text) }
      if first.digits == 8 {
        let (year, month, day) = (first.value / 10_000, first.value / 100 % 100, first.value % 100)
        return try made(year, month, day)
      }
      guard let mark = takes(["-", "/", ".", "年"]), let second = number(),
        takes(mark == "年" ? ["月"] : [mark]) != nil, let third = number()
      else { throw notATime(text) }
      if mark == "年", takes(["日"]) == nil { throw notATime(text) }
      if first.digits == 4 {
        guard order == nil || order == .yearMonthDay || mark == "年" else {
          throw Problem(
            problem:
              "\"\(text.prefix(40))\" begins with the year, and the mapping says \(order?.rawValue ?? "")",
            remedy: "check the mapping's dateOrder against the file")
        }
        return try made(first.value, second.value, third.value)
      }
      guard third.digits == 4 else {
        throw Problem(
          problem: "\"\(text.prefix(40))\" does not write the year in four digits",
          remedy: "write it as 2026-03-06")
      }
      switch order {
      case .dayMonthYear: return try made(third.value, second.value, first.value)
      case .monthDayYear: return try made(third.value, first.value, second.value)
      case .yearMonthDay: throw notATime(text)
      case nil: break
      }
      if first.value == second.value || second.value > 12 {
        return try made(third.value, first.value, second.value)
      }
      if first.value > 12 { return try made(third.value, second.value, first.value) }
      throw Problem(
        problem: "in \"\(text.prefix(40))\" day and month cannot be told apart",
        remedy: "say dateOrder = \"day-month-year\" or \"month-day-year\" in the mapping")
    }

    private func made(_ year: Int, _ month: Int, _ day: Int) throws(Problem) -> CalendarDate {
      guard (1900...2199).contains(year),
        let date = CalendarDate(year: year, month: month, day: day)
      else {
        throw Problem(
          problem: "\"\(text.prefix(40))\" is no day of the calendar",
          remedy: "check it against the order that the mapping says")
      }
      return date
    }

    // `04:10`, `04:10:30.5`, `4:10 PM`, `04时10分`, each perhaps with an offset.
    mutating func clock() -> (microseconds: Int64, offset: Int32?)? {
      while takes([" ", "T"]) != nil {}
      guard var hour = number()?.value, takes([":", "时", "時"]) != nil, let minute = number()?.value
      else { return nil }
      var second = 0
      var fraction: Int64 = 0
      if takes([":", "分"]) != nil, let seconds = number() {
        second = seconds.value
        if takes([".", ","]) != nil, let part = number(), part.digits <= 6 {
          fraction = Int64(part.value)
          for _ in part.digits..<6 { fraction *= 10 }
        }
        _ = takes(["秒"])
      }
      while takes([" "]) != nil {}
      let word = String(String.UnicodeScalarView(rest.prefix(2))).uppercased()
      if word == "AM" || word == "PM" {
        rest = rest.dropFirst(2)
        guard (1...12).contains(hour) else { return nil }
        hour = hour % 12 + (word == "PM" ? 12 : 0)
        while takes([" "]) != nil {}
      }
      let offset = offset()
      guard isAtEnd, hour <= 23, minute <= 59, second <= 59 else { return nil }
      return (Int64((hour * 60 + minute) * 60 + second) * 1_000_000 + fraction, offset)
    }

    private mutating func offset() -> Int32? {
      if takes(["Z", "z"]) != nil { return 0 }
      guard let sign = rest.first, sign == "+" || sign == "-" else { return nil }
      let digits = rest.dropFirst().filter { $0 != ":" }
      guard digits.count == 4, let value = Int32(String(String.UnicodeScalarView(digits))),
        value % 100 < 60, value < 1500
      else { return nil }
      rest = []
      return (value / 100 * 60 + value % 100) * 60 * (sign == "-" ? -1 : 1)
    }
  }
}
