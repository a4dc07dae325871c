import EventText
import Replay

/// A scenario file as it is read: from a path, and never written to.
struct ScenarioFile {
  let name: String
  let reading: ScenarioReader.Reading

  /// Scenarios and scripts longer than this are none.
  static let longest = 64 << 20

  init(path: String, _ environment: Environment) throws {
    let source = path == "-" ? environment.input : try Source(path: path)
    name = source.name
    let bytes = try source.readAll(limit: Self.longest)
    try ContentFormat.requireJSONLines(bytes[...], name)
    reading = ScenarioReader(reader: OpenedStore.reader).read(bytes[...])
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
