import Terminal

/// The keys that curses recognises, by the names it gives them: `KEY_UP`, `kLFT5`.
enum CursesKey {
  static func key(named name: String) -> Key? {
    if let code = plain[name] { return Key(code) }
    if let code = shifted[name] { return Key(code, .shift) }
    if name == "KEY_BTAB" { return Key(.tab, .shift) }
    if name.hasPrefix("KEY_F("), let number = Int(name.dropFirst(6).dropLast()) {
      return function(number)
    }
    // Names of terminfo for keys with modifiers: a stem and a digit.
    guard let digit = name.last?.wholeNumberValue, (3...8).contains(digit),
      let code = stems[String(name.dropLast())]
    else { return shiftedStems[name].map { Key($0, .shift) } }
    return Key(code, modifiers(digit))
  }

  /// F13 and on are the twelve keys with Shift, with Control, and with both, as xterm counts.
  private static func function(_ number: Int) -> Key? {
    switch number {
    case 1...12: Key(.function(number))
    case 13...24: Key(.function(number - 12), .shift)
    case 25...36: Key(.function(number - 24), .control)
    case 37...48: Key(.function(number - 36), [.control, .shift])
    case 49...60: Key(.function(number - 48), .alt)
    default: nil
    }
  }

  private static func modifiers(_ digit: Int) -> Key.Modifiers {
    var modifiers: Key.Modifiers = []
    if (digit - 1) & 1 != 0 { modifiers.insert(.shift) }
    if (digit - 1) & 2 != 0 { modifiers.insert(.alt) }
    if (digit - 1) & 4 != 0 { modifiers.insert(.control) }
    return modifiers
  }

  private static let plain: [String: Key.Code] = [
    "KEY_UP": .up, "KEY_DOWN": .down, "KEY_LEFT": .left, "KEY_RIGHT": .right, "KEY_HOME": .home,
    "KEY_END": .end, "KEY_FIND": .home, "KEY_SELECT": .end, "KEY_NPAGE": .pageDown,
    "KEY_PPAGE": .pageUp, "KEY_IC": .insert, "KEY_DC": .delete, "KEY_BACKSPACE": .backspace,
    "KEY_ENTER": .enter, "KEY_A1": .home, "KEY_A3": .pageUp, "KEY_C1": .end,
    "KEY_C3": .pageDown,
  ]

  private static let shifted: [String: Key.Code] = [
    "KEY_SR": .up, "KEY_SF": .down, "KEY_SLEFT": .left, "KEY_SRIGHT": .right, "KEY_SHOME": .home,
    "KEY_SEND": .end, "KEY_SNEXT": .pageDown, "KEY_SPREVIOUS": .pageUp, "KEY_SDC": .delete,
    "KEY_SIC": .insert,
  ]

  private static let stems: [String: Key.Code] = [
    "kUP": .up, "kDN": .down, "kLFT": .left, "kRIT": .right, "kHOM": .home, "kEND": .end,
    "kNXT": .pageDown, "kPRV": .pageUp, "kDC": .delete, "kIC": .insert,
  ]

  private static let shiftedStems: [String: Key.Code] = ["kUP": .up, "kDN": .down]
}
