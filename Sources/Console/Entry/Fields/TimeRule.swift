package import Clinical

/// How a field reads a time: `14:05`, `1405`, `03-06 14:05`, `2026-03-06 14:05`, with or without an
/// offset behind it; a day as `03-06` or `2026-03-06`.
struct TimeRule {
  let now: Instant
  let zone: Zone

  /// Later than this after the clock is the future.
  static let ahead = TimeSpan.minutes(5)
  /// A clock time later than now means yesterday when it is not longer ago than this.
  static let night = TimeSpan.hours(12)

  func moment(_ typed: String, isTyping: Bool) -> FieldValue {
    let text = TypedText.plain(typed)
    guard !text.isEmpty else { return .empty }
    guard let found = instant(text) else {
      let digits = text.allSatisfy { $0.isASCII && ($0.isNumber || "-:.+TZ /".contains($0)) }
      return isTyping && digits && text.count < 25
        ? .unfinished : .refused(EntryText(.notATime, text))
    }
    guard found <= now + Self.ahead else {
      return .refused(EntryText(.inTheFuture, LocalTime(zone: zone).dayAndClock(found)))
    }
    return .moment(found)
  }

  func date(_ typed: String, isTyping: Bool) -> FieldValue {
    let text = TypedText.plain(typed)
    guard !text.isEmpty else { return .empty }
    if let date = calendarDate(text) { return .date(date) }
    let mayBecome = text.count < 10 && text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "-") }
    return isTyping && mayBecome ? .unfinished : .refused(EntryText(.notADate, text))
  }

  private func instant(_ text: String) -> Instant? {
    let parts = text.split(whereSeparator: { $0 == " " || $0 == "T" })
    switch parts.count {
    case 1:
      guard let second = clock(parts[0]) else { return nil }
      return nearest(second)
    case 2:
      guard let date = calendarDate(String(parts[0])) else { return nil }
      let (time, offset) = splitOffset(parts[1])
      guard let second = clock(time) else { return nil }
      if let offset {
        return Instant(
          microseconds: (date.dayNumber * 86_400 + Int64(second) - Int64(offset)) * 1_000_000)
      }
      return zone.instant(date, secondOfDay: second)
    default: return nil
    }
  }

  // A clock time alone is the one nearest before now, so that 23:50 typed at 00:10 is last night.
  private func nearest(_ second: Int) -> Instant? {
    let today = zone.dayNumber(of: now)
    guard let sameDay = zone.instant(CalendarDate(dayNumber: today), secondOfDay: second) else {
      return nil
    }
    guard sameDay > now + Self.ahead else { return sameDay }
    let before = zone.instant(CalendarDate(dayNumber: today - 1), secondOfDay: second)
    return before.flatMap { now - $0 <= Self.night ? $0 : nil } ?? sameDay
  }

  // Seconds since midnight of `14:05`, `1405`, `14:05:30`.
  private func clock(_ text: Substring) -> Int? {
    var fields = text.split(separator: ":", omittingEmptySubsequences: false)
    if fields.count == 1, text.count == 4 { fields = [text.prefix(2), text.suffix(2)] }
    guard fields.count == 2 || fields.count == 3 else { return nil }
    var numbers: [Int] = []
    for (index, field) in fields.enumerated() {
      guard (1...2).contains(field.count), field.allSatisfy({ $0.isASCII && $0.isNumber }),
        index == 0 || field.count == 2, let number = Int(field)
      else { return nil }
      numbers.append(number)
    }
    guard numbers[0] < 24, numbers[1] < 60, numbers.count < 3 || numbers[2] < 60 else { return nil }
    return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count > 2 ? numbers[2] : 0)
  }

  private func splitOffset(_ text: Substring) -> (Substring, Int32?) {
    if text.hasSuffix("Z") { return (text.dropLast(), 0) }
    guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }),
      let second = clock(text[text.index(after: sign)...])
    else { return (text, nil) }
    return (text[..<sign], text[sign] == "-" ? -Int32(second) : Int32(second))
  }

  private func calendarDate(_ text: String) -> CalendarDate? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
    }
    guard numbers.count == parts.count else { return nil }
    switch numbers.count {
    case 3 where parts[0].count == 4:
      return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
    case 2:
      // A day without a year is the nearest that is not later than today.
      let today = zone.date(of: now)
      let thisYear = CalendarDate(year: today.year, month: numbers[0], day: numbers[1])
      if let thisYear, thisYear <= today { return thisYear }
      return CalendarDate(year: today.year - 1, month: numbers[0], day: numbers[1])
    default: return nil
    }
  }
}

extension Zone {
  /// The moment of a local time; `nil` for one that the clocks skip. Of one that comes twice, the
  /// first.
  package func instant(_ date: CalendarDate, secondOfDay: Int) -> Instant? {
    let local = (date.dayNumber * 86_400 + Int64(secondOfDay)) * 1_000_000
    let around = [-86_400, 86_400].map { shift in
      Int64(offset(at: Instant(microseconds: local + shift * 1_000_000)))
    }
    let candidates = around.map { Instant(microseconds: local - $0 * 1_000_000) }
    return candidates.sorted().first { candidate in
      candidate.microseconds + Int64(offset(at: candidate)) * 1_000_000 == local
    }
  }
}
