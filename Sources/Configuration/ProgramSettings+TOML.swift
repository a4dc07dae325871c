import Terminal
import TOMLKit

extension ProgramSettings {
  /// Reads the text of a configuration file (TOML).
  ///
  /// A key that Vigil does not know is refused rather than passed over: a misspelt `store` must
  /// not send a ward's entries to another file.
  ///
  /// - Throws: the first problem found.
  package init(toml text: String) throws(ConfigurationError) {
    let table = try TOMLTable(reading: text)
    self.init()
    for key in table.keys.sorted() {
      switch key {
      case "store": store = try Self.path(table[key], key)
      case "data": data = try Self.path(table[key], key)
      case "theme": theme = try Self.text(table[key], key)
      case "glyphs":
        glyphs = try Self.word(table[key], key, among: ["unicode", "ascii"])
          .flatMap(GlyphSet.init(rawValue:))
      case "charts":
        charts = try Self.word(table[key], key, among: ChartGlyphs.allCases.map(\.rawValue))
          .flatMap(ChartGlyphs.init(rawValue:))
      case "mouse": mouse = try Self.flag(table[key], key)
      case "sync": sync = try Self.flag(table[key], key)
      case "escdelay":
        guard let value = table[key]?.int, (0...500).contains(value) else {
          throw ConfigurationError(problem: "escdelay takes milliseconds, 0 to 500")
        }
        escapeDelay = value
      default:
        let known = Self.keys.joined(separator: ", ")
        throw ConfigurationError(problem: "does not know the key \"\(key)\"; it knows \(known)")
      }
    }
  }

  private static func path(
    _ value: (any TOMLValueConvertible)?, _ key: String
  ) throws(ConfigurationError) -> String {
    guard let value, value.type == .string, let text = value.string else {
      throw ConfigurationError(
        problem: "\(key) takes a path in quotes, e.g. \(key) = \"/srv/vigil\"")
    }
    // A relative path would mean another file in every folder that Vigil is started from.
    guard text.hasPrefix("/") || text.hasPrefix("~/") else {
      throw ConfigurationError(problem: "\(key) takes an absolute path, or one beginning with ~/")
    }
    return text
  }

  private static func text(
    _ value: (any TOMLValueConvertible)?, _ key: String
  ) throws(ConfigurationError) -> String {
    guard let value, value.type == .string, let text = value.string else {
      throw ConfigurationError(problem: "\(key) takes text in quotes")
    }
    return text
  }

  // `auto` is what stands when nothing is said.
  private static func word(
    _ value: (any TOMLValueConvertible)?, _ key: String, among words: [String]
  ) throws(ConfigurationError) -> String? {
    let word = try text(value, key)
    guard word != "auto" else { return nil }
    guard words.contains(word) else {
      let known = (["auto"] + words).joined(separator: ", ")
      throw ConfigurationError(problem: "\(key) takes one of \(known)")
    }
    return word
  }

  private static func flag(
    _ value: (any TOMLValueConvertible)?, _ key: String
  ) throws(ConfigurationError) -> Bool {
    guard let value, value.type == .bool, let flag = value.bool else {
      throw ConfigurationError(problem: "\(key) takes true or false")
    }
    return flag
  }
}
