/// A subject's id in the trial, e.g. `CD7-003`: 1 to 64 characters, none of them a control character.
package struct PatientID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let text: String

  /// Makes an id, or `nil` when the text is empty, longer than 64 characters (code points), or holds
  /// a control character (line separators included).
  package init?(_ text: String) {
    if text.utf8.count <= 64, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      guard !text.isEmpty else { return nil }
      self.text = text
      return
    }
    guard text.unicodeScalars.count <= 64 else { return nil }
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: return nil
      default: continue
      }
    }
    self.text = text
  }

  package var description: String { text }

  /// Ordered by code points, the same on every machine.
  package static func < (a: PatientID, b: PatientID) -> Bool {
    a.text.unicodeScalars.lexicographicallyPrecedes(b.text.unicodeScalars)
  }
}
