/// Reads what follows an escape that the terminal library could not resolve.
enum EscapeSequence {
  /// Reads from `start`, the step after the escape.
  ///
  /// - Returns: the key, or `nil` for a sequence that means none, and the step to go on with.
  static func read(_ steps: [InputDecoder.Step], from start: Int) -> (key: Key?, next: Int) {
    guard start < steps.count else { return (Key(.escape), start) }
    switch steps[start] {
    case .scalar("["), .scalar("O"):
      return control(steps, from: start)
    case .scalar("]"), .scalar("P"), .scalar("_"), .scalar("^"), .scalar("X"):
      return string(steps, from: start)
    case .scalar("\u{1B}"):
      // Two escapes: one, and whatever the second begins.
      return (Key(.escape), start)
    case .scalar(let scalar):
      if let key = InputDecoder.controlKey(scalar) { return (key.with(.alt), start + 1) }
      return (Key(.character(Character(scalar)), .alt), start + 1)
    case .key(let key):
      return (key.with(.alt), start + 1)
    case .pasteStart, .pasteEnd, .mouse:
      return (Key(.escape), start)
    }
  }

  /// `ESC [` parameters and a final letter, or `ESC O` and a letter.
  private static func control(_ steps: [InputDecoder.Step], from start: Int) -> (Key?, Int) {
    var index = start + 1
    var parameters = ""
    let alone = index >= steps.count
    while index < steps.count, case .scalar(let scalar) = steps[index] {
      index += 1
      switch scalar.value {
      case 0x20...0x3F:
        parameters.unicodeScalars.append(scalar)
      case 0x40...0x7E:
        if scalar == "M", parameters.isEmpty, steps[start] == .scalar("[") {
          // The oldest mouse report: three bytes follow that look like letters.
          return (nil, min(steps.count, index + 3))
        }
        return (key(parameters: parameters, final: Character(scalar)), index)
      default:
        // Not part of a sequence: what came before means nothing.
        return (nil, index - 1)
      }
    }
    if alone, case .scalar(let scalar) = steps[start] {
      return (Key(.character(Character(scalar)), .alt), index)
    }
    return (nil, index)
  }

  /// Answers of a terminal (`ESC ]` and relatives) up to their end.
  private static func string(_ steps: [InputDecoder.Step], from start: Int) -> (Key?, Int) {
    var index = start + 1
    if index >= steps.count, case .scalar(let scalar) = steps[start] {
      return (Key(.character(Character(scalar)), .alt), index)
    }
    while index < steps.count {
      guard case .scalar(let scalar) = steps[index] else { return (nil, index) }
      index += 1
      if scalar == "\u{7}" { return (nil, index) }
      if scalar == "\\", index >= start + 3, steps[index - 2] == .scalar("\u{1B}") {
        return (nil, index)
      }
    }
    return (nil, index)
  }

  private static func key(parameters: String, final: Character) -> Key? {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map {
      Int($0)
    }
    var modifiers: Key.Modifiers = []
    if numbers.count > 1, let code = numbers[1], (2...8).contains(code) {
      if (code - 1) & 1 != 0 { modifiers.insert(.shift) }
      if (code - 1) & 2 != 0 { modifiers.insert(.alt) }
      if (code - 1) & 4 != 0 { modifiers.insert(.control) }
    }
    if final == "~" {
      guard let first = numbers.first, let number = first, let code = tilde[number] else {
        return nil
      }
      return Key(code, modifiers)
    }
    if final == "Z" { return Key(.tab, .shift) }
    // With another first number it is an answer, as of where the cursor stands.
    guard let code = letters[final], parameters.allSatisfy({ $0.isNumber || $0 == ";" }),
      parameters.isEmpty || numbers.first == 1
    else { return nil }
    return Key(code, modifiers)
  }

  private static let letters: [Character: Key.Code] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "M": .enter,
    "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4),
  ]

  private static let tilde: [Int: Key.Code] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]
}

extension Key {
  func with(_ modifier: Modifiers) -> Key { Key(code, modifiers.union(modifier)) }
}
