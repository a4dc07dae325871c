package import Terminal

/// The themes that were found, and the files that could not be used.
package struct ThemeCollection: Sendable {
  /// In order of their names; the compiled-in one is always among them.
  package let themes: [Theme]
  /// Files that could not be read, with the reason; in order of their names.
  package let refusals: [Refusal]

  package struct Refusal: Hashable, Sendable, CustomStringConvertible {
    package let file: String
    package let error: ConfigurationError

    package var description: String { "\(file): \(error)" }
  }

  /// A file of a theme: where it lies, its name without folder and `.toml`, its text.
  package struct File: Hashable, Sendable {
    package let path: String
    package let name: String
    package let text: String

    package init(path: String, name: String, text: String) {
      self.path = path
      self.name = name
      self.text = text
    }
  }

  /// Reads files, later ones standing for earlier ones of the same name: first those that come
  /// with Vigil, then the user's own.
  ///
  /// A theme may inherit from any other, whatever the order; one that inherits from itself, by
  /// whatever way, is refused.
  package init(_ files: [File]) {
    var byName: [String: File] = [:]
    for file in files { byName[file.name] = file }
    var reader = Reader(files: byName)
    for name in byName.keys.sorted() { _ = reader.theme(name) }
    var found = reader.themes
    if found[Theme.builtIn.name] == nil { found[Theme.builtIn.name] = .builtIn }
    themes = found.values.sorted { $0.name < $1.name }
    refusals = reader.refusals.sorted { $0.file < $1.file }
  }

  /// The theme of a name; `nil` when there is none.
  package func theme(named name: String) -> Theme? { themes.first { $0.name == name } }

  private struct Reader {
    let files: [String: File]
    var themes: [String: Theme] = [:]
    var refusals: [Refusal] = []
    /// Names whose reading has begun: one met again inherits from itself.
    var begun: Set<String> = []

    mutating func theme(_ name: String) -> Theme? {
      if let known = themes[name] { return known }
      guard let file = files[name] else { return name == Theme.builtIn.name ? .builtIn : nil }
      guard begun.insert(name).inserted else { return nil }
      do throws(ConfigurationError) {
        // Read first without a base, to learn whether there is one.
        var base: Theme?
        if let inherited = try ThemeFile.base(of: file.text) { base = theme(inherited) }
        let read = try Theme(toml: file.text, fileName: file.name) { _ in base }
        themes[name] = read
        return read
      } catch {
        refusals.append(Refusal(file: file.path, error: error))
        return nil
      }
    }
  }
}
