package import Clinical

/// The axis that everything of a patient lies on: local days from that of the infusion, and between
/// two midnights the share of that day, so that a day of 23 or 25 hours is one day.
package struct DayAxis: Hashable, Sendable {
  package let zone: Zone
  /// Number of the local day at 0.
  package let zero: Int64
  /// False before any infusion: days are then called by their dates.
  package let isFromInfusion: Bool

  /// - Parameter now: stands for day 0 where there is no infusion.
  package init(zone: Zone, dayZero: Int64?, now: Instant) {
    self.zone = zone
    zero = dayZero ?? zone.dayNumber(of: now)
    isFromInfusion = dayZero != nil
  }

  /// The place of a moment.
  package func x(_ t: Instant) -> Double {
    var walk = DayWalk(self)
    return walk.x(t)
  }

  /// The moment at a place, to the microsecond before it.
  package func moment(_ x: Double) -> Instant {
    let day = x.rounded(.down)
    let number = zero + Int64(max(-1e6, min(1e6, day)))
    let start = zone.startOfDay(number: number)
    let length = zone.startOfDay(number: number + 1) - start
    return start + TimeSpan(microseconds: Int64((x - day) * Double(length.microseconds)))
  }

  /// What a day is called: `D+5`, or its date where nothing was infused.
  func name(ofDay day: Int, _ words: Catalogue) -> String {
    guard !isFromInfusion else { return words.day(day) }
    return String(CalendarDate(dayNumber: zero + Int64(day)).description.suffix(5))
  }
}

/// Goes along an axis in order of time, and works a day out once.
struct DayWalk {
  let axis: DayAxis
  private var number: Int64 = .min
  private var start = Instant.latest
  private var end = Instant.earliest

  init(_ axis: DayAxis) { self.axis = axis }

  mutating func x(_ t: Instant) -> Double {
    if t < start || t >= end {
      number = axis.zone.dayNumber(of: t)
      start = axis.zone.startOfDay(number: number)
      end = axis.zone.startOfDay(number: number + 1)
    }
    let length = Double((end - start).microseconds)
    return Double(number - axis.zero) + Double((t - start).microseconds) / length
  }
}
