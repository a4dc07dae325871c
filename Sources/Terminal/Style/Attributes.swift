/// Ways of drawing that need no colour.
package struct Attributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let bold = Attributes(rawValue: 1)
  package static let underline = Attributes(rawValue: 2)
  package static let reverse = Attributes(rawValue: 4)
  package static let dim = Attributes(rawValue: 8)

  /// The words that theme files use, in order.
  package static let words: [(word: String, attribute: Attributes)] = [
    ("bold", .bold), ("underline", .underline), ("reverse", .reverse), ("dim", .dim),
  ]

  /// What a set on a ground looks like: reverse on reverse is seen as not reversed, everything
  /// else adds up.
  func over(_ ground: Attributes) -> Attributes {
    let reversed = contains(.reverse) != ground.contains(.reverse)
    let rest = union(ground).subtracting(.reverse)
    return reversed ? rest.union(.reverse) : rest
  }
}
