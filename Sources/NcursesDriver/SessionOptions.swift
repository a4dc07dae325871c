package import Terminal

/// How a session is to be opened. What the environment says is given here; the driver reads no
/// variable but the locale's.
package struct SessionOptions: Sendable {
  /// `TERM`.
  package var term: String?
  /// `NO_COLOR` is set and not empty: attributes only.
  package var noColour: Bool
  /// What the configuration says; `nil` to find out.
  package var colours: ColourDepth?
  package var glyphs: GlyphSet?
  package var charts: ChartGlyphs?
  package var mouse: Bool
  /// Whether each frame is bracketed for the terminal to show at once.
  package var synchronized: Bool
  /// Milliseconds after which a lone escape is the key Esc, 0 to 500.
  package var escapeDelay: Int
  /// The window's title: fixed words only, so that no name of a patient can ever stand in it.
  package var title: StaticString
  /// Said on the terminal after a crash, once the screen is given back.
  package var crashNote: String

  package init(
    term: String?, noColour: Bool = false, colours: ColourDepth? = nil, glyphs: GlyphSet? = nil,
    charts: ChartGlyphs? = nil, mouse: Bool = false, synchronized: Bool = true,
    escapeDelay: Int = 25, title: StaticString = "vigil", crashNote: String = ""
  ) {
    self.term = term
    self.noColour = noColour
    self.colours = colours
    self.glyphs = glyphs
    self.charts = charts
    self.mouse = mouse
    self.synchronized = synchronized
    self.escapeDelay = min(500, max(0, escapeDelay))
    self.title = title
    self.crashNote = crashNote
  }
}
