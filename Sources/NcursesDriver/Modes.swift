/// The control sequences that Vigil sends beside curses, and their undoing.
struct Modes {
  let kind: TerminalKind

  /// On entering the screen.
  func on(title: String) -> String {
    guard kind.hasModes else { return "" }
    var text = ""
    // The old title on the terminal's stack, the new one in its place.
    if kind.hasTitle { text += "\u{1B}[22;2t\u{1B}]2;\(title)\u{7}" }
    // Bracketed paste; and no reordering of right-to-left text (ECMA-48 BDSM), for a name in
    // Hebrew would pull the numbers beside it to its other side.
    return text + "\u{1B}[?2004h\u{1B}[8l"
  }

  /// On leaving it, in the order mouse, focus, paste, synchronized output.
  var off: String {
    guard kind.hasModes else { return "" }
    let title = kind.hasTitle ? "\u{1B}[23;2t" : ""
    return "\u{1B}[?1006l\u{1B}[?1003l\u{1B}[?1002l\u{1B}[?1000l\u{1B}[?1004l\u{1B}[?2004l"
      + "\u{1B}[?2026l\u{1B}[8h" + title
  }

  var frameBegins: String { kind.hasModes ? "\u{1B}[?2026h" : "" }
  var frameEnds: String { kind.hasModes ? "\u{1B}[?2026l" : "" }
}
