import Foundation

/// The files that come with the program, as they are found now.
struct SharedFiles {
  struct File {
    var path: String
    var name: String
  }

  let themes: [File]
  let samples: [File]
  /// Scenarios for training.
  let scenarios: [File]

  init(_ data: DataOptions, _ environment: Environment) throws {
    let samples = try SampleSet.allCases.map { set in
      let path = try set.path(data, environment)
      return File(path: path, name: "\(set.rawValue).jsonl")
    }
    guard let folder = try DataFolder.holding("themes/dark.toml", option: data.path, environment)
    else {
      throw Failure.couldNot(
        "no folder with themes/dark.toml was found; name the one that holds themes and sample-data"
          + " with --data")
    }
    themes = try Self.files(in: "\(folder.path)/themes", endings: [".toml", ".md"])
    // What is said of the samples goes with them.
    let place = samples[0].path.dropLast(samples[0].name.utf8.count + 1)
    self.samples = samples + (try Self.files(in: String(place), endings: [".md"]))
    // A folder of sample data that somebody made may hold none.
    scenarios =
      fileExists("\(place)/scenarios")
      ? try Self.files(in: "\(place)/scenarios", endings: [".jsonl"]) : []
  }

  private static func files(in folder: String, endings: [String]) throws -> [File] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw Failure.couldNot("cannot read the folder \(folder)")
    }
    return names.sorted().filter { name in endings.contains { name.hasSuffix($0) } }
      .map { File(path: "\(folder)/\($0)", name: $0) }
  }
}
