package import Clinical

extension Instant {
  /// `2026-03-06T04:10:00.000000Z`: the form in which `storedAt` enters the chain (contract 4).
  package var utcText: String {
    var text: [UInt8] = []
    text.reserveCapacity(27)
    appendUTC(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// `2026-03-06 04:10:00 UTC`, for messages.
  var utcReadable: String {
    let text = utcText
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(8)) UTC"
  }

  func appendUTC(to text: inout [UInt8]) {
    // A time that no event can carry comes from a damaged file; it has no such form.
    guard self >= .earliest, self <= .latest else {
      text.append(contentsOf: String(microseconds).utf8)
      return
    }
    let day: Int64 = 86_400_000_000
    let number = floorDivide(microseconds, day)
    var rest = microseconds - number * day
    let date = CalendarDate(dayNumber: number)
    func put(_ value: Int, _ width: Int, _ after: Character) {
      var divisor = 1
      for _ in 1..<width { divisor *= 10 }
      while divisor > 0 {
        text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / divisor % 10))
        divisor /= 10
      }
      text.append(after.asciiValue ?? 0x3F)
    }
    put(date.year, 4, "-")
    put(date.month, 2, "-")
    put(date.day, 2, "T")
    put(Int(rest / 3_600_000_000), 2, ":")
    rest %= 3_600_000_000
    put(Int(rest / 60_000_000), 2, ":")
    rest %= 60_000_000
    put(Int(rest / 1_000_000), 2, ".")
    put(Int(rest % 1_000_000), 6, "Z")
  }
}
