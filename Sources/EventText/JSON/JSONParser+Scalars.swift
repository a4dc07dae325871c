internal import Clinical

extension JSONParser {
  /// Reads a string from its opening quote: valid UTF-8, no bare control character, no half of a
  /// surrogate pair.
  mutating func string(_ bytes: Span<UInt8>) throws(JSONFault) -> JSONText.Node {
    position += 1
    let start = position
    var escaped = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte >= 0x20, byte < 0x80, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
        position += 1
      } else if byte == UInt8(ascii: "\"") {
        let end = position
        position += 1
        return JSONText.Node(
          kind: escaped ? .escapedString : .string, start: Int32(start), end: Int32(end), next: 0)
      } else if byte == UInt8(ascii: "\\") {
        escaped = true
        isCanonical = false
        try escape(bytes)
      } else if byte < 0x20 {
        throw fault(
          "a control character (\(Echo.code(UInt32(byte)))) stands in a text",
          remedy: "write it as \(Echo.code(UInt32(byte)))")
      } else {
        let length = UTF8Sequence.length(in: bytes, at: position)
        guard length > 0 else {
          throw fault("this is not valid UTF-8", remedy: "save the file as UTF-8")
        }
        position += length
      }
    }
    throw fault("a text in quotes does not end", at: start - 1)
  }

  private mutating func escape(_ bytes: Span<UInt8>) throws(JSONFault) {
    guard position + 1 < bytes.count else { throw endOfText() }
    switch bytes[position + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 2
    case UInt8(ascii: "u"):
      let unit = try hexadecimal(bytes, at: position + 2)
      if (0xD800...0xDBFF).contains(unit) {
        guard position + 7 < bytes.count, bytes[position + 6] == UInt8(ascii: "\\"),
          bytes[position + 7] == UInt8(ascii: "u"),
          (0xDC00...0xDFFF).contains(try hexadecimal(bytes, at: position + 8))
        else { throw fault("half of a surrogate pair stands alone") }
        position += 12
      } else if (0xDC00...0xDFFF).contains(unit) {
        throw fault("half of a surrogate pair stands alone")
      } else {
        position += 6
      }
    default:
      throw fault("there is no such escape", remedy: "write a backslash as \\\\")
    }
  }

  private func hexadecimal(_ bytes: Span<UInt8>, at offset: Int) throws(JSONFault) -> UInt32 {
    guard offset + 4 <= bytes.count else { throw endOfText() }
    var unit: UInt32 = 0
    for place in offset..<(offset + 4) {
      guard let digit = JSONStrings.hexadecimalDigit(bytes[place]) else {
        throw fault("four hexadecimal digits are expected", at: place)
      }
      unit = unit << 4 | digit
    }
    return unit
  }

  /// Reads a number as the decimal that is written.
  mutating func number(_ bytes: Span<UInt8>) throws(JSONFault) -> JSONText.Node {
    let start = position
    var reading = DecimalReading()
    let isNegative = bytes[position] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    guard position < bytes.count, Self.isDigit(bytes[position]) else {
      position = start
      throw unexpected(bytes)
    }
    if bytes[position] == UInt8(ascii: "0") {
      position += 1
      reading.take(0)
      if position < bytes.count, Self.isDigit(bytes[position]) {
        throw fault("a number begins with a needless 0", at: start, remedy: "write it without")
      }
    } else {
      while position < bytes.count, Self.isDigit(bytes[position]) {
        reading.take(bytes[position] - UInt8(ascii: "0"))
        position += 1
      }
    }
    let hasPoint = position < bytes.count && bytes[position] == UInt8(ascii: ".")
    if hasPoint {
      position += 1
      guard position < bytes.count, Self.isDigit(bytes[position]) else {
        throw fault("a number ends in a point", at: start, remedy: "write a digit after it")
      }
      while position < bytes.count, Self.isDigit(bytes[position]) {
        reading.takeDecimal(bytes[position] - UInt8(ascii: "0"))
        position += 1
      }
    }
    let power = try exponent(bytes, start)
    let problem = reading.finish(power: power ?? 0)
    if let problem {
      throw fault(problem.text, at: start, remedy: problem.remedy)
    }
    let isPlain =
      power == nil && reading.isPlain && !(hasPoint && reading.endsInZero)
      && !(isNegative && reading.coefficient == 0)
    if !isPlain { isCanonical = false }
    return JSONText.Node(
      kind: isPlain ? .number : .looseNumber, exponent: Int8(truncatingIfNeeded: reading.exponent),
      start: Int32(start), end: Int32(position), next: 0,
      payload: isNegative ? -reading.coefficient : reading.coefficient)
  }

  private mutating func exponent(_ bytes: Span<UInt8>, _ start: Int) throws(JSONFault) -> Int? {
    guard position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") else { return nil }
    position += 1
    var isNegative = false
    if position < bytes.count,
      bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-")
    {
      isNegative = bytes[position] == UInt8(ascii: "-")
      position += 1
    }
    guard position < bytes.count, Self.isDigit(bytes[position]) else {
      throw fault("the power of ten of a number is missing", at: start)
    }
    var power = 0
    while position < bytes.count, Self.isDigit(bytes[position]) {
      power = min(power * 10 + Int(bytes[position] - UInt8(ascii: "0")), 9_999_999)
      position += 1
    }
    return isNegative ? -power : power
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") <= 9
  }

  /// Says what stands where a value was expected.
  func unexpected(_ bytes: Span<UInt8>) -> JSONFault {
    let byte = bytes[min(position, bytes.count - 1)]
    if byte >= 0x80, UTF8Sequence.length(in: bytes, at: position) == 0 {
      return fault("this is not valid UTF-8", remedy: "save the file as UTF-8")
    }
    var written: [UInt8] = []
    var offset = position
    while offset < bytes.count, written.count < 32, !Self.delimits(bytes[offset]) {
      written.append(bytes[offset])
      offset += 1
    }
    let word = String(decoding: written, as: UTF8.self)
    switch byte {
    case 0..<0x20:
      return fault("a control character (\(Echo.code(UInt32(byte)))) stands outside a text")
    case UInt8(ascii: "+"):
      return fault("\(Echo.quoted(word)) is not a number", remedy: "write it without the +")
    case UInt8(ascii: "."):
      return fault("\(Echo.quoted(word)) is not a number", remedy: "write a 0 before the point")
    case UInt8(ascii: "-"), UInt8(ascii: "I"), UInt8(ascii: "N"):
      return fault(
        "\(Echo.quoted(word)) is not a number", remedy: "leave out what was not measured")
    case UInt8(ascii: "'"):
      return fault("a text stands in single quotes", remedy: "write double quotes")
    case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ","):
      return fault(
        "a value is expected before \(Echo.quoted(String(UnicodeScalar(byte))))",
        remedy: "leave out what was not recorded")
    default:
      return fault(
        word.isEmpty ? "a value is expected" : "\(Echo.quoted(word)) is no value",
        remedy: "write a text in double quotes, a number, true, false or null")
    }
  }

  private static func delimits(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: "\""),
      UInt8(ascii: ":"), UInt8(ascii: "{"), UInt8(ascii: "["):
      true
    default: false
    }
  }
}
