/// Strings of JSON as bytes: escapes resolved and written, and the order of names.
enum JSONStrings {
  /// The UTF-8 of a string whose escapes the parser has found right.
  static func unescaped(_ raw: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(raw.count)
    var place = raw.startIndex
    while place < raw.endIndex {
      guard raw[place] == UInt8(ascii: "\\"), place + 1 < raw.endIndex else {
        out.append(raw[place])
        place += 1
        continue
      }
      let letter = raw[place + 1]
      place += 2
      switch letter {
      case UInt8(ascii: "b"): out.append(0x08)
      case UInt8(ascii: "f"): out.append(0x0C)
      case UInt8(ascii: "n"): out.append(0x0A)
      case UInt8(ascii: "r"): out.append(0x0D)
      case UInt8(ascii: "t"): out.append(0x09)
      case UInt8(ascii: "u"):
        var unit = codeUnit(raw, &place)
        if (0xD800...0xDBFF).contains(unit), place + 1 < raw.endIndex {
          place += 2
          let low = codeUnit(raw, &place)
          unit = 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
        }
        out.append(contentsOf: Unicode.Scalar(unit).map { Array(UTF8.encode($0) ?? .init()) } ?? [])
      default: out.append(letter)
      }
    }
    return out
  }

  private static func codeUnit(_ raw: ArraySlice<UInt8>, _ place: inout Int) -> UInt32 {
    var unit: UInt32 = 0
    var taken = 0
    while taken < 4, place < raw.endIndex {
      unit = unit << 4 | (hexadecimalDigit(raw[place]) ?? 0)
      place += 1
      taken += 1
    }
    return unit
  }

  static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  /// Writes a string with its quotes as RFC 8785 does: the short escapes where there are any, other
  /// control characters in four lower-case digits, everything else as it is.
  static func write(_ utf8: some Sequence<UInt8>, into out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        out.append(UInt8(ascii: "\\"))
        out.append(byte)
      case 0x08: out.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "b")])
      case 0x09: out.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "t")])
      case 0x0A: out.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
      case 0x0C: out.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "f")])
      case 0x0D: out.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "r")])
      case 0..<0x20:
        out.append(contentsOf: Array("\\u00".utf8))
        out.append(hexadecimal(byte >> 4))
        out.append(hexadecimal(byte & 15))
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }

  private static func hexadecimal(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
  }

  /// Negative, zero or positive as the name `a` comes before, is, or comes after `b` in the order of
  /// UTF-16 code units.
  static func order(_ a: JSONText.Node, _ b: JSONText.Node, _ bytes: Span<UInt8>) -> Int {
    if a.kind == .escapedString || b.kind == .escapedString {
      return order(content(a, bytes)[...], content(b, bytes)[...])
    }
    let count = Int(min(a.end - a.start, b.end - b.start))
    for n in 0..<count {
      let x = bytes[Int(a.start) + n]
      let y = bytes[Int(b.start) + n]
      if x != y { return weight(x) - weight(y) }
    }
    return Int(a.end - a.start) - Int(b.end - b.start)
  }

  /// The same for names as UTF-8.
  static func order(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Int {
    var x = a.startIndex
    var y = b.startIndex
    while x < a.endIndex, y < b.endIndex {
      if a[x] != b[y] { return weight(a[x]) - weight(b[y]) }
      x += 1
      y += 1
    }
    return a.count - b.count
  }

  /// True when the name `a` comes before `b` in the order of UTF-16 code units.
  static func precedes(_ a: String, _ b: String) -> Bool {
    var theirs = b.utf8.makeIterator()
    for x in a.utf8 {
      guard let y = theirs.next() else { return false }
      if x != y { return weight(x) < weight(y) }
    }
    return theirs.next() != nil
  }

  // Bytes of UTF-8 compare as their code points do, and these as their UTF-16 code units do, but for
  // one thing: what is above U+FFFF is written with surrogates, which come before U+E000.
  private static func weight(_ byte: UInt8) -> Int {
    byte >= 0xF0 ? 0xED << 8 + Int(byte) : Int(byte) << 8
  }

  private static func content(_ node: JSONText.Node, _ bytes: Span<UInt8>) -> [UInt8] {
    var raw: [UInt8] = []
    raw.reserveCapacity(Int(node.end - node.start))
    for offset in Int(node.start)..<Int(node.end) { raw.append(bytes[offset]) }
    return node.kind == .escapedString ? unescaped(raw[...]) : raw
  }
}
