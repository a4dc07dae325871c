internal import Clinical

/// A JSON text that was read: its bytes, and the values in them as one flat list in the order
/// written.
///
/// Nothing is copied out of the bytes until it is asked for. An event's line is read into this, and
/// the event, its canonical form and the tree of `JSONValue` are each made from it.
struct JSONText: Sendable {
  /// One value, or the name of a member; a container stands before what it holds.
  struct Node: Sendable {
    enum Kind: UInt8, Sendable {
      case null, no, yes
      /// A number in its canonical spelling, and one in another.
      case number, looseNumber
      /// A string without escapes, and one with.
      case string, escapedString
      case array, object

      var isString: Bool { self == .string || self == .escapedString }
      var isNumber: Bool { self == .number || self == .looseNumber }
    }

    var kind: Kind
    /// Of a number.
    var exponent: Int8 = 0
    /// First byte, counted from the beginning of the text; of a string, the one after the quote.
    var start: Int32
    /// The byte after the last; of a string, its closing quote.
    var end: Int32
    /// Index of the node after this value and all that it holds.
    var next: Int32
    /// The coefficient of a number; of a container how many elements or members it holds.
    var payload: Int64 = 0
    /// Of an object: where in `order` its members stand sorted.
    var sorted: Int32 = 0
  }

  let bytes: ArraySlice<UInt8>
  /// The value itself is the first.
  let nodes: [Node]
  /// Names of members (indices into `nodes`), sorted by UTF-16 code units, object after object.
  let order: [Int32]
  /// True when the bytes are the canonical form to the letter.
  let isCanonical: Bool

  /// The bytes between two offsets.
  func slice(_ start: Int32, _ end: Int32) -> ArraySlice<UInt8> {
    bytes[(bytes.startIndex + Int(start))..<(bytes.startIndex + Int(end))]
  }

  /// What a node says in the text, quotes included.
  func raw(_ index: Int) -> ArraySlice<UInt8> {
    let node = nodes[index]
    return node.kind.isString
      ? slice(node.start - 1, node.end + 1) : slice(node.start, node.end)
  }

  /// The UTF-8 of a string or name, escapes resolved.
  func content(_ index: Int) -> ArraySlice<UInt8> {
    let node = nodes[index]
    let raw = slice(node.start, node.end)
    return node.kind == .escapedString ? JSONStrings.unescaped(raw)[...] : raw
  }

  func string(_ index: Int) -> String { String(decoding: content(index), as: UTF8.self) }

  func number(_ index: Int) -> DecimalNumber {
    let node = nodes[index]
    return DecimalNumber(coefficient: node.payload, exponent: Int(node.exponent)) ?? .zero
  }
}
