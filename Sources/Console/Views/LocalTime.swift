import Clinical

/// Times as the screens write them: 24 hours, ISO dates, the weekday.
struct LocalTime {
  let zone: Zone

  /// `04:30`.
  func clock(_ t: Instant) -> String {
    let second = secondOfDay(t)
    return "\(two(second / 3600)):\(two(second / 60 % 60))"
  }

  /// `04:30:07`.
  func clockWithSeconds(_ t: Instant) -> String { "\(clock(t)):\(two(secondOfDay(t) % 60))" }

  /// `2026-03-06`.
  func date(_ t: Instant) -> String { zone.date(of: t).description }

  /// `03-06 04:30`.
  func dayAndClock(_ t: Instant) -> String {
    let date = zone.date(of: t)
    return "\(two(Int64(date.month)))-\(two(Int64(date.day))) \(clock(t))"
  }

  /// 0 is Monday.
  func weekday(_ t: Instant) -> Int {
    let number = zone.dayNumber(of: t) + 3
    return Int(number - floorDivide(number, 7) * 7)
  }

  private func secondOfDay(_ t: Instant) -> Int64 {
    let local = t.microseconds + Int64(zone.offset(at: t)) * 1_000_000
    return floorDivide(local, 1_000_000) - floorDivide(local, 86_400_000_000) * 86_400
  }

  private func two(_ n: Int64) -> String { n < 10 ? "0\(n)" : "\(n)" }
}

extension Catalogue {
  /// How old: `25 min`, `3 h`, `2 d`.
  func age(_ span: TimeSpan) -> String {
    let minutes = max(0, span.wholeMinutes)
    if minutes < 90 { return self(.ageMinutes, "\(minutes)") }
    if minutes < 48 * 60 { return self(.ageHours, "\(minutes / 60)") }
    return self(.ageDays, "\(minutes / 1440)")
  }

  /// The same for a column: `25m`.
  func shortAge(_ span: TimeSpan) -> String {
    let minutes = max(0, span.wholeMinutes)
    if minutes < 90 { return self(.ageMinutesShort, "\(minutes)") }
    if minutes < 48 * 60 { return self(.ageHoursShort, "\(minutes / 60)") }
    return self(.ageDaysShort, "\(minutes / 1440)")
  }

  /// The day of an instant, `Fri`.
  func weekday(_ number: Int) -> String {
    let days: [Word] = [.monday, .tuesday, .wednesday, .thursday, .friday, .saturday, .sunday]
    return days.indices.contains(number) ? self(days[number]) : ""
  }

  /// `D+6`, `D0`, `D-2`; `D?` before any infusion.
  func day(_ day: Int?) -> String {
    guard let day else { return self(.dayOf, "?") }
    return self(.dayOf, day > 0 ? "+\(day)" : "\(day)")
  }
}
