import Terminal

/// What a terminal is known to do beyond what terminfo says, by its name.
struct TerminalKind: Hashable, Sendable {
  /// Understands the private modes of xterm (paste, synchronized output); unknown ones are
  /// ignored by these.
  let hasModes: Bool
  /// Takes a window title and gives the old one back.
  let hasTitle: Bool
  /// The signs that its fonts hold.
  let glyphs: GlyphSet
  let charts: ChartGlyphs

  /// The kind of a name as in `TERM`.
  init(_ name: String) {
    let family = name.prefix { $0 != "-" }
    switch family {
    case "xterm", "vte", "gnome", "konsole", "alacritty", "foot", "kitty", "ghostty", "rio",
      "wezterm", "iterm", "iterm2", "rxvt", "st", "contour", "putty", "mintty", "ms", "mlterm",
      "nsterm", "mintty+common", "Eterm", "terminator", "tmux", "screen":
      hasModes = true
      // A multiplexer would keep the title of its window for good.
      hasTitle = family != "tmux" && family != "screen"
      glyphs = .unicode
      charts = .braille
    case "linux", "vt100", "vt102", "vt220", "vt320", "ansi", "sun", "cons25", "pcansi", "cygwin":
      hasModes = false
      hasTitle = false
      // 256 or 512 signs, not these.
      glyphs = .ascii
      charts = .ascii
    default:
      hasModes = false
      hasTitle = false
      glyphs = .unicode
      charts = .block
    }
  }

  /// Names to try for a terminal that terminfo does not know here, its own first. Only where the
  /// substitute says less than the terminal can do.
  static func candidates(for name: String) -> [String] {
    let kind = TerminalKind(name)
    guard kind.hasModes else { return [name] }
    let multiplexed = name.hasPrefix("tmux") || name.hasPrefix("screen")
    let rich = multiplexed ? ["screen-256color"] : ["xterm-256color"]
    let poor = multiplexed ? ["screen"] : ["xterm"]
    // Plain `putty` and the like say nothing of 256 colours; the newer ones have them all.
    let old = ["putty", "rxvt", "screen", "tmux", "xterm", "Eterm", "mlterm", "st"]
    let known = name.contains("256") || name.contains("direct") || !old.contains(name)
    return [name] + (known ? rich + poor : poor)
  }
}
