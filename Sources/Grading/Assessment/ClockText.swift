import Clinical

/// Times as a person reads them in the evidence.
struct ClockText {
  let zone: Zone
  /// The instant of the assessment: the same day needs no date.
  let now: Instant

  /// `04:10`, or `03-05 22:10` on another day.
  func time(_ t: Instant) -> String {
    let offset = Int64(zone.offset(at: t)) * 1_000_000
    let minutes = floorDivide(t.microseconds + offset, 60_000_000)
    let ofDay = minutes - floorDivide(minutes, 1440) * 1440
    let clock = "\(two(ofDay / 60)):\(two(ofDay % 60))"
    let day = zone.dayNumber(of: t)
    if day == zone.dayNumber(of: now) { return clock }
    let date = CalendarDate(dayNumber: day)
    let text = "\(two(Int64(date.month)))-\(two(Int64(date.day))) \(clock)"
    let thisYear = CalendarDate(dayNumber: zone.dayNumber(of: now)).year
    return date.year == thisYear ? text : "\(date.year)-\(text)"
  }

  private func two(_ n: Int64) -> String { n < 10 ? "0\(n)" : "\(n)" }
}
