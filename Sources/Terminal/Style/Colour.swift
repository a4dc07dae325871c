/// A colour as a theme names it.
package enum Colour: Hashable, Sendable {
  /// One of the 256 that terminals share: 0 to 15 are the user's own, 16 to 255 are fixed.
  case index(UInt8)
  case rgb(UInt8, UInt8, UInt8)

  /// `#rrggbb`.
  package init?(hex text: String) {
    let digits = Array(text.utf8)
    guard digits.count == 7, digits[0] == UInt8(ascii: "#"),
      digits.dropFirst().allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(text.dropFirst(), radix: 16)
    else { return nil }
    self = .rgb(
      UInt8(truncatingIfNeeded: value >> 16), UInt8(truncatingIfNeeded: value >> 8),
      UInt8(truncatingIfNeeded: value))
  }

  /// Red, green and blue, 0 to 255 each. Of the first sixteen, which every user may change, what
  /// xterm gives them.
  package var components: (red: UInt8, green: UInt8, blue: UInt8) {
    switch self {
    case .rgb(let red, let green, let blue): return (red, green, blue)
    case .index(let index) where index < 16:
      let value = BasicColour.allCases[Int(index)].components
      return value
    case .index(let index) where index >= 232:
      let grey = UInt8(8 + 10 * (Int(index) - 232))
      return (grey, grey, grey)
    case .index(let index):
      let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
      let cube = Int(index) - 16
      return (steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6])
    }
  }

  /// The nearest of the 240 fixed colours, by the distance that a person sees (in OKLab).
  package var nearestIndex: UInt8 {
    if case .index(let index) = self { return index }
    let wanted = PerceivedColour(self)
    var best: UInt8 = 16
    var distance = Double.infinity
    for index in UInt8(16)...255 {
      let d = wanted.distance(to: Self.perceived[Int(index) - 16])
      if d < distance {
        distance = d
        best = index
      }
    }
    return best
  }

  /// The nearest of the sixteen basic colours, by the same distance.
  package var nearestBasic: BasicColour {
    let wanted = PerceivedColour(self)
    var best = BasicColour.black
    var distance = Double.infinity
    for colour in BasicColour.allCases {
      let (red, green, blue) = colour.components
      let d = wanted.distance(to: PerceivedColour(.rgb(red, green, blue)))
      if d < distance {
        distance = d
        best = colour
      }
    }
    return best
  }

  private static let perceived = (UInt8(16)...255).map { PerceivedColour(.index($0)) }
}

/// The sixteen colours that every colour terminal has in some form, in the terminal's order.
package enum BasicColour: String, Sendable, CaseIterable {
  case black, red, green, yellow, blue, magenta, cyan, white
  case brightblack, brightred, brightgreen, brightyellow
  case brightblue, brightmagenta, brightcyan, brightwhite

  /// The number by which terminals know it, 0 to 15.
  package var number: UInt8 { UInt8(Self.allCases.firstIndex(of: self) ?? 0) }

  /// True for the eight bright ones.
  package var isBright: Bool { number >= 8 }

  /// The same colour among the first eight.
  package var dark: BasicColour { Self.allCases[Int(number % 8)] }

  /// What xterm gives it; users change these.
  var components: (red: UInt8, green: UInt8, blue: UInt8) {
    switch self {
    case .black: (0, 0, 0)
    case .red: (205, 0, 0)
    case .green: (0, 205, 0)
    case .yellow: (205, 205, 0)
    case .blue: (0, 0, 238)
    case .magenta: (205, 0, 205)
    case .cyan: (0, 205, 205)
    case .white: (229, 229, 229)
    case .brightblack: (127, 127, 127)
    case .brightred: (255, 0, 0)
    case .brightgreen: (0, 255, 0)
    case .brightyellow: (255, 255, 0)
    case .brightblue: (92, 92, 255)
    case .brightmagenta: (255, 0, 255)
    case .brightcyan: (0, 255, 255)
    case .brightwhite: (255, 255, 255)
    }
  }
}
