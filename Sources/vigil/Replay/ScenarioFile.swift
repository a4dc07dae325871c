import Clinical
import EventStore
import EventText
import Replay

/// A scenario file as it is read: from a path, or by the name of one that comes with the program; and
/// never written to.
struct ScenarioFile {
  let name: String
  let reading: ScenarioReader.Reading
  /// SHA-256 of the file, in lower-case hexadecimal: a file that was changed is another scenario.
  let hash: String

  /// Scenarios and scripts longer than this are none.
  static let longest = 64 << 20

  /// Where scenarios that come with the program lie, below the folder with sample data.
  static let folder = "sample-data/scenarios"

  /// - Parameter path: of a file, - for standard input, or the name of a scenario that comes with the
  ///   program.
  init(path: String, _ data: DataOptions, _ environment: Environment) throws {
    var path = path
    if path != "-", !path.contains("/"), !path.contains("."), !fileExists(path) {
      let file = "\(Self.folder)/\(path).jsonl"
      guard let folder = try DataFolder.holding(file, option: data.path, environment) else {
        throw Failure.couldNot(
          "there is no file \(path), and no scenario of that name comes with the program;"
            + " --data names the folder that holds sample-data")
      }
      path = "\(folder.path)/\(file)"
    }
    try self.init(path: path, environment)
  }

  init(path: String, _ environment: Environment) throws {
    let source = path == "-" ? environment.input : try Source(path: path)
    name = source.name
    let bytes = try source.readAll(limit: Self.longest)
    try ContentFormat.requireJSONLines(bytes[...], name)
    hash = ContentDigest.sha256(bytes[...]).map { Self.hexadecimal($0) }.joined()
    reading = ScenarioReader(reader: OpenedStore.reader).read(bytes[...])
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
  }

  /// What a session keeps of it.
  func reference(to scenario: Scenario) -> ScenarioReference {
    ScenarioReference(name: scenario.head.name, title: scenario.head.title, hash: hash)
  }

  /// The scenario, where nothing is wrong with it.
  ///
  /// - Throws: what is wrong otherwise, line by line; it could not be played.
  func whole() throws -> Scenario {
    guard let scenario = reading.scenario else {
      throw Failure.couldNot(
        "\(name) is no whole scenario; `vigil scenario check` says the same:\n"
          + reading.faults.map { "  \($0)" }.joined(separator: "\n"))
    }
    return scenario
  }
}
