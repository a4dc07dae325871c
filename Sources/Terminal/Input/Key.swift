/// A key as a person presses it.
package struct Key: Hashable, Sendable {
  package var code: Code
  package var modifiers: Modifiers

  package init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  /// A letter, digit or sign without modifiers.
  package static func character(_ character: Character) -> Key { Key(.character(character)) }

  /// `C-x`: Control with a letter.
  package static func control(_ character: Character) -> Key {
    Key(.character(character), .control)
  }

  package enum Code: Hashable, Sendable {
    /// What the key writes; capital letters stand for themselves, without Shift.
    case character(Character)
    case enter, tab, escape, backspace
    case insert, delete, home, end, pageUp, pageDown
    case up, down, left, right
    /// F1 to F24.
    case function(Int)
  }

  package struct Modifiers: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let control = Modifiers(rawValue: 1)
    package static let alt = Modifiers(rawValue: 2)
    package static let shift = Modifiers(rawValue: 4)
  }

  /// What the key would write into a text field, if it writes.
  package var text: Character? {
    guard case .character(let character) = code, modifiers.isEmpty else { return nil }
    return character
  }

  /// Keys that are never free to be bound: the prefixes of terminal multiplexers, flow control,
  /// and what the terminal itself does with Control.
  package var isReserved: Bool {
    guard modifiers == .control, case .character(let character) = code else { return false }
    return "abcqsz\\".contains(character)
  }
}
