import ArgumentParser
import Clinical
import EventText
import Replay

struct ScenarioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenario",
    abstract: "Check scenarios for training, or make one of a recorded course.",
    discussion: """
      A scenario is a JSON Lines file: a head, events, and questions. The README holds the schema.

      Example: vigil scenario check sample-data/scenarios/*.jsonl
      """,
    subcommands: [ScenarioCheck.self, ScenarioFrom.self])
}

struct ScenarioCheck: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find what is wrong with scenario files, with line and field.",
    discussion: """
      Reads each line strictly, looks at how the parts hang together, and holds the grades that the \
      author derived against the engine: at every change the two must say the same. Exit status 1 \
      where something is found.

      Example: vigil scenario check sample-data/scenarios/*.jsonl
      """)

  @Argument(help: ArgumentHelp("Scenario files; - is standard input.", valueName: "file"))
  var files: [String]

  @OptionGroup var output: FormatOption

  func validate() throws {
    if files.filter({ $0 == "-" }).count > 1 {
      throw ValidationError("- is standard input, which can be read once only")
    }
  }

  func run(in environment: Environment) throws -> ExitStatus {
    var status = ExitStatus.done
    for path in files {
      let file = try ScenarioFile(path: path, environment)
      let faults = file.reading.faults + (file.reading.scenario?.disagreements ?? [])
      if !faults.isEmpty { status = .findings }
      switch output.format {
      case .text:
        for line in text(file, faults) { try environment.output.write(line + "\n") }
      case .json:
        try environment.output.write(jsonLine: CanonicalJSON.bytes(of: object(file, faults)))
      }
    }
    return status
  }

  private func text(_ file: ScenarioFile, _ faults: [Refusal]) -> [String] {
    let name = Printable.line(file.name)
    guard faults.isEmpty, let scenario = file.reading.scenario else {
      return faults.map { "\(name): \($0)" }
    }
    return [
      "\(name): sound; \(scenario.events.count) events, \(scenario.questions.count) questions,"
        + " \(scenario.head.expected.count) derived grades, with all of which the engine agrees"
    ]
  }

  private func object(_ file: ScenarioFile, _ faults: [Refusal]) -> JSONValue {
    func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
    return .object([
      JSONMember(
        "faults",
        .array(
          faults.map { fault in
            .object([
              JSONMember("field", text(fault.field)),
              JSONMember("line", fault.line.map { .int($0) } ?? .null),
              JSONMember("nearest", text(fault.nearest)),
              JSONMember("problem", .string(fault.problem)),
              JSONMember("remedy", text(fault.remedy)),
            ])
          })), JSONMember("file", .string(file.name)),
      JSONMember("scenario", text(file.reading.scenario?.head.name)),
    ])
  }
}
