/// When something was observed or done, as its author wrote it: a moment with the offset in which
/// it was written, or a whole local day.
package enum EventTime: Hashable, Sendable, Codable {
  /// A moment; `utcOffset` is the offset in seconds as written (0 for `Z`).
  case moment(Instant, utcOffset: Int32)
  /// A date alone: the whole local day in the site's zone, ordered before that day's timed facts.
  case day(CalendarDate)

  /// The instant in `zone` at which the fact takes its place: the moment, or the day's beginning.
  package func start(in zone: Zone) -> Instant {
    switch self {
    case .moment(let instant, _): instant
    case .day(let date): zone.startOfDay(date)
    }
  }

  /// The instant from which something that ended then is over: the moment, or the end of the day,
  /// for what else is dated on that day may have been before it.
  package func end(in zone: Zone) -> Instant {
    switch self {
    case .moment(let instant, _): instant
    case .day(let date): zone.startOfDay(number: date.dayNumber + 1)
    }
  }

  /// The local day of the fact.
  package func localDate(in zone: Zone) -> CalendarDate {
    switch self {
    case .moment(let instant, _): zone.date(of: instant)
    case .day(let date): date
    }
  }

  /// True for a date without a time.
  package var isDay: Bool {
    if case .day = self { true } else { false }
  }
}
