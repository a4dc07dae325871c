import Configuration

/// The keys that the user has bound otherwise: `keys.toml` in the configuration folder.
enum KeysInForce {
  private static let largestFile = 1 << 20

  /// Command ids with the names of their keys; empty without such a file.
  static func read(_ environment: Environment) throws -> [String: [String]] {
    guard let path = environment.configurationFolder.map({ $0 + "/keys.toml" }), fileExists(path)
    else { return [:] }
    let bytes = try Source(path: path).readAll(limit: largestFile)
    do {
      return try KeyBindings(toml: String(decoding: bytes, as: UTF8.self)).keys
    } catch {
      let place = error.line.map { "\(path), line \($0)" } ?? path
      throw Failure.couldNot("\(place): \(error.problem)")
    }
  }
}
