import TOMLKit

/// What `keys.toml` says: under `[keys]` the id of a command and its keys, one or a list; an empty
/// list takes a command's keys away.
package struct KeyBindings: Hashable, Sendable {
  package let keys: [String: [String]]

  /// - Throws: the first problem found.
  package init(toml text: String) throws(ConfigurationError) {
    let table = try TOMLTable(reading: text)
    var keys: [String: [String]] = [:]
    for section in table.keys.sorted() {
      guard section == "keys", let entries = table[section]?.table else {
        throw ConfigurationError(
          problem: "knows only [keys] with lines such as \"ward.open\" = [\"Enter\", \"o\"]")
      }
      for command in entries.keys.sorted() {
        keys[command] = try Self.names(entries[command], command)
      }
    }
    self.keys = keys
  }

  private static func names(
    _ value: (any TOMLValueConvertible)?, _ command: String
  ) throws(ConfigurationError) -> [String] {
    if let one = value?.string { return [one] }
    guard let list = value?.array else {
      throw ConfigurationError(problem: "\(command) takes the name of a key, or a list of names")
    }
    var names: [String] = []
    for entry in list {
      guard let name = entry.string else {
        throw ConfigurationError(problem: "\(command) takes names of keys in quotes")
      }
      names.append(name)
    }
    return names
  }
}
