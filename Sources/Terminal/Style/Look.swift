/// What a terminal is told for a style: colour numbers and attributes.
package struct Look: Hashable, Sendable {
  /// The number of the colour, `0xRRGGBB` at full depth; `nil` for the terminal's own.
  package var foreground: UInt32?
  package var background: UInt32?
  package var attributes: Attributes

  package init(foreground: UInt32?, background: UInt32?, attributes: Attributes) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}
