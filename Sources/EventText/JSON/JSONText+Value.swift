extension JSONText {
  /// The tree of the value at `index`, members in the order written.
  func value(_ index: Int = 0) -> JSONValue {
    let node = nodes[index]
    switch node.kind {
    case .null: return .null
    case .no: return .bool(false)
    case .yes: return .bool(true)
    case .number, .looseNumber: return .number(number(index))
    case .string, .escapedString: return .string(string(index))
    case .array:
      return .array(elements(of: index).map(value))
    case .object:
      return .object(members(of: index).map { JSONMember(string($0), value($0 + 1)) })
    }
  }

  /// Indices of the elements of an array.
  func elements(of index: Int) -> [Int] {
    var elements: [Int] = []
    var element = index + 1
    let end = Int(nodes[index].next)
    while element < end {
      elements.append(element)
      element = Int(nodes[element].next)
    }
    return elements
  }

  /// Indices of the names of an object, in the order written; each value follows its name.
  func members(of index: Int) -> [Int] {
    var members: [Int] = []
    var member = index + 1
    let end = Int(nodes[index].next)
    while member < end {
      members.append(member)
      member = Int(nodes[member + 1].next)
    }
    return members
  }
}
