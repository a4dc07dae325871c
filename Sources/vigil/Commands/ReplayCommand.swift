import ArgumentParser
import Clinical
import EventText
import Replay

struct ReplayCommand: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Run a training session on a scenario, and print its debrief.",
    discussion: """
      With --script a session runs without a screen, at full speed: the script is JSON Lines, first \
      who the learner is, then answers and entries (see the README). The debrief holds the answers \
      against the engine and against the scenario's author. The scenario is only read. No clinician \
      has reviewed the scenarios that come with Vigil.

      A name without an ending is that of a scenario that comes with Vigil.

      Example: vigil replay masked-fever --script answers.jsonl
      """)

  @Argument(help: ArgumentHelp("The scenario.", valueName: "path"))
  var path: String

  @ArgumentParser.Option(
    help: ArgumentHelp("What the learner does; - is standard input.", valueName: "answers"))
  var script: String

  @OptionGroup var output: FormatOption
  @OptionGroup var data: DataOptions

  func validate() throws {
    if path == "-", script == "-" {
      throw ValidationError("- is standard input, which can be read once only")
    }
  }

  func run(in environment: Environment) throws -> ExitStatus {
    let scenario = try ScenarioFile(path: path, data, environment).whole()
    let source = script == "-" ? environment.input : try Source(path: script)
    let bytes = try source.readAll(limit: ScenarioFile.longest)
    let reading = AnswerScript(reader: OpenedStore.reader).read(bytes[...], for: scenario)
    guard let record = reading.record else {
      throw Failure.usage(
        "\(source.name) cannot be played:\n"
          + reading.faults.map { "  \($0)" }.joined(separator: "\n"))
    }
    let debrief = Debrief(record)
    switch output.format {
    case .json:
      try environment.output.write(jsonLine: CanonicalJSON.bytes(of: debrief.document))
    case .text:
      for line in DebriefPage(debrief).lines { try environment.output.write(line + "\n") }
    }
    return .done
  }
}
