package import Clinical

extension Timestamp {
  /// UTC with six decimals and `Z`, as the chain and the store's own times have it:
  /// `2026-03-05T20:10:00.000000Z`.
  package static func utc(_ instant: Instant) -> String {
    let second = floorDivide(instant.microseconds, 1_000_000)
    var out = clock(second)
    out.append(UInt8(ascii: "."))
    append(instant.microseconds - second * 1_000_000, width: 6, to: &out)
    out.append(UInt8(ascii: "Z"))
    return String(decoding: out, as: UTF8.self)
  }

  /// The local time of `zone` with its offset, to the second, as outputs have it:
  /// `2026-03-06T04:10:00+08:00`. Parts of a second are cut off.
  package static func local(_ instant: Instant, in zone: Zone) -> String {
    local(instant, utcOffset: zone.offset(at: instant))
  }

  /// The local time at an offset in seconds, to the second.
  package static func local(_ instant: Instant, utcOffset: Int32) -> String {
    // RFC 3339 has offsets of whole minutes; local mean times before about 1930 had seconds.
    let offset = utcOffset / 60 * 60
    var out = clock(floorDivide(instant.microseconds, 1_000_000) + Int64(offset))
    append(offset: offset, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// A time as an event carries it: the moment in its own offset with as many decimals as it needs,
  /// or the date.
  package static func text(_ time: EventTime) -> String {
    switch time {
    case .day(let date): return date.description
    case .moment(let instant, let utcOffset):
      let offset = utcOffset / 60 * 60
      let second = floorDivide(instant.microseconds, 1_000_000)
      var out = clock(second + Int64(offset))
      let fraction = instant.microseconds - second * 1_000_000
      if fraction != 0 {
        out.append(UInt8(ascii: "."))
        append(fraction, width: 6, to: &out)
        while out.last == UInt8(ascii: "0") { out.removeLast() }
      }
      append(offset: offset, to: &out)
      return String(decoding: out, as: UTF8.self)
    }
  }

  /// An instant as an event carries it where no offset is kept: UTC, with decimals where it needs
  /// them.
  package static func text(_ instant: Instant) -> String {
    text(.moment(instant, utcOffset: 0))
  }

  // `2026-03-06T04:10:00` of a local second since 1970-01-01.
  private static func clock(_ second: Int64) -> [UInt8] {
    let day = floorDivide(second, 86_400)
    let date = CalendarDate(dayNumber: day)
    let ofDay = second - day * 86_400
    var out: [UInt8] = []
    out.reserveCapacity(32)
    append(Int64(date.year), width: 4, to: &out)
    out.append(UInt8(ascii: "-"))
    append(Int64(date.month), width: 2, to: &out)
    out.append(UInt8(ascii: "-"))
    append(Int64(date.day), width: 2, to: &out)
    out.append(UInt8(ascii: "T"))
    append(ofDay / 3600, width: 2, to: &out)
    out.append(UInt8(ascii: ":"))
    append(ofDay / 60 % 60, width: 2, to: &out)
    out.append(UInt8(ascii: ":"))
    append(ofDay % 60, width: 2, to: &out)
    return out
  }

  private static func append(offset: Int32, to out: inout [UInt8]) {
    guard offset != 0 else {
      out.append(UInt8(ascii: "Z"))
      return
    }
    out.append(UInt8(ascii: offset < 0 ? "-" : "+"))
    let minutes = Int64(abs(Int(offset))) / 60
    append(minutes / 60, width: 2, to: &out)
    out.append(UInt8(ascii: ":"))
    append(minutes % 60, width: 2, to: &out)
  }

  private static func append(_ number: Int64, width: Int, to out: inout [UInt8]) {
    if number < 0 { out.append(UInt8(ascii: "-")) }
    let digits = Array(String(number.magnitude).utf8)
    for _ in 0..<max(0, width - digits.count) { out.append(UInt8(ascii: "0")) }
    out.append(contentsOf: digits)
  }
}
