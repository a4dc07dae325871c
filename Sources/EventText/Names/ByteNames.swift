/// A fixed list of names that is searched by the bytes of a text, so that no `String` is made to
/// recognise one.
struct ByteNames: Sendable {
  // Open addressing; 0 is empty, otherwise one more than the index of the name.
  private let slots: [UInt16]
  private let mask: Int
  private let text: [UInt8]
  private let ends: [Int32]

  /// The names, each once; a later one that is equal to an earlier one is never found.
  init(_ names: [String]) {
    var size = 16
    while size < names.count * 3 { size *= 2 }
    var slots = [UInt16](repeating: 0, count: size)
    var text: [UInt8] = []
    var ends: [Int32] = []
    for (n, name) in names.enumerated() {
      let utf8 = Array(name.utf8)
      text += utf8
      ends.append(Int32(text.count))
      var slot = Self.hash(utf8[...]) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt16(n + 1)
    }
    self.slots = slots
    self.text = text
    self.ends = ends
    mask = size - 1
  }

  /// The place in the list of the name that `bytes` spell, or `nil`.
  ///
  /// - Complexity: O(*n*) in the length of `bytes`.
  func index(of bytes: ArraySlice<UInt8>) -> Int? {
    var slot = Self.hash(bytes) & mask
    while slots[slot] != 0 {
      let n = Int(slots[slot]) - 1
      if matches(n, bytes) { return n }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func matches(_ n: Int, _ bytes: ArraySlice<UInt8>) -> Bool {
    let start = n == 0 ? 0 : Int(ends[n - 1])
    guard Int(ends[n]) - start == bytes.count else { return false }
    var place = start
    for byte in bytes {
      if text[place] != byte { return false }
      place += 1
    }
    return true
  }

  // Length and three bytes tell nearly all of our names apart; the rest is compared anyway.
  private static func hash(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let first = bytes.first else { return 0 }
    let last = bytes[bytes.endIndex - 1]
    let middle = bytes[bytes.startIndex + bytes.count / 2]
    return (bytes.count &* 31 &+ Int(first)) &* 31 &+ Int(middle) &* 7 &+ Int(last)
  }
}
