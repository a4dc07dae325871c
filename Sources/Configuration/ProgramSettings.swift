package import Terminal

/// What a configuration file may set about the program; never anything clinical, for that is a
/// `setting` event of the record.
package struct ProgramSettings: Hashable, Sendable {
  /// Path of the store: absolute, or beginning with `~/`.
  package var store: String?
  /// Folder with themes and sample data: absolute, or beginning with `~/`.
  package var data: String?
  /// Name of the theme.
  package var theme: String?
  /// The signs that the terminal can show; `nil` to find out.
  package var glyphs: GlyphSet?
  /// What plots are drawn with; `nil` to find out.
  package var charts: ChartGlyphs?
  /// Whether the mouse reports to the program from the start.
  package var mouse: Bool?
  /// Whether each frame is bracketed for the terminal to show at once.
  package var sync: Bool?
  /// Milliseconds after which a lone escape is the key Esc.
  package var escapeDelay: Int?

  package init(store: String? = nil, data: String? = nil) {
    self.store = store
    self.data = data
  }

  /// The keys of a configuration file, in the order in which `vigil --paths` and messages name
  /// them.
  package static let keys = [
    "store", "data", "theme", "glyphs", "charts", "mouse", "sync", "escdelay",
  ]
}
