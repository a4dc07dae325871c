import ArgumentParser

/// The two sets of sample data.
enum SampleSet: String, CaseIterable, ExpressibleByArgument {
  case ward, trial

  /// The file that comes with the program.
  func path(_ data: DataOptions, _ environment: Environment) throws -> String {
    let file = "sample-data/\(rawValue).jsonl"
    guard let folder = try DataFolder.holding(file, option: data.path, environment) else {
      let places = try DataFolder.candidates(option: data.path, environment).map {
        "  \($0.path)/\(file)"
      }
      throw Failure.couldNot(
        "no \(file) in any of these places; name its folder with --data, or make it anew:"
          + " vigil sample --set \(rawValue)\n" + places.joined(separator: "\n"))
    }
    return "\(folder.path)/\(file)"
  }
}
