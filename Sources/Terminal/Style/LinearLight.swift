/// A colour as amounts of light, 0 to 1, the form in which contrast is computed.
package struct LinearLight: Hashable, Sendable {
  package var red: Double
  package var green: Double
  package var blue: Double

  package init(_ colour: Colour) {
    let (r, g, b) = colour.components
    red = Self.linear(r)
    green = Self.linear(g)
    blue = Self.linear(b)
  }

  init(red: Double, green: Double, blue: Double) {
    self.red = min(1, max(0, red))
    self.green = min(1, max(0, green))
    self.blue = min(1, max(0, blue))
  }

  private static func linear(_ component: UInt8) -> Double {
    let c = Double(component) / 255
    guard c > 0.04045 else { return c / 12.92 }
    let base = (c + 0.055) / 1.055
    // To the power of 2.4.
    return base * base * Roots.root(base * base, degree: 5)
  }

  /// Relative luminance, 0 for black to 1 for white (WCAG 2.2).
  package var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  /// The contrast ratio of two colours, 1 to 21 (WCAG 2.2, success criterion 1.4.3).
  package func contrast(with other: LinearLight) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// The same colour as a person without red (protanopia) or green (deuteranopia) receptors sees
  /// it, after Viénot, Brettel and Mollon 1999.
  package func seen(with vision: ColourVision) -> LinearLight {
    switch vision {
    case .full:
      return self
    case .protanopia:
      let mixed = 0.11238 * red + 0.88762 * green
      return LinearLight(red: mixed, green: mixed, blue: 0.00401 * (red - green) + blue)
    case .deuteranopia:
      let mixed = 0.29275 * red + 0.70725 * green
      return LinearLight(red: mixed, green: mixed, blue: -0.02234 * (red - green) + blue)
    }
  }
}

/// Kinds of colour vision for which a theme is checked.
package enum ColourVision: Sendable, CaseIterable {
  case full
  case protanopia
  case deuteranopia
}
