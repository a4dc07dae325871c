import Foundation

/// A place's offset from UTC through time, as a plain table: the same answer on every machine that
/// has the same zone data, and no look-up in a rule.
package struct Zone: Hashable, Sendable {
  /// The IANA name, or `+08:00` for a fixed offset.
  package let identifier: String
  // Sorted by start; the first entry reaches back without end.
  private let starts: [Int64]
  private let offsets: [Int32]

  /// Coordinated universal time.
  package static let utc = Zone(fixedOffset: 0)

  /// A zone of one offset, in seconds east of Greenwich.
  package init(fixedOffset seconds: Int32) {
    let minutes = abs(Int(seconds)) / 60
    let sign = seconds < 0 ? "-" : "+"
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    identifier = "\(sign)\(two(minutes / 60)):\(two(minutes % 60))"
    starts = [.min]
    offsets = [seconds]
  }

  /// The zone of an IANA name such as `Asia/Shanghai`, or `nil` when this machine knows none.
  package init?(identifier: String) {
    guard let zone = TimeZone(identifier: identifier) else { return nil }
    self.identifier = identifier
    var starts: [Int64] = [.min]
    let begin = Instant.earliest.microseconds / 1_000_000 - 86_400
    let end = Instant.latest.microseconds / 1_000_000 + 86_400
    func offset(_ second: Int64) -> Int32 {
      Int32(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second))))
    }
    var offsets = [offset(begin)]
    // A month is shorter than any two changes that ever cancelled out in a populated zone.
    let step: Int64 = 30 * 86_400
    var second = begin
    var current = offsets[0]
    while second < end {
      let next = min(second + step, end)
      let then = offset(next)
      if then != current {
        var low = second
        var high = next
        while high - low > 1 {
          let middle = (low + high) / 2
          if offset(middle) == current { low = middle } else { high = middle }
        }
        starts.append(high)
        current = offset(high)
        offsets.append(current)
        second = high
      } else {
        second = next
      }
    }
    self.starts = starts
    self.offsets = offsets
  }

  /// Seconds east of Greenwich at `instant`.
  package func offset(at instant: Instant) -> Int32 {
    let second = floorDivide(instant.microseconds, 1_000_000)
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= second { low = middle } else { high = middle }
    }
    return offsets[low]
  }

  /// The local calendar day of `instant`.
  package func date(of instant: Instant) -> CalendarDate {
    CalendarDate(dayNumber: dayNumber(of: instant))
  }

  /// Days since 1970-01-01 of the local calendar day of `instant`.
  package func dayNumber(of instant: Instant) -> Int64 {
    floorDivide(
      instant.microseconds + Int64(offset(at: instant)) * 1_000_000, 86_400_000_000)
  }

  /// The first moment of a local day: midnight, or what follows it where clocks skip midnight.
  package func startOfDay(_ date: CalendarDate) -> Instant {
    startOfDay(number: date.dayNumber)
  }

  /// The first moment of the local day `number` days after 1970-01-01.
  package func startOfDay(number: Int64) -> Instant {
    let local = number * 86_400
    // Try the offsets around that midnight, earliest moment first, and take the first that is
    // already in the day.
    let before = Int64(offset(at: Instant(microseconds: (local - 86_400) * 1_000_000)))
    let after = Int64(offset(at: Instant(microseconds: (local + 86_400) * 1_000_000)))
    let candidates = [local - max(before, after), local - min(before, after)]
    for second in candidates {
      let instant = Instant(microseconds: second * 1_000_000)
      if dayNumber(of: instant) == number { return instant }
    }
    // Midnight was skipped: the day begins at the change itself.
    for start in starts where start > local - 2 * 86_400 {
      let instant = Instant(microseconds: start * 1_000_000)
      if dayNumber(of: instant) >= number { return instant }
    }
    return Instant(microseconds: (local - before) * 1_000_000)
  }
}

/// Division that rounds toward negative infinity, for times before 1970.
package func floorDivide(_ a: Int64, _ b: Int64) -> Int64 {
  let quotient = a / b
  return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient
}
