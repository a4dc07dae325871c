internal import Clinical

/// Reads one strict JSON text (RFC 8259) into a `JSONText`.
///
/// Stricter than the standard where it leaves a choice: a name may stand once in an object, a number
/// carries at most 15 significant digits, containers stand in each other at most 32 deep, and the
/// whole is at most 1 MB.
struct JSONParser {
  /// The most bytes that a text may have.
  static let maximumLength = 1_048_576
  /// How deep containers may stand in each other, the outermost counted.
  static let maximumDepth = 32

  private(set) var nodes: [JSONText.Node] = []
  private(set) var order: [Int32] = []
  var isCanonical = true
  var position = 0

  /// - Parameter limit: a line's; a document of another format may be longer.
  static func parse(
    _ bytes: ArraySlice<UInt8>, limit: Int = maximumLength
  ) throws(JSONFault) -> JSONText {
    guard bytes.count <= limit else {
      throw JSONFault(
        offset: limit,
        problem: limit == maximumLength
          ? "the line is longer than 1 MB (1048576 bytes)"
          : "the document is longer than \(limit) bytes",
        remedy: limit == maximumLength ? "write one event a line" : "cut it into parts")
    }
    var parser = JSONParser()
    parser.nodes.reserveCapacity(40)
    parser.order.reserveCapacity(24)
    try parser.document(bytes.span)
    return JSONText(
      bytes: bytes, nodes: parser.nodes, order: parser.order, isCanonical: parser.isCanonical)
  }

  private mutating func document(_ bytes: Span<UInt8>) throws(JSONFault) {
    skipSpace(bytes)
    guard position < bytes.count else { throw fault("the text is empty") }
    if bytes[position] == 0xFF || bytes[position] == 0xFE {
      throw fault("this is not UTF-8; it looks like UTF-16", remedy: "save the file as UTF-8")
    }
    try value(bytes, depth: 1)
    skipSpace(bytes)
    guard position == bytes.count else {
      throw fault("text follows the end of the value", remedy: "write one event a line")
    }
  }

  private mutating func value(_ bytes: Span<UInt8>, depth: Int) throws(JSONFault) {
    guard position < bytes.count else { throw endOfText() }
    switch bytes[position] {
    case UInt8(ascii: "{"): try object(bytes, depth: depth)
    case UInt8(ascii: "["): try array(bytes, depth: depth)
    case UInt8(ascii: "\""):
      let node = try string(bytes)
      nodes.append(node)
      nodes[nodes.count - 1].next = Int32(nodes.count)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      var node = try number(bytes)
      node.next = Int32(nodes.count + 1)
      nodes.append(node)
    case UInt8(ascii: "t"): try word("true", .yes, bytes)
    case UInt8(ascii: "f"): try word("false", .no, bytes)
    case UInt8(ascii: "n"): try word("null", .null, bytes)
    default: throw unexpected(bytes)
    }
  }

  private mutating func object(_ bytes: Span<UInt8>, depth: Int) throws(JSONFault) {
    let index = try open(.object, depth: depth)
    var count = 0
    skipSpace(bytes)
    if position < bytes.count, bytes[position] == UInt8(ascii: "}") {
      position += 1
    } else {
      while true {
        skipSpace(bytes)
        guard position < bytes.count else { throw endOfText() }
        guard bytes[position] == UInt8(ascii: "\"") else {
          throw fault("the name of a field is expected", remedy: "write it in double quotes")
        }
        let name = nodes.count
        var node = try string(bytes)
        node.next = Int32(name + 1)
        nodes.append(node)
        count += 1
        skipSpace(bytes)
        guard position < bytes.count else { throw endOfText() }
        guard bytes[position] == UInt8(ascii: ":") else { throw fault("a colon is expected") }
        position += 1
        skipSpace(bytes)
        do {
          try value(bytes, depth: depth + 1)
        } catch {
          throw error.inside(Echo.cut(text(of: nodes[name], bytes)))
        }
        skipSpace(bytes)
        guard position < bytes.count else { throw endOfText() }
        let byte = bytes[position]
        if byte == UInt8(ascii: ",") {
          position += 1
        } else if byte == UInt8(ascii: "}") {
          position += 1
          break
        } else {
          throw fault("a comma or the end of the object is expected")
        }
      }
    }
    close(index, count: count)
    try sortMembers(of: index, bytes)
  }

  private mutating func array(_ bytes: Span<UInt8>, depth: Int) throws(JSONFault) {
    let index = try open(.array, depth: depth)
    var count = 0
    skipSpace(bytes)
    if position < bytes.count, bytes[position] == UInt8(ascii: "]") {
      position += 1
    } else {
      while true {
        skipSpace(bytes)
        do {
          try value(bytes, depth: depth + 1)
        } catch {
          throw error.inside("[\(count)]")
        }
        count += 1
        skipSpace(bytes)
        guard position < bytes.count else { throw endOfText() }
        let byte = bytes[position]
        if byte == UInt8(ascii: ",") {
          position += 1
        } else if byte == UInt8(ascii: "]") {
          position += 1
          break
        } else {
          throw fault("a comma or the end of the list is expected")
        }
      }
    }
    close(index, count: count)
  }

  private mutating func open(
    _ kind: JSONText.Node.Kind, depth: Int
  ) throws(JSONFault) -> Int {
    guard depth <= Self.maximumDepth else {
      throw fault("values stand in each other more than \(Self.maximumDepth) deep")
    }
    nodes.append(JSONText.Node(kind: kind, start: Int32(position), end: 0, next: 0))
    position += 1
    return nodes.count - 1
  }

  private mutating func close(_ index: Int, count: Int) {
    nodes[index].end = Int32(position)
    nodes[index].next = Int32(nodes.count)
    nodes[index].payload = Int64(count)
  }

  private mutating func word(
    _ word: StaticString, _ kind: JSONText.Node.Kind, _ bytes: Span<UInt8>
  ) throws(JSONFault) {
    let start = position
    let expected = word.utf8CodeUnitCount
    var matched = 0
    word.withUTF8Buffer { letters in
      while matched < expected, start + matched < bytes.count,
        bytes[start + matched] == letters[matched]
      { matched += 1 }
    }
    guard matched == expected else { throw unexpected(bytes) }
    position += expected
    nodes.append(
      JSONText.Node(
        kind: kind, start: Int32(start), end: Int32(position), next: Int32(nodes.count + 1)))
  }

  private mutating func skipSpace(_ bytes: Span<UInt8>) {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
        position += 1
        isCanonical = false
      default: return
      }
    }
  }

  // Sorts the members of a closed object and refuses a name that stands twice.
  private mutating func sortMembers(of index: Int, _ bytes: Span<UInt8>) throws(JSONFault) {
    let first = order.count
    nodes[index].sorted = Int32(first)
    var member = index + 1
    let end = Int(nodes[index].next)
    var isSorted = true
    while member < end {
      if isSorted, order.count > first {
        isSorted =
          JSONStrings.order(nodes[Int(order[order.count - 1])], nodes[member], bytes) < 0
      }
      order.append(Int32(member))
      member = Int(nodes[member + 1].next)
    }
    if isSorted { return }
    isCanonical = false
    let count = order.count - first
    if count <= 16 {
      insertionSort(from: first, bytes)
    } else {
      heapSort(from: first, bytes)
    }
    for n in (first + 1)..<order.count {
      let name = nodes[Int(order[n])]
      if JSONStrings.order(nodes[Int(order[n - 1])], name, bytes) == 0 {
        let written = Echo.quoted(text(of: name, bytes))
        throw JSONFault(
          offset: Int(max(name.start, nodes[Int(order[n - 1])].start)) - 1,
          problem: "the field \(written) stands twice", remedy: "write it once")
      }
    }
  }

  private mutating func insertionSort(from first: Int, _ bytes: Span<UInt8>) {
    for n in (first + 1)..<order.count {
      let moving = order[n]
      var place = n
      while place > first,
        JSONStrings.order(nodes[Int(order[place - 1])], nodes[Int(moving)], bytes) > 0
      {
        order[place] = order[place - 1]
        place -= 1
      }
      order[place] = moving
    }
  }

  // For objects of many members, whose number somebody else chose.
  private mutating func heapSort(from first: Int, _ bytes: Span<UInt8>) {
    let count = order.count - first
    for root in stride(from: count / 2 - 1, through: 0, by: -1) {
      sink(root, of: count, from: first, bytes)
    }
    for last in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(first, first + last)
      sink(0, of: last, from: first, bytes)
    }
  }

  private mutating func sink(_ start: Int, of count: Int, from first: Int, _ bytes: Span<UInt8>) {
    var root = start
    while root * 2 + 1 < count {
      var child = root * 2 + 1
      if child + 1 < count,
        JSONStrings.order(
          nodes[Int(order[first + child])], nodes[Int(order[first + child + 1])], bytes) < 0
      {
        child += 1
      }
      guard
        JSONStrings.order(
          nodes[Int(order[first + root])], nodes[Int(order[first + child])], bytes) < 0
      else { return }
      order.swapAt(first + root, first + child)
      root = child
    }
  }

  private func text(of node: JSONText.Node, _ bytes: Span<UInt8>) -> String {
    var raw: [UInt8] = []
    for offset in Int(node.start)..<Int(node.end) { raw.append(bytes[offset]) }
    if node.kind == .escapedString { raw = JSONStrings.unescaped(raw[...]) }
    return String(decoding: raw, as: UTF8.self)
  }

  func fault(_ problem: String, at offset: Int? = nil, remedy: String? = nil) -> JSONFault {
    JSONFault(offset: offset ?? position, problem: problem, remedy: remedy)
  }

  func endOfText() -> JSONFault {
    fault("the text ends before the value does", remedy: "write the whole event on one line")
  }
}
