import Terminal
import TOMLKit

extension RoleLook {
  /// Reads `{ c256 = "bold 16 on 214", c16 = "black on yellow", mono = "bold underline" }`.
  init(_ table: TOMLTable, of role: Role, _ palette: [String: Colour]) throws(ConfigurationError) {
    for key in table.keys.sorted() where !["c256", "c16", "mono"].contains(key) {
      throw ConfigurationError(
        problem: "role.\(role.name) does not know \"\(key)\"; it knows c256, c16 and mono")
    }
    guard let monoValue = table["mono"] else {
      throw ConfigurationError(
        problem: "role.\(role.name) says no mono look; write mono = \"\" for none, or "
          + "words of bold, underline, reverse, dim")
    }
    let mono = try Self.words(monoValue, "role.\(role.name).mono")
    guard mono.foreground == nil, mono.background == nil else {
      throw ConfigurationError(problem: "role.\(role.name).mono names a colour; it takes none")
    }
    // Without colours of its own a role is drawn in the terminal's.
    self.init(
      foreground: nil, background: .inherited, attributes: mono.attributes,
      basic: BasicLook(foreground: nil, background: nil, attributes: mono.attributes),
      mono: mono.attributes)
    if let value = table["c256"] {
      try read(Self.words(value, "role.\(role.name).c256"), "role.\(role.name).c256", palette)
      basic = nil
    }
    if let value = table["c16"] {
      basic = try Self.basic(
        Self.words(value, "role.\(role.name).c16"), "role.\(role.name).c16")
    }
  }

  private mutating func read(
    _ words: LookText, _ place: String, _ palette: [String: Colour]
  ) throws(ConfigurationError) {
    attributes = words.attributes
    do throws(LookTextError) {
      foreground =
        try words.foreground.map { word throws(LookTextError) in
          if let named = palette[String(word)] { return named }
          return try LookText.colour(word)
        } ?? nil
      background = .inherited
      if let word = words.background {
        let colour: Colour?
        if let named = palette[String(word)] {
          colour = named
        } else {
          colour = try LookText.colour(word)
        }
        background = colour.map { .colour($0) } ?? .terminal
      }
    } catch {
      throw ConfigurationError(problem: "\(place) \(error.problem)")
    }
  }

  private static func basic(
    _ words: LookText, _ place: String
  ) throws(ConfigurationError) -> BasicLook {
    var look = BasicLook(foreground: nil, background: nil, attributes: words.attributes)
    do throws(LookTextError) {
      if let word = words.foreground { look.foreground = try LookText.basic(word) }
      if let word = words.background { look.background = try LookText.basic(word) }
    } catch {
      throw ConfigurationError(problem: "\(place) \(error.problem)")
    }
    return look
  }

  private static func words(
    _ value: any TOMLValueConvertible, _ place: String
  ) throws(ConfigurationError) -> LookText {
    let text = try ThemeFile.text(value, place)
    do {
      return try LookText(text)
    } catch {
      throw ConfigurationError(problem: "\(place) \(error.problem)")
    }
  }
}
