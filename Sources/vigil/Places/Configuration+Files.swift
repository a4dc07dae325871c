import Configuration

/// The configuration in force: the system's file, the user's over it.
struct ConfigurationInForce {
  /// A file that was looked for.
  struct File {
    var path: String
    var isThere: Bool
  }

  /// A setting with the file that made it.
  struct Entry {
    var value: String
    var file: String
  }

  /// In the order in which they were read; a later one wins.
  var files: [File] = []
  var store: Entry?
  var data: Entry?
  /// How the console is shown; a later file's word stands for an earlier one's.
  var settings = ProgramSettings()

  static let systemFile = "/etc/vigil/config.toml"
  private static let largestFile = 1 << 20

  /// Reads the files that are there.
  ///
  /// - Throws: `Failure` for a file that is there and cannot be read or understood; it is never
  ///   passed over, for then entries would go to another store.
  init(_ environment: Environment) throws {
    for path in [Self.systemFile, environment.configurationFolder.map { $0 + "/config.toml" }] {
      guard let path else { continue }
      guard fileExists(path) else {
        files.append(File(path: path, isThere: false))
        continue
      }
      files.append(File(path: path, isThere: true))
      let bytes = try Source(path: path).readAll(limit: Self.largestFile)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Failure.couldNot("\(path): is not UTF-8 text")
      }
      do {
        let settings = try ProgramSettings(toml: text)
        if let store = settings.store {
          self.store = Entry(value: environment.expandingHome(store), file: path)
        }
        self.settings.theme = settings.theme ?? self.settings.theme
        self.settings.glyphs = settings.glyphs ?? self.settings.glyphs
        self.settings.charts = settings.charts ?? self.settings.charts
        self.settings.mouse = settings.mouse ?? self.settings.mouse
        self.settings.sync = settings.sync ?? self.settings.sync
        self.settings.escapeDelay = settings.escapeDelay ?? self.settings.escapeDelay
        if let data = settings.data {
          self.data = Entry(value: environment.expandingHome(data), file: path)
        }
      } catch {
        let place = error.line.map { "\(path), line \($0)" } ?? path
        throw Failure.couldNot("\(place): \(error.problem)")
      }
    }
  }
}
