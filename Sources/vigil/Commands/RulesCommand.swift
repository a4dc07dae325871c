import ArgumentParser
import EventText
import Grading

struct RulesCommand: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Print the grading rules, their sources and every documented choice.",
    discussion: """
      The same table that the engine and the evidence read. A rule that rests on memory says so. A \
      choice is changed by a setting event of its name.

      Example: vigil rules --format json
      """)

  @OptionGroup var output: FormatOption

  func run(in environment: Environment) throws -> ExitStatus {
    switch output.format {
    case .text:
      for line in RulesPage.lines { try environment.output.write(line + "\n") }
    case .json:
      try environment.output.write(jsonLine: CanonicalJSON.bytes(of: RulesPage.document))
    }
    return .done
  }
}
