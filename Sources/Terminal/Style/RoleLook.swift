/// How a theme draws a role, at each depth of colour.
package struct RoleLook: Hashable, Sendable {
  /// With 256 colours or more; `nil` for the terminal's own colour where the theme says so.
  package var foreground: Colour?
  package var background: Background
  package var attributes: Attributes
  /// With 16 colours, and with 8 by leaving the brightness away; the nearest ones where `nil`.
  package var basic: BasicLook?
  /// Without colour: `NO_COLOR`, a vt100, print.
  package var mono: Attributes

  package init(
    foreground: Colour?, background: Background = .inherited, attributes: Attributes = [],
    basic: BasicLook? = nil, mono: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
    self.basic = basic
    self.mono = mono
  }

  /// A background, or what is under it.
  package enum Background: Hashable, Sendable {
    /// The ground that the text stands on: the screen's, or that of a chosen row.
    case inherited
    /// The terminal's own.
    case terminal
    case colour(Colour)

    /// The colour, where one is named.
    package var colour: Colour? {
      if case .colour(let colour) = self { return colour }
      return nil
    }
  }
}

/// A look with the sixteen basic colours; `nil` means inherited for the background and the
/// terminal's own colour for the text.
package struct BasicLook: Hashable, Sendable {
  package var foreground: BasicColour?
  package var background: BasicColour?
  package var attributes: Attributes

  package init(
    foreground: BasicColour?, background: BasicColour? = nil, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}
