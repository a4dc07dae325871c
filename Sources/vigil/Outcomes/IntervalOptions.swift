import ArgumentParser
import Outcomes

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

extension SurvivalInterval: ExpressibleByArgument {}

/// `--interval` of survival curves: one group for `vigil outcomes` and its functions, for the parser
/// hands what stands after a function's name to a group that the command itself has.
struct IntervalOption: ParsableArguments {
  @Option(name: .customLong("interval"), help: "How the limits of survival curves are made.")
  var ofCurves = SurvivalInterval.logLog
}
