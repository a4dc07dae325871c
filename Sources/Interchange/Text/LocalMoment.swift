package import Clinical

/// A wall clock's time, before anybody knows the zone in which it was read.
package struct LocalMoment: Hashable, Sendable {
  package var date: CalendarDate
  /// Since midnight.
  package var microseconds: Int64

  package init(date: CalendarDate, microseconds: Int64) {
    self.date = date
    self.microseconds = microseconds
  }

  /// What a zone makes of it.
  package enum Resolution: Hashable, Sendable {
    case moment(Instant, utcOffset: Int32)
    /// The clocks went back over it: there are two such moments.
    case twice
    /// The clocks went forward over it: there is no such moment.
    case never
  }

  /// The moment in `zone`.
  package func resolved(in zone: Zone) -> Resolution {
    let local = date.dayNumber * 86_400_000_000 + microseconds
    var found: [(Instant, Int32)] = []
    // The offsets in force a day before and a day after are the only ones that can apply.
    var offsets: [Int32] = []
    for day: Int64 in [-1, 1] {
      let offset = zone.offset(at: Instant(microseconds: local + day * 86_400_000_000))
      if !offsets.contains(offset) { offsets.append(offset) }
    }
    for offset in offsets {
      let instant = Instant(microseconds: local - Int64(offset) * 1_000_000)
      if zone.offset(at: instant) == offset { found.append((instant, offset)) }
    }
    switch found.count {
    case 0: return .never
    case 1: return .moment(found[0].0, utcOffset: found[0].1)
    default: return .twice
    }
  }

  /// The moment at a known offset, in seconds.
  package func at(utcOffset: Int32) -> Instant {
    Instant(
      microseconds: date.dayNumber * 86_400_000_000 + microseconds - Int64(utcOffset) * 1_000_000)
  }
}
