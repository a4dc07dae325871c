import CNcurses
import Terminal

/// Gives each style its attributes and its pair of colours.
struct PairTable {
  private let theme: Theme
  private let depth: ColourDepth
  private var known: [Style: (attributes: UInt32, pair: Int32)] = [:]

  init(theme: Theme, depth: ColourDepth) {
    self.theme = theme
    self.depth = depth
  }

  /// Attributes and pair of a style; makes the pair on first use.
  mutating func resolve(
    _ style: Style, _ pairs: inout ColourPairs
  ) -> (attributes: UInt32, pair: Int32) {
    if let entry = known[style] { return entry }
    var look = theme.look(style, depth: depth)
    var pair: Int32 = 0
    if look.foreground != nil || look.background != nil {
      if let made = pairs.pair(look.foreground, look.background) {
        pair = made
      } else {
        // No pair left: what the style looks like without colour.
        look = theme.look(style, depth: .none)
      }
    }
    let entry = (UInt32(look.attributes.rawValue), pair)
    known[style] = entry
    return entry
  }
}

/// The pairs that were made on this terminal; they stay when the theme changes.
struct ColourPairs {
  private struct Colours: Hashable {
    let foreground: UInt32?
    let background: UInt32?
  }

  private var made: [Colours: Int32] = [:]

  mutating func pair(_ foreground: UInt32?, _ background: UInt32?) -> Int32? {
    let colours = Colours(foreground: foreground, background: background)
    if let pair = made[colours] { return pair }
    let next = Int32(made.count + 1)
    let set = cn_set_pair(
      next, foreground.map { Int32($0) } ?? -1, background.map { Int32($0) } ?? -1)
    guard set else { return nil }
    made[colours] = next
    return next
  }
}
