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
    /// Before the fraction of a serial number.
    package var point: Unicode.Scalar = "."
    /// True where the file writes times of day into its serial numbers, so that one without a fraction
    /// is a midnight; where none has a fraction it is a day, of which nobody knows the time.
    package var hasTimedSerials = false
    /// For times without an offset.
    package var zone: Zone

    package init(zone: Zone) { self.zone = zone }
  }

  /// Reads a date and a time of day, in one cell or in two.
  package static func moment(
    _ text: String, clock: String? = nil, style: Style
  ) throws(Problem) -> EventTime {
    if let clock { return try moment(day: text.trimmed, clock: clock.trimmed, style) }
    let joined = text.trimmed
    var scanner = Scanner(joined)
    if let serial = scanner.serial(point: style.point) {
      guard serial.whole == nil || style.hasTimedSerials else {
        throw Problem(
          problem: "\"\(joined.prefix(40))\" is a day without a time of day",
          remedy: "name the column with the time of day as `clock` in the mapping")
      }
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

  /// The order that a date with its year at the end proves, where day or month is more than 12.
  package static func provenOrder(_ text: String) -> Order? {
    var scanner = Scanner(text.trimmed)
    guard let (first, second) = scanner.yearLast() else { return nil }
    return first > 12 ? .dayMonthYear : second > 12 ? .monthDayYear : nil
  }

  /// True for a date with its year at the end, of which day and month may be mistaken.
  package static func isYearLast(_ text: String) -> Bool {
    var scanner = Scanner(text.trimmed)
    return scanner.yearLast() != nil
  }

  /// True for the serial number of a moment: with a fraction.
  package static func isTimedSerial(_ text: String, style: Style) -> Bool {
    Scanner(text.trimmed).serial(point: style.point).map { $0.whole == nil } ?? false
  }

  // The day in one cell, the time of day in another, each as a text or as a spreadsheet's number.
  private static func moment(
    day: String, clock: String, _ style: Style
  ) throws(Problem) -> EventTime {
    let joined = day + " " + clock
    var scanner = Scanner(day)
    let serial = scanner.serial(point: style.point)
    let date =
      if let serial { try fromSerial(serial, style).date } else { try scanner.date(style.order) }
    // Programs write midnight behind a day that has a cell of its own.
    let isAlone = scanner.isAtEnd
    let own = serial == nil && !isAlone ? scanner.clock() : nil
    guard serial.map({ $0.whole != nil }) ?? (isAlone || own?.microseconds == 0) else {
      throw own == nil && serial == nil
        ? notATime(joined)
        : Problem(
          problem: "\"\(day.prefix(40))\" has a time of day, and so has the cell beside it",
          remedy: "leave `clock` out of the mapping, or name the column of days as `time`")
    }
    var hours = Scanner(clock)
    // 0.10 beside a written day may be ten past midnight.
    if serial != nil, let part = hours.partOfDay(point: style.point) {
      let seconds = min(part.scaled(by: 86_400, over: 1, places: 0).whole ?? 0, 86_399)
      return try resolved(
        LocalMoment(date: date, microseconds: Int64(seconds) * 1_000_000), offset: nil, joined,
        style)
    }
    guard let (microseconds, offset) = hours.clock() else { throw notATime(joined) }
    return try resolved(
      LocalMoment(date: date, microseconds: microseconds), offset: offset, joined, style)
  }

  /// The refusal of a text that is no time at all.
  static func notATime(_ text: String) -> Problem {
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
}
