package import Terminal

extension Theme {
  /// Reads the text of a theme file (TOML); `themes/README.md` says what it holds.
  ///
  /// A file may begin from another theme (`inherits`) and then need not name every role.
  ///
  /// - Parameters:
  ///   - text: the file's text.
  ///   - fileName: the name of the theme when the file does not say one, its name without `.toml`.
  ///   - inherited: gives the theme of a name, or `nil` when there is none.
  /// - Throws: the first problem found, with the role and what to write.
  package init(
    toml text: String, fileName: String, inherited: (String) -> Theme? = { _ in nil }
  ) throws(ConfigurationError) {
    let file = try ThemeFile(toml: text)
    var looks: [Role: RoleLook] = [:]
    if let base = file.inherits {
      guard let theme = inherited(base) else {
        throw ConfigurationError(
          problem: "inherits \"\(base)\", but there is no theme of that name")
      }
      for role in Role.allCases { looks[role] = theme[role] }
    }
    looks.merge(file.looks) { _, new in new }
    guard
      let theme = Theme(
        name: file.name ?? fileName, summary: file.summary ?? "", looks: looks)
    else {
      let missing = Role.allCases.filter { looks[$0] == nil }.map(\.name)
      throw ConfigurationError(
        problem: "gives no look for \(missing.joined(separator: ", ")); "
          + "add them under [role], or begin from a theme with inherits = \"dark\"")
    }
    self = theme
  }
}
