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
///
/// One type for all of them, for the parser hands what stands before a command's name, or after it,
/// to the group of `vigil` itself; that csv is of tables alone, html of reports, and markdown of both is
/// for `Program` to say.
struct FormatOption: ParsableArguments {
  /// How results are printed.
  enum Format { case text, json }

  /// How tables are printed.
  enum TableFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv, markdown, html
  }

  @Option(
    name: .customLong("format"),
    help: "How to print; csv and markdown: `vigil outcomes`; markdown and html: `vigil report`.")
  var ofTables = TableFormat.text

  var format: Format { ofTables == .json ? .json : .text }
}

/// `--data`, of every command that uses the files that come with the program.
struct DataOptions: ParsableArguments {
  @Option(
    name: .customLong("data"),
    help: ArgumentHelp(
      "The folder with sample data; by default as `vigil --paths` prints.", valueName: "folder"))
  var path: String?
}
