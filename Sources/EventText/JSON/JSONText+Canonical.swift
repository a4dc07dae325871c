internal import Clinical

extension JSONText {
  /// Writes the canonical form of the value at `index`.
  func writeCanonical(_ index: Int, into out: inout [UInt8]) {
    let node = nodes[index]
    switch node.kind {
    case .null, .no, .yes, .number, .string:
      out.append(contentsOf: raw(index))
    case .looseNumber:
      out.append(contentsOf: number(index).description.utf8)
    case .escapedString:
      JSONStrings.write(content(index), into: &out)
    case .array:
      out.append(UInt8(ascii: "["))
      var element = index + 1
      for n in 0..<Int(node.payload) {
        if n > 0 { out.append(UInt8(ascii: ",")) }
        writeCanonical(element, into: &out)
        element = Int(nodes[element].next)
      }
      out.append(UInt8(ascii: "]"))
    case .object:
      out.append(UInt8(ascii: "{"))
      for n in 0..<Int(node.payload) {
        if n > 0 { out.append(UInt8(ascii: ",")) }
        writeMember(Int(order[Int(node.sorted) + n]), into: &out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }

  private func writeMember(_ name: Int, into out: inout [UInt8]) {
    let own = nodes[name]
    let value = nodes[name + 1]
    switch value.kind {
    case .null, .no, .yes, .number, .string:
      let quote: Int32 = value.kind == .string ? 1 : 0
      // Where nothing stands between them, name and value are copied at once.
      if own.kind == .string, value.start - quote == own.end + 2 {
        out.append(contentsOf: slice(own.start - 1, value.end + quote))
        return
      }
    default: break
    }
    writeCanonical(name, into: &out)
    out.append(UInt8(ascii: ":"))
    writeCanonical(name + 1, into: &out)
  }

  /// The canonical form of the whole object, with one member left out and others put in.
  ///
  /// - Parameters:
  ///   - omitted: index of the name that is left out with its value.
  ///   - added: names with the texts to put in where the object has no such member, or `null`;
  ///     sorted by name.
  func canonical(
    omitting omitted: Int? = nil, adding added: [(name: String, text: String)] = []
  ) -> [UInt8] {
    let top = nodes[0]
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 48 * added.count)
    guard top.kind == .object else {
      writeCanonical(0, into: &out)
      return out
    }
    out.append(UInt8(ascii: "{"))
    var waiting = added[...]
    func put(_ member: (name: String, text: String)) {
      if out.count > 1 { out.append(UInt8(ascii: ",")) }
      JSONStrings.write(member.name.utf8, into: &out)
      out.append(UInt8(ascii: ":"))
      JSONStrings.write(member.text.utf8, into: &out)
    }
    for n in 0..<Int(top.payload) {
      let name = Int(order[Int(top.sorted) + n])
      if name == omitted { continue }
      if !waiting.isEmpty {
        let own = content(name)
        var isReplaced = false
        while let next = waiting.first {
          let place = JSONStrings.order(Array(next.name.utf8)[...], own)
          if place > 0 { break }
          waiting.removeFirst()
          if place == 0 {
            // A member that says nothing gives way to what is put in.
            guard nodes[name + 1].kind == .null else { break }
            isReplaced = true
          }
          put(next)
        }
        if isReplaced { continue }
      }
      if out.count > 1 { out.append(UInt8(ascii: ",")) }
      writeMember(name, into: &out)
    }
    while let next = waiting.popFirst() { put(next) }
    out.append(UInt8(ascii: "}"))
    return out
  }

  /// Index of the name of the member `source`, which is no part of what an event says.
  var source: Int? {
    members(of: 0).first { Field(content($0)) == .source }
  }
}
