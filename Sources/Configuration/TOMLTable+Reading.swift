import TOMLKit

extension TOMLTable {
  /// The table that a file's text says.
  ///
  /// - Throws: the first place that is not TOML.
  convenience init(reading text: String) throws(ConfigurationError) {
    guard !text.unicodeScalars.contains("\0") else {
      throw ConfigurationError(problem: "holds a NUL character; write plain text")
    }
    do {
      try self.init(string: text)
    } catch let error as TOMLParseError {
      throw ConfigurationError(line: error.source.begin.line, problem: error.description)
    } catch {
      throw ConfigurationError(problem: "is not TOML")
    }
  }
}
