import ArgumentParser

/// `--confidence` of intervals.
struct ConfidenceOption: ParsableArguments {
  @Option(help: ArgumentHelp("How sure the intervals are, between 0 and 1.", valueName: "level"))
  var confidence = 0.95

  func validate() throws {
    guard confidence > 0, confidence < 1 else {
      throw ValidationError("--confidence takes a number between 0 and 1, e.g. 0.95")
    }
  }
}
