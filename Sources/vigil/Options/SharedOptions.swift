import ArgumentParser

/// `--store`, of every command that opens the store.
struct StoreOptions: ParsableArguments {
  @Option(
    name: .customLong("store"),
    help: ArgumentHelp("The store; by default as `vigil --paths` prints.", valueName: "path"))
  var path: String?

  /// Where the store is.
  func place(_ environment: Environment) throws -> StorePlace {
    try StorePlace(option: path, environment)
  }
}

/// `--format`, of every command that prints results.
struct FormatOption: ParsableArguments {
  /// How results are printed.
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Option(help: "How to print.")
  var format = Format.text
}

/// `--data`, of every command that uses the files that come with the program.
struct DataOptions: ParsableArguments {
  @Option(
    name: .customLong("data"),
    help: ArgumentHelp(
      "The folder with sample data; by default as `vigil --paths` prints.", valueName: "folder"))
  var path: String?
}
