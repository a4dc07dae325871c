import Clinical

/// Times and numbers as an alert says them.
struct Words {
  let zone: Zone

  /// `03-06 04:10`: always with the day, for an alert is read on other days too.
  func time(_ t: Instant) -> String {
    let offset = Int64(zone.offset(at: t)) * 1_000_000
    let minutes = floorDivide(t.microseconds + offset, 60_000_000)
    let ofDay = minutes - floorDivide(minutes, 1440) * 1440
    let date = CalendarDate(dayNumber: zone.dayNumber(of: t))
    return
      "\(two(Int64(date.month)))-\(two(Int64(date.day))) \(two(ofDay / 60)):\(two(ofDay % 60))"
  }

  private func two(_ n: Int64) -> String { n < 10 ? "0\(n)" : "\(n)" }

  /// `38.4 °C`.
  func celsius(_ tenths: Int) -> String { "\(tenths / 10).\(abs(tenths % 10)) °C" }

  /// A whole number of minutes or hours: `35 min`, `2 h`, `2 h 20 min`.
  func span(_ span: TimeSpan) -> String {
    let minutes = span.wholeMinutes
    if minutes < 60 { return "\(minutes) min" }
    let rest = minutes % 60
    return rest == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(rest) min"
  }
}

extension LabInterval {
  /// As it was printed: `<2.5`, `874`.
  var words: String { (comparator?.rawValue ?? "") + printed.description }
}
