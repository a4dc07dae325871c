import ArgumentParser

struct OutcomesCommand: TableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outcomes",
    abstract: "The trial's endpoints.",
    subcommands: [
      SurvivalCommand.self, KineticsCommand.self, ProportionCommand.self,
      AdverseEventsCommand.self,
    ])

  func run(in environment: Environment) throws -> ExitStatus { .done }
}
