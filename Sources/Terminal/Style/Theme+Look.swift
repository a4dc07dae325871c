extension Theme {
  /// How `style` looks on a terminal with so many colours.
  package func look(_ style: Style, depth: ColourDepth) -> Look {
    switch depth {
    case .none: monoLook(style)
    case .eight: eightLook(style)
    case .sixteen: sixteenLook(style)
    case .palette: fullLook(style) { UInt32($0.nearestIndex) }
    case .direct: fullLook(style, number: Self.direct)
    }
  }

  /// The colours of a style with 256 colours, as they are mixed from role and ground; `nil` for
  /// the terminal's own. What the contrast of a theme is computed from.
  package func colours(_ style: Style) -> (foreground: Colour?, background: Colour?) {
    let own = self[style.role]
    let screen = self[.text]
    // The ground of ordinary text is that of the screen, and gives way to that of a chosen row.
    if style.role != .text {
      switch own.background {
      case .colour(let colour): return (own.foreground, colour)
      case .terminal: return (own.foreground, nil)
      case .inherited: break
      }
    }
    guard let ground = style.ground.role, ground != style.role else {
      return (own.foreground, screen.background.colour)
    }
    let under = self[ground]
    return (
      under.foreground ?? own.foreground, under.background.colour ?? screen.background.colour
    )
  }

  private func monoLook(_ style: Style) -> Look {
    let own = self[style.role].mono
    let under = style.ground.role.map { self[$0].mono } ?? []
    return Look(
      foreground: nil, background: nil,
      attributes: style.ground.role == style.role ? own : own.over(under))
  }

  private func fullLook(_ style: Style, number: (Colour) -> UInt32) -> Look {
    let (foreground, background) = colours(style)
    let under = style.ground.role.map { self[$0].attributes } ?? []
    return Look(
      foreground: foreground.map(number), background: background.map(number),
      attributes: style.ground.role == style.role ? under : self[style.role].attributes.over(under))
  }

  // Terminals of this kind take 0 to 7 for palette numbers; no theme needs so dark a blue.
  private static func direct(_ colour: Colour) -> UInt32 {
    let (red, green, blue) = colour.components
    let value = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    return value > 0 && value < 8 ? 8 : value
  }

  private func sixteenLook(_ style: Style) -> Look {
    let mixed = basic(style)
    return Look(
      foreground: mixed.foreground.map { UInt32($0.number) },
      background: mixed.background.map { UInt32($0.number) }, attributes: mixed.attributes)
  }

  // Eight colours have no bright ones: bold takes their place for text, as these terminals draw
  // bold brighter, and a background loses its brightness.
  private func eightLook(_ style: Style) -> Look {
    var mixed = basic(style)
    if let colour = mixed.foreground, colour.isBright {
      mixed.attributes.insert(.bold)
      mixed.foreground = colour.dark
    }
    mixed.background = mixed.background?.dark
    if let foreground = mixed.foreground, foreground == mixed.background {
      mixed.foreground = foreground == .white || foreground == .yellow ? .black : .white
    }
    return Look(
      foreground: mixed.foreground.map { UInt32($0.number) },
      background: mixed.background.map { UInt32($0.number) }, attributes: mixed.attributes)
  }

  private func basic(_ style: Style) -> BasicLook {
    let own = basicLook(style.role)
    let screen = basicLook(.text)
    if own.background != nil, style.role != .text { return own }
    guard let ground = style.ground.role, ground != style.role else {
      return BasicLook(
        foreground: own.foreground, background: screen.background, attributes: own.attributes)
    }
    let under = basicLook(ground)
    return BasicLook(
      foreground: under.foreground ?? own.foreground,
      background: under.background ?? screen.background,
      attributes: own.attributes.over(under.attributes))
  }

  /// What the theme gives for sixteen colours, or the nearest to what it gives for more.
  private func basicLook(_ role: Role) -> BasicLook {
    let look = self[role]
    if let basic = look.basic { return basic }
    var foreground = look.foreground?.nearestBasic
    let background = look.background.colour?.nearestBasic
    if let colour = foreground, colour == background {
      let light = LinearLight(look.background.colour ?? .index(16)).luminance > 0.18
      foreground = light ? .black : .brightwhite
    }
    return BasicLook(
      foreground: foreground, background: background, attributes: look.attributes)
  }
}
