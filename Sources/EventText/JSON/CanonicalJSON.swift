internal import Clinical

/// The canonical form of JSON (RFC 8785): members sorted by the UTF-16 code units of their names, no
/// white space, one way to write every string and number.
package enum CanonicalJSON {
  package static func bytes(of value: JSONValue) -> [UInt8] {
    var out: [UInt8] = []
    value.write(sorted: true, into: &out)
    return out
  }
}

extension JSONValue {
  /// The text with its members in the order that they stand in, without white space.
  package var bytes: [UInt8] {
    var out: [UInt8] = []
    write(sorted: false, into: &out)
    return out
  }

  func write(sorted: Bool, into out: inout [UInt8]) {
    switch self {
    case .null: out.append(contentsOf: "null".utf8)
    case .bool(let flag): out.append(contentsOf: (flag ? "true" : "false").utf8)
    case .number(let number): out.append(contentsOf: number.description.utf8)
    case .string(let text): JSONStrings.write(text.utf8, into: &out)
    case .array(let elements):
      out.append(UInt8(ascii: "["))
      for (n, element) in elements.enumerated() {
        if n > 0 { out.append(UInt8(ascii: ",")) }
        element.write(sorted: sorted, into: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let members):
      out.append(UInt8(ascii: "{"))
      let inOrder =
        sorted ? members.sorted { JSONStrings.precedes($0.name, $1.name) } : members
      for (n, member) in inOrder.enumerated() {
        if n > 0 { out.append(UInt8(ascii: ",")) }
        JSONStrings.write(member.name.utf8, into: &out)
        out.append(UInt8(ascii: ":"))
        member.value.write(sorted: sorted, into: &out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }
}
