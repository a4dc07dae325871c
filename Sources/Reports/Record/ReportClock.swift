import Clinical

/// Times as a report writes them: the day after infusion first, for that is what the ward counts by.
struct ReportClock {
  let zone: Zone
  /// The moment of the report.
  let now: Instant
  /// Local day number of the first infusion.
  let dayZero: Int64?
  /// True where no date may stand.
  let isDeidentified: Bool

  /// `D+4`; nothing before any infusion.
  func day(_ t: Instant) -> String? {
    dayZero.map { Self.day(Int(zone.dayNumber(of: t) - $0)) }
  }

  static func day(_ number: Int) -> String { number > 0 ? "D+\(number)" : "D\(number)" }

  /// `04:10`.
  func clock(_ t: Instant) -> String {
    let local = t.microseconds + Int64(zone.offset(at: t)) * 1_000_000
    let minute = (local - floorDivide(local, 86_400_000_000) * 86_400_000_000) / 60_000_000
    func two(_ n: Int64) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return "\(two(minute / 60)):\(two(minute % 60))"
  }

  /// `2026-03-05 22:10`, or where no date may stand `D+4 22:10`.
  func date(_ t: Instant) -> String {
    if isDeidentified, let day = day(t) { return "\(day) \(clock(t))" }
    return "\(zone.date(of: t)) \(clock(t))"
  }

  /// `D+4 03-05 22:10`; the date in full where no day can be counted.
  func stamp(_ t: Instant) -> String {
    guard let day = day(t) else { return date(t) }
    if isDeidentified { return "\(day) \(clock(t))" }
    return "\(day) \(zone.date(of: t).description.dropFirst(5)) \(clock(t))"
  }

  /// `22:10` today, `D+4 22:10` on another day.
  func short(_ t: Instant) -> String {
    if zone.dayNumber(of: t) == zone.dayNumber(of: now) { return clock(t) }
    guard let day = day(t) else { return stamp(t) }
    return "\(day) \(clock(t))"
  }

  /// A time as it was dated: a date alone has no clock.
  func stamp(_ time: EventTime) -> String {
    guard case .day(let date) = time else { return stamp(time.start(in: zone)) }
    guard let dayZero else { return date.description }
    let day = Self.day(Int(date.dayNumber - dayZero))
    return isDeidentified ? day : "\(day) \(date.description.dropFirst(5))"
  }

  /// Days from the first infusion, for an axis; `nil` before any.
  func place(_ t: Instant) -> Double? {
    guard let dayZero else { return nil }
    let start = zone.startOfDay(number: zone.dayNumber(of: t))
    let part = Double((t - start).microseconds) / 86_400_000_000
    return Double(zone.dayNumber(of: t) - dayZero) + min(part, 0.999_99)
  }
}
