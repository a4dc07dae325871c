/// The digits of a PIN on their way from the keys to the check; says nothing of itself to whatever
/// prints it.
package struct PIN: Hashable, Sendable {
  package let digits: String

  package static let lengths = 4...12

  /// `nil` for what is no PIN: other signs than digits, too few, too many.
  package init?(_ text: String) {
    guard Self.lengths.contains(text.utf8.count),
      text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    digits = text
  }
}

extension PIN: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "PIN" }
  package var debugDescription: String { "PIN" }
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
