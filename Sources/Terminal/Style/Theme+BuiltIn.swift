extension Theme {
  /// The theme that is in force when no file is found; `themes/dark.toml` says the same.
  package static let builtIn = Theme(
    name: "dark", summary: "Light text on a dark ground, calm by default", look: builtInLook)

  // One case a role, so that a role without a look does not compile.
  private static func builtInLook(_ role: Role) -> RoleLook {
    switch role {
    case .text:
      look(252, on: 233, sixteen: basic(.white, on: .black))
    case .dim:
      look(247, sixteen: basic(.white))
    case .label:
      look(110, sixteen: basic(.cyan))
    case .heading:
      look(117, [.bold], sixteen: basic(.brightcyan, [.bold]), mono: [.bold])
    case .strong:
      look(231, [.bold], sixteen: basic(.brightwhite, [.bold]), mono: [.bold])
    case .title:
      look(231, on: 24, [.bold], sixteen: basic(.brightwhite, on: .blue, [.bold]), mono: [.reverse])
    case .titleDim:
      look(195, on: 24, sixteen: basic(.white, on: .blue), mono: [.reverse])
    case .titleSubject:
      look(
        231, on: 24, [.bold], sixteen: basic(.brightwhite, on: .blue, [.bold]),
        mono: [.reverse, .bold])
    case .demoMark:
      look(16, on: 180, [.bold], sixteen: basic(.black, on: .yellow), mono: [.bold, .underline])
    case .modeMark:
      look(16, on: 183, [.bold], sixteen: basic(.black, on: .magenta), mono: [.bold, .underline])
    case .titleStopped:
      look(231, on: 88, [.bold], sixteen: basic(.brightwhite, on: .red, [.bold]), mono: [.bold])
    case .frame:
      look(244, sixteen: basic(.white))
    case .frameTitle:
      look(117, [.bold], sixteen: basic(.brightcyan, [.bold]), mono: [.bold])
    case .frameFocus:
      look(117, sixteen: basic(.brightcyan), mono: [.bold])
    case .key:
      look(222, [.bold], sixteen: basic(.brightyellow, [.bold]), mono: [.bold])
    case .keyLabel:
      look(250, sixteen: basic(.white))
    case .tab:
      look(250, sixteen: basic(.white))
    case .tabSelected:
      look(231, on: 24, [.bold], sixteen: basic(.brightwhite, on: .blue, [.bold]), mono: [.reverse])
    case .selection:
      look(231, on: 25, [.bold], sixteen: basic(.black, on: .white), mono: [.reverse])
    case .cursor:
      look(16, on: 153, [.bold], sixteen: basic(.black, on: .cyan), mono: [.reverse])
    case .match:
      look(16, on: 229, [.bold], sixteen: basic(.black, on: .yellow), mono: [.bold, .underline])
    case .scroll:
      look(244, sixteen: basic(.white))
    case .grade0:
      look(250, sixteen: basic(.white))
    case .grade1:
      look(16, on: 80, sixteen: basic(.black, on: .cyan), mono: [.underline])
    case .grade2:
      look(222, on: 58, [.bold], sixteen: basic(.brightyellow, [.bold, .underline]), mono: [.bold])
    case .grade3:
      look(16, on: 214, [.bold], sixteen: basic(.black, on: .yellow), mono: [.bold, .underline])
    case .grade4:
      look(231, on: 88, [.bold], sixteen: basic(.brightwhite, on: .red, [.bold]), mono: [.reverse])
    case .grade5:
      look(16, on: 183, [.bold], sixteen: basic(.black, on: .magenta), mono: [.reverse, .bold])
    case .gradeUnknown:
      look(250, sixteen: basic(.white))
    case .future:
      look(243, sixteen: basic(.white))
    case .alert1:
      look(
        231, on: 124, [.bold], sixteen: basic(.brightwhite, on: .red, [.bold]),
        mono: [.reverse, .bold])
    case .alert2:
      look(16, on: 221, [.bold], sixteen: basic(.black, on: .yellow), mono: [.bold, .underline])
    case .alert3:
      look(117, [.bold], sixteen: basic(.brightcyan, [.bold]), mono: [.bold])
    case .alertQuiet:
      look(247, sixteen: basic(.white))
    case .due:
      look(252, sixteen: basic(.white))
    case .overdue:
      look(221, [.bold], sixteen: basic(.brightyellow, [.bold]), mono: [.bold])
    case .value:
      look(252, sixteen: basic(.white))
    case .valueOut:
      look(221, [.bold], sixteen: basic(.brightyellow, [.bold]), mono: [.bold])
    case .stale:
      look(180, sixteen: basic(.yellow), mono: [.underline])
    case .missing:
      look(247, sixteen: basic(.white))
    case .struck:
      look(247, sixteen: basic(.white), mono: [.underline])
    case .field:
      look(252, on: 236, sixteen: basic(.white, [.underline]), mono: [.underline])
    case .fieldFocus:
      look(231, on: 25, sixteen: basic(.brightwhite, on: .blue), mono: [.reverse])
    case .fieldRefused:
      look(
        231, on: 88, [.bold], sixteen: basic(.brightwhite, on: .red, [.bold]),
        mono: [.reverse, .bold])
    case .draft:
      look(183, sixteen: basic(.brightmagenta), mono: [.bold])
    case .notice:
      look(117, sixteen: basic(.brightcyan))
    case .warning:
      look(221, [.bold], sixteen: basic(.brightyellow, [.bold]), mono: [.bold])
    case .failure:
      look(
        231, on: 88, [.bold], sixteen: basic(.brightwhite, on: .red, [.bold]),
        mono: [.reverse, .bold])
    case .axis:
      look(245, sixteen: basic(.white))
    case .limit:
      look(245, sixteen: basic(.white))
    case .now:
      look(252, sixteen: basic(.white))
    case .mark:
      look(183, [.bold], sixteen: basic(.brightmagenta, [.bold]), mono: [.bold])
    case .band:
      look(243, sixteen: basic(.white))
    case .series1:
      look(75, sixteen: basic(.brightcyan))
    case .series2:
      look(215, sixteen: basic(.yellow))
    case .series3:
      look(114, sixteen: basic(.green))
    case .series4:
      look(176, sixteen: basic(.brightmagenta))
    case .seriesOut:
      look(221, [.bold], sixteen: basic(.brightyellow, [.bold]), mono: [.bold])
    case .censored:
      look(231, [.bold], sixteen: basic(.brightwhite, [.bold]), mono: [.bold])
    }
  }

  private static func look(
    _ foreground: UInt8, on background: UInt8? = nil, _ attributes: Attributes = [],
    sixteen basic: BasicLook, mono: Attributes = []
  ) -> RoleLook {
    RoleLook(
      foreground: .index(foreground),
      background: background.map { .colour(.index($0)) } ?? .inherited, attributes: attributes,
      basic: basic, mono: mono)
  }

  private static func basic(
    _ foreground: BasicColour, on background: BasicColour? = nil, _ attributes: Attributes = []
  ) -> BasicLook {
    BasicLook(foreground: foreground, background: background, attributes: attributes)
  }
}
