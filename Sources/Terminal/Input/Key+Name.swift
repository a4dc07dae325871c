extension Key {
  /// The name by which files and screens call the key: `a`, `C-x`, `M-Left`, `S-Tab`, `F1`,
  /// `Space`.
  package var name: String {
    var name = ""
    if modifiers.contains(.control) { name += "C-" }
    if modifiers.contains(.alt) { name += "M-" }
    if modifiers.contains(.shift) { name += "S-" }
    switch code {
    case .character(" "): return name + "Space"
    case .character(let character): return name + String(character)
    case .function(let number): return name + "F\(number)"
    default: return name + (Self.names.first { $0.code == code }?.name ?? "")
    }
  }

  /// Reads a key's name. The names of keys are not case-sensitive, letters are: `C-x` is Control
  /// with x, `X` the capital letter.
  ///
  /// - Throws: `KeyNameError` with what is wrong and what to write.
  package init(name: String) throws(KeyNameError) {
    var rest = Substring(name)
    var modifiers: Modifiers = []
    while rest.count > 2, rest.dropFirst().first == "-" {
      guard let prefix = rest.first, let modifier = Self.prefixes[prefix] else { break }
      guard !modifiers.contains(modifier) else {
        throw KeyNameError(name: name, problem: "says \(prefix)- twice")
      }
      modifiers.insert(modifier)
      rest = rest.dropFirst(2)
    }
    let word = rest.lowercased()
    if rest.count == 1, let character = rest.first {
      guard !character.isWhitespace, GlyphSet.isVisible(character) else {
        throw KeyNameError(name: name, problem: "holds a sign that no key can be named by")
      }
      guard !modifiers.contains(.shift) else {
        throw KeyNameError(
          name: name, problem: "says Shift with a letter; write the capital letter instead")
      }
      // A terminal sends the same for Control with a small and with a capital letter.
      let plain = modifiers.contains(.control) ? Character(character.lowercased()) : character
      self.init(.character(plain), modifiers)
    } else if word == "space" {
      self.init(.character(" "), modifiers)
    } else if let known = Self.names.first(where: { $0.name.lowercased() == word }) {
      self.init(known.code, modifiers)
    } else if word.first == "f", let number = Int(word.dropFirst()), (1...24).contains(number) {
      self.init(.function(number), modifiers)
    } else {
      throw KeyNameError(name: name, problem: "is not the name of a key")
    }
  }

  private static let prefixes: [Character: Modifiers] = [
    "C": .control, "M": .alt, "S": .shift,
  ]

  private static let names: [(name: String, code: Code)] = [
    ("Enter", .enter), ("Tab", .tab), ("Esc", .escape), ("Backspace", .backspace),
    ("Insert", .insert), ("Delete", .delete), ("Home", .home), ("End", .end),
    ("PageUp", .pageUp), ("PageDown", .pageDown), ("Up", .up), ("Down", .down), ("Left", .left),
    ("Right", .right),
  ]
}

/// The name of a key that is none.
package struct KeyNameError: Error, Hashable, Sendable, CustomStringConvertible {
  package let name: String
  package let problem: String

  package var description: String {
    "\"\(name)\" \(problem); write a letter, C-x, M-x, F1 to F24, Enter, Esc, Tab, S-Tab, Space, "
      + "Backspace, Insert, Delete, Home, End, PageUp, PageDown, Up, Down, Left or Right"
  }
}

extension GlyphSet {
  /// True for a character that is drawn as itself.
  static func isVisible(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy {
      if case .unsafe = ScalarWidth.of($0) { false } else { true }
    }
  }
}
