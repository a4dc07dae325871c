import Clinical

/// A local clock time, counted in minutes from the midnight that begins day 0.
package struct Moment: Hashable, Comparable {
  package var minutes: Int

  package init(minutes: Int) { self.minutes = minutes }

  /// `Moment(5, 415)` is 04:15 of day 5, `Moment(-2, 1400)` two o'clock two days before the
  /// infusion's day.
  package init(_ day: Int, _ clock: Int = 0) {
    minutes = day * 1440 + clock / 100 * 60 + clock % 100
  }

  package var day: Int { Int(floorDivide(Int64(minutes), 1440)) }
  package var minuteOfDay: Int { minutes - day * 1440 }

  package static func + (a: Moment, minutes: Int) -> Moment { Moment(minutes: a.minutes + minutes) }
  package static func - (a: Moment, minutes: Int) -> Moment { Moment(minutes: a.minutes - minutes) }
  package static func - (a: Moment, b: Moment) -> Int { a.minutes - b.minutes }
  package static func < (a: Moment, b: Moment) -> Bool { a.minutes < b.minutes }
}

/// From a moment up to, not including, another.
struct Window: Hashable {
  var from: Moment
  var to: Moment

  init(_ from: Moment, _ to: Moment) {
    self.from = from
    self.to = to
  }

  func contains(_ moment: Moment) -> Bool { from <= moment && moment < to }
}

extension [Window] {
  func contain(_ moment: Moment) -> Bool { contains { $0.contains(moment) } }
}
