extension Theme {
  /// A pair of colours of a theme that some people cannot tell apart.
  package struct Shortcoming: Hashable, Sendable, CustomStringConvertible {
    /// What is hard to read, in words.
    package let subject: String
    package let vision: ColourVision
    /// The contrast that is there, 1 to 21.
    package let contrast: Double
    /// The contrast that is needed.
    package let needed: Double

    package var description: String {
      let tenths = (contrast * 10).rounded(.down) / 10
      let who =
        switch vision {
        case .full: ""
        case .protanopia: " to a person without red vision"
        case .deuteranopia: " to a person without green vision"
        }
      return "\(subject) has a contrast of \(tenths)\(who); it needs \(needed)"
    }
  }

  /// What of the theme is too faint, as it is and as seen without red or green vision: 4.5 to 1
  /// for text and 3 to 1 for lines (WCAG 2.2, 1.4.3 and 1.4.11), and 3 to 1 between the grounds
  /// of neighbouring grades. Colours left to the terminal cannot be judged and are passed over.
  package var shortcomings: [Shortcoming] {
    var found: [Shortcoming] = []
    for vision in ColourVision.allCases {
      for role in Role.allCases {
        for ground in Ground.allCases {
          let needed = role.isLine ? 3.0 : 4.5
          guard let contrast = contrast(Style(role, on: ground), vision), contrast < needed
          else { continue }
          let place = ground == .plain ? "" : " on \(ground)"
          found.append(
            Shortcoming(
              subject: role.name + place, vision: vision, contrast: contrast, needed: needed))
        }
      }
      for (lower, upper) in zip(Role.grades, Role.grades.dropFirst()) {
        guard let a = colours(Style(lower)).background, let b = colours(Style(upper)).background
        else { continue }
        let contrast = LinearLight(a).seen(with: vision)
          .contrast(with: LinearLight(b).seen(with: vision))
        guard contrast < 3 else { continue }
        found.append(
          Shortcoming(
            subject: "\(lower.name) beside \(upper.name)", vision: vision, contrast: contrast,
            needed: 3))
      }
    }
    return found
  }

  private func contrast(_ style: Style, _ vision: ColourVision) -> Double? {
    let (foreground, background) = colours(style)
    guard let foreground, let background else { return nil }
    return LinearLight(foreground).seen(with: vision)
      .contrast(with: LinearLight(background).seen(with: vision))
  }
}

extension Role {
  /// True for what is drawn as lines and dots rather than read as text.
  var isLine: Bool {
    switch self {
    case .frame, .scroll, .future, .axis, .limit, .band: true
    default: false
    }
  }
}
