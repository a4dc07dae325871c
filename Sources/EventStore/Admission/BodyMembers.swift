/// Where the members of a canonical object stand in its text.
///
/// Leaving members out of a canonical text gives the canonical text of the rest, so hashes of
/// what was sent can be had from a stored body without serialising anything again.
struct BodyMembers {
  struct Member {
    var name: ArraySlice<UInt8>
    /// Of `"name":value`, without commas.
    var range: Range<Int>
  }

  let text: [UInt8]
  let members: [Member]

  /// `nil` when the text is no object in canonical form.
  init?(_ text: [UInt8]) {
    var members: [Member] = []
    var n = 1
    guard text.first == UInt8(ascii: "{"), text.last == UInt8(ascii: "}") else { return nil }
    let end = text.count - 1
    while n < end {
      let start = n
      guard let afterName = Self.endOfString(text, from: n), afterName < end,
        text[afterName] == UInt8(ascii: ":")
      else { return nil }
      n = afterName + 1
      var depth = 0
      while n < end {
        let byte = text[n]
        if byte == UInt8(ascii: "\"") {
          guard let next = Self.endOfString(text, from: n) else { return nil }
          n = next
          continue
        }
        if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { depth += 1 }
        if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { depth -= 1 }
        if byte == UInt8(ascii: ","), depth == 0 { break }
        n += 1
      }
      guard depth == 0 else { return nil }
      members.append(Member(name: text[(start + 1)..<(afterName - 1)], range: start..<n))
      n += 1
    }
    self.text = text
    self.members = members
  }

  /// Whether a member of that name is there.
  func has(_ name: String) -> Bool {
    members.contains { $0.name.elementsEqual(name.utf8) }
  }

  /// The object's text with some members left out and others as `null`.
  func text(omitting omitted: [String], nulling nulled: [String] = []) -> [UInt8] {
    var result: [UInt8] = [UInt8(ascii: "{")]
    result.reserveCapacity(text.count)
    for member in members {
      func isOne(of names: [String]) -> Bool {
        names.contains { member.name.elementsEqual($0.utf8) }
      }
      if isOne(of: omitted) { continue }
      if result.count > 1 { result.append(UInt8(ascii: ",")) }
      if isOne(of: nulled) {
        result.append(UInt8(ascii: "\""))
        result.append(contentsOf: member.name)
        result.append(contentsOf: "\":null".utf8)
      } else {
        result.append(contentsOf: text[member.range])
      }
    }
    result.append(UInt8(ascii: "}"))
    return result
  }

  // The index after the closing quote of the string that begins at `start`.
  private static func endOfString(_ text: [UInt8], from start: Int) -> Int? {
    guard start < text.count, text[start] == UInt8(ascii: "\"") else { return nil }
    var n = start + 1
    while n < text.count {
      if text[n] == UInt8(ascii: "\\") {
        n += 2
      } else if text[n] == UInt8(ascii: "\"") {
        return n + 1
      } else {
        n += 1
      }
    }
    return nil
  }
}
