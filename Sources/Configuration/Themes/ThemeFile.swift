import Terminal
import TOMLKit

/// What a theme file says, before anything is inherited.
struct ThemeFile {
  var name: String?
  var summary: String?
  var inherits: String?
  var looks: [Role: RoleLook] = [:]

  /// The theme that a file inherits from, if it names one.
  static func base(of text: String) throws(ConfigurationError) -> String? {
    try ThemeFile(toml: text).inherits
  }

  init(toml text: String) throws(ConfigurationError) {
    let table = try TOMLTable(reading: text)
    let palette = try Self.palette(table["palette"])
    for key in table.keys.sorted() {
      switch key {
      case "name": name = try Self.text(table[key], key)
      case "summary": summary = try Self.text(table[key], key)
      case "inherits": inherits = try Self.text(table[key], key)
      case "palette": break
      case "role": looks = try Self.looks(table[key], palette)
      default:
        throw ConfigurationError(
          problem: "does not know the key \"\(key)\"; "
            + "it knows name, summary, inherits, palette and role")
      }
    }
  }

  private static func palette(
    _ value: (any TOMLValueConvertible)?
  ) throws(ConfigurationError) -> [String: Colour] {
    guard let value else { return [:] }
    guard let table = value.table else {
      throw ConfigurationError(
        problem: "palette is a table of names, e.g. [palette] and amber = \"#ffaf00\"")
    }
    var palette: [String: Colour] = [:]
    for name in table.keys.sorted() {
      let word: String
      if let number = table[name]?.int {
        word = String(number)
      } else {
        word = try text(table[name], "palette.\(name)")
      }
      // A name that a look reads as something else would never be found.
      guard Attributes.words.allSatisfy({ $0.word != name }), name != "on", name != "default",
        Int(name) == nil, !name.contains(" ")
      else {
        throw ConfigurationError(problem: "palette.\(name) is no name that a colour can have")
      }
      do {
        palette[name] = try LookText.colour(word[...])
      } catch {
        throw ConfigurationError(problem: "palette.\(name) \(error.problem)")
      }
    }
    return palette
  }

  private static func looks(
    _ value: (any TOMLValueConvertible)?, _ palette: [String: Colour]
  ) throws(ConfigurationError) -> [Role: RoleLook] {
    guard let table = value?.table else {
      throw ConfigurationError(problem: "role is a table, e.g. [role] and dim = { c256 = \"247\" }")
    }
    var looks: [Role: RoleLook] = [:]
    for name in table.keys.sorted() {
      guard let role = Role(name: name) else {
        let known = Role.allCases.map(\.name).joined(separator: ", ")
        throw ConfigurationError(problem: "role.\(name) is no role; there are \(known)")
      }
      guard let look = table[name]?.table else {
        throw ConfigurationError(
          problem: "role.\(name) is a table, e.g. \(name) = { c256 = \"247\", mono = \"\" }")
      }
      looks[role] = try RoleLook(look, of: role, palette)
    }
    return looks
  }

  static func text(
    _ value: (any TOMLValueConvertible)?, _ key: String
  ) throws(ConfigurationError) -> String {
    guard let value, value.type == .string, let text = value.string else {
      throw ConfigurationError(problem: "\(key) takes text in quotes")
    }
    return text
  }
}
