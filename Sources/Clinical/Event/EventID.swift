/// The identity of an event: the sixteen bytes of a UUID.
///
/// Ordered by its bytes, which is the last part of the order of facts (`at`, `recordedAt`, `id`).
package struct EventID: Hashable, Comparable, Sendable, Codable {
  package let high: UInt64
  package let low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The id from sixteen bytes in network order; `nil` for any other number of them.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 16 else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for (n, byte) in bytes.enumerated() {
      if n < 8 { high = high << 8 | UInt64(byte) } else { low = low << 8 | UInt64(byte) }
    }
    self.init(high: high, low: low)
  }

  /// The id of an event sent without one: the first sixteen bytes of the SHA-256 of its canonical
  /// form, with version 8 and variant 10 (contract 1.1).
  package init?(contentHash: some Collection<UInt8>) {
    guard let raw = EventID(bytes: contentHash.prefix(16)) else { return nil }
    self.init(
      high: raw.high & 0xFFFF_FFFF_FFFF_0FFF | 0x8000,
      low: raw.low & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000)
  }

  /// A UUID version 7 (RFC 9562) for an event entered live at `now`, with 74 bits of `random`.
  package init(now: Instant, random: (UInt64, UInt64)) {
    let milliseconds = UInt64(bitPattern: now.microseconds / 1000) & 0xFFFF_FFFF_FFFF
    self.init(
      high: milliseconds << 16 | 0x7000 | random.0 & 0x0FFF,
      low: random.1 & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000)
  }

  /// Reads the 36-character form with hyphens, in either case; `nil` for anything else.
  package init?(_ text: some StringProtocol) {
    let utf8 = Array(text.utf8)
    guard utf8.count == 36 else { return nil }
    var digits: [UInt8] = []
    digits.reserveCapacity(16)
    var pending: UInt8?
    for (n, byte) in utf8.enumerated() {
      if n == 8 || n == 13 || n == 18 || n == 23 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      let nibble: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): nibble = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): nibble = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): nibble = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      if let upper = pending {
        digits.append(upper << 4 | nibble)
        pending = nil
      } else {
        pending = nibble
      }
    }
    self.init(bytes: digits)
  }

  /// The sixteen bytes in network order.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16)
    for word in [high, low] {
      for shift in stride(from: 56, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: word >> shift))
      }
    }
    return bytes
  }

  package static func < (a: EventID, b: EventID) -> Bool {
    a.high == b.high ? a.low < b.low : a.high < b.high
  }
}

extension EventID: CustomStringConvertible {
  /// The 36-character form in lower case.
  package var description: String {
    let hex = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(36)
    for (n, byte) in bytes.enumerated() {
      if n == 4 || n == 6 || n == 8 || n == 10 { text.append(UInt8(ascii: "-")) }
      text.append(hex[Int(byte >> 4)])
      text.append(hex[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
