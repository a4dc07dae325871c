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
  package init?(bytes: some Collection<UInt8>) { self.init(bytes: Array(bytes)) }

  /// The id from sixteen bytes in network order; `nil` for any other number of them.
  package init?(bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    self.init(high: Self.word(bytes, 0), low: Self.word(bytes, 8))
  }

  /// The id of an event sent without one: the first sixteen bytes of the SHA-256 of its canonical
  /// form, with version 8 and variant 10 (contract 1.1); `nil` for fewer than sixteen bytes.
  package init?(contentHash: [UInt8]) {
    guard contentHash.count >= 16 else { return nil }
    self.init(
      high: Self.word(contentHash, 0) & 0xFFFF_FFFF_FFFF_0FFF | 0x8000,
      low: Self.word(contentHash, 8) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000)
  }

  // Eight bytes in network order.
  private static func word(_ bytes: [UInt8], _ start: Int) -> UInt64 {
    var word: UInt64 = 0
    for n in start..<(start + 8) { word = word << 8 | UInt64(bytes[n]) }
    return word
  }

  /// A UUID version 7 (RFC 9562) for an event entered live at `now`, with 74 bits of `random`.
  package init(now: Instant, random: (UInt64, UInt64)) {
    let milliseconds = UInt64(bitPattern: now.microseconds / 1000) & 0xFFFF_FFFF_FFFF
    self.init(
      high: milliseconds << 16 | 0x7000 | random.0 & 0x0FFF,
      low: random.1 & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000)
  }

  /// Reads the 36-character form with hyphens, in either case; `nil` for anything else.
  package init?(_ text: some StringProtocol) { self.init(utf8: Array(text.utf8)[...]) }

  /// The same for a text as UTF-8.
  package init?(utf8: ArraySlice<UInt8>) {
    guard utf8.count == 36 else { return nil }
    var words: (UInt64, UInt64) = (0, 0)
    var place = 0
    for byte in utf8 {
      defer { place += 1 }
      if place == 8 || place == 13 || place == 18 || place == 23 {
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
      if place < 18 {
        words.0 = words.0 << 4 | UInt64(nibble)
      } else {
        words.1 = words.1 << 4 | UInt64(nibble)
      }
    }
    self.init(high: words.0, low: words.1)
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
    var text: [UInt8] = []
    text.reserveCapacity(36)
    for place in 0..<32 {
      if place == 8 || place == 12 || place == 16 || place == 20 { text.append(UInt8(ascii: "-")) }
      let word = place < 16 ? high : low
      let nibble = UInt8(truncatingIfNeeded: word >> UInt64(60 - place % 16 * 4)) & 15
      text.append(nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
