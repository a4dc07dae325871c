import Clinical

/// A time as HL7 version 2 writes it: `20260726231332.1106+0800`, as exact as it was written.
struct HL7Time: Hashable, Sendable {
  var date: CalendarDate
  /// Since midnight; `nil` where only a day was written.
  var microseconds: Int64?
  /// Seconds east of Greenwich; `nil` where none was written.
  var utcOffset: Int32?

  /// Reads a time; `nil` for anything that is none, and for one without its day.
  init?(_ text: String) {
    var digits: [Int64] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first, (48...57).contains(byte) {
      digits.append(Int64(byte) - 48)
      rest.removeFirst()
    }
    func number(_ range: Range<Int>) -> Int64 { digits[range].reduce(0) { $0 * 10 + $1 } }
    guard [8, 10, 12, 14].contains(digits.count),
      let date = CalendarDate(
        year: Int(number(0..<4)), month: Int(number(4..<6)), day: Int(number(6..<8))),
      (1900...2199).contains(date.year)
    else { return nil }
    self.date = date
    if digits.count >= 10 {
      let hour = number(8..<10)
      let minute = digits.count >= 12 ? number(10..<12) : 0
      let second = digits.count >= 14 ? number(12..<14) : 0
      guard hour <= 23, minute <= 59, second <= 59 else { return nil }
      microseconds = ((hour * 60 + minute) * 60 + second) * 1_000_000
    }
    if rest.first == UInt8(ascii: "."), digits.count == 14 {
      rest.removeFirst()
      guard let fraction = Self.fraction(&rest) else { return nil }
      microseconds = (microseconds ?? 0) + fraction
    }
    guard let offset = Self.offset(&rest), rest.isEmpty else { return nil }
    utcOffset = offset
  }

  // Digits after the point, in microseconds; what is finer is cut off.
  private static func fraction(_ rest: inout ArraySlice<UInt8>) -> Int64? {
    var value: Int64 = 0
    var count = 0
    while let byte = rest.first, (48...57).contains(byte) {
      if count < 6 { value = value * 10 + Int64(byte) - 48 }
      count += 1
      rest.removeFirst()
    }
    guard count > 0 else { return nil }
    for _ in min(count, 6)..<6 { value *= 10 }
    return value
  }

  // `+0800`: the offset, or `.some(nil)` where none stands there.
  private static func offset(_ rest: inout ArraySlice<UInt8>) -> Int32?? {
    guard let sign = rest.first else { return .some(nil) }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), rest.count == 5 else {
      return nil
    }
    let digits = rest.dropFirst().map { Int32($0) - 48 }
    guard digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
    let (hours, minutes) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
    guard hours <= 14, minutes <= 59 else { return nil }
    rest = []
    let seconds = (hours * 60 + minutes) * 60
    return .some(sign == UInt8(ascii: "-") ? -seconds : seconds)
  }

  /// The moment: in its own offset, else the message's, else the zone of the site; `nil` for a day
  /// alone, and for a moment that the clocks jumped over.
  func moment(messageOffset: Int32?, zone: Zone) -> (instant: Instant, utcOffset: Int32)? {
    guard let microseconds else { return nil }
    let local = LocalMoment(date: date, microseconds: microseconds)
    if let offset = utcOffset ?? messageOffset {
      return (local.at(utcOffset: offset), offset)
    }
    switch local.resolved(in: zone) {
    case .moment(let instant, let offset): return (instant, offset)
    case .never, .twice: return nil
    }
  }
}
