import Clinical

/// Writes kept state: numbers as variable-length integers, so that a patient takes a few kilobytes.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(unsigned number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func write(_ number: Int64) {
    // Small magnitudes of either sign take few bytes.
    write(unsigned: UInt64(bitPattern: number << 1 ^ number >> 63))
  }

  mutating func write(_ number: Int?) {
    // 0 is none; a value is one more than itself, and none of those written is the largest there is.
    guard let number else { return write(unsigned: 0) }
    write(unsigned: 1)
    write(Int64(number))
  }

  mutating func write(_ number: Double) {
    let pattern = number.bitPattern
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: pattern >> UInt64(shift)))
    }
  }

  mutating func write(_ text: String) {
    write(unsigned: UInt64(text.utf8.count))
    bytes += text.utf8
  }

  mutating func write(_ text: String?) {
    write(unsigned: text == nil ? 0 : 1)
    if let text { write(text) }
  }

  mutating func write(_ id: EventID) { bytes += id.bytes }
}

/// Reads what `ByteWriter` wrote; `nil` for spoilt bytes, never a wrong value by running over the end.
struct ByteReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  mutating func unsigned() -> UInt64? {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    return nil
  }

  mutating func integer() -> Int64? {
    unsigned().map { Int64(bitPattern: $0 >> 1) ^ -Int64(bitPattern: $0 & 1) }
  }

  /// A number of things that follow; `nil` where there cannot be so many.
  mutating func count() -> Int? {
    guard let number = unsigned(), number <= UInt64(bytes.count - place) else { return nil }
    return Int(number)
  }

  /// The outer `nil` is spoilt, the inner one none.
  mutating func optionalInt() -> Int?? {
    switch unsigned() {
    case 0: .some(nil)
    case 1: integer().map { .some(Int($0)) }
    default: nil
    }
  }

  mutating func double() -> Double? {
    guard let eight = take(8) else { return nil }
    return Double(bitPattern: eight.reduce(0) { $0 << 8 | UInt64($1) })
  }

  mutating func text() -> String? {
    guard let length = count(), let utf8 = take(length) else { return nil }
    return String(validating: utf8, as: UTF8.self)
  }

  mutating func optionalText() -> String?? {
    switch unsigned() {
    case 0: .some(nil)
    case 1: text().map { .some($0) }
    default: nil
    }
  }

  mutating func optionalID() -> EventID?? {
    switch unsigned() {
    case 0: .some(nil)
    case 1: id().map { .some($0) }
    default: nil
    }
  }

  mutating func id() -> EventID? { take(16).flatMap { EventID(bytes: $0) } }

  private mutating func take(_ length: Int) -> ArraySlice<UInt8>? {
    guard length >= 0, bytes.count - place >= length else { return nil }
    defer { place += length }
    return bytes[place..<(place + length)]
  }
}
