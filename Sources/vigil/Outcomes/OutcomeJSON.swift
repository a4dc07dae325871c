import EventText

/// JSON with numbers at the full precision of a double, which a record's own decimals do not have.
indirect enum OutcomeJSON {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case array([OutcomeJSON])
  /// Members in the order in which they are written.
  case object([(String, OutcomeJSON)])

  static func double(_ value: Double?) -> OutcomeJSON { value.map { .double($0) } ?? .null }

  var bytes: [UInt8] {
    var out: [UInt8] = []
    write(into: &out)
    return out
  }

  private func write(into out: inout [UInt8]) {
    switch self {
    case .null: out += "null".utf8
    case .bool(let flag): out += (flag ? "true" : "false").utf8
    case .int(let number): out += "\(number)".utf8
    case .double(let number): out += Self.text(number).utf8
    case .string(let text): out += CanonicalJSON.bytes(of: .string(text))
    case .array(let elements):
      out.append(UInt8(ascii: "["))
      for (n, element) in elements.enumerated() {
        if n > 0 { out.append(UInt8(ascii: ",")) }
        element.write(into: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let members):
      out.append(UInt8(ascii: "{"))
      for (n, member) in members.enumerated() {
        if n > 0 { out.append(UInt8(ascii: ",")) }
        out += CanonicalJSON.bytes(of: .string(member.0))
        out.append(UInt8(ascii: ":"))
        member.1.write(into: &out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }

  // The shortest digits that give the same double again; a whole number without a point.
  static func text(_ number: Double) -> String {
    guard number.isFinite else { return "null" }
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
