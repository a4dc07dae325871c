import ArgumentParser

/// Which record is read, and as of when: of every command that answers from a store or a file.
struct SourceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read a JSON Lines file, - for standard input, without a store.", valueName: "file"))
  var events: String?

  @Option(
    help: ArgumentHelp(
      "Read sample data, ward or trial, without a store; the ward at its demo moment.",
      valueName: "set"))
  var sample: SampleSet?

  @Option(help: ArgumentHelp("The time that is asked about.", valueName: "time"))
  var at: String?

  @Option(help: ArgumentHelp("Only what was written down by then.", valueName: "time"))
  var asKnownAt: String?

  // An offset west of Greenwich begins like an option.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Print and count days in this zone, e.g. Asia/Shanghai or +08:00.", valueName: "zone"))
  var timeZone: String?

  func validate() throws {
    if events != nil, sample != nil {
      throw ValidationError("--events and --sample exclude one another")
    }
  }
}
