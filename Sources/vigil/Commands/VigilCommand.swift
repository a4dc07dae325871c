import ArgumentParser

/// A command of the program: parsed by its declaration, run with the one `Environment`.
protocol VigilCommand: ParsableCommand {
  /// Does what was asked.
  ///
  /// - Throws: `Failure` with what to tell the person, or `Sink.Failure` when the output is gone.
  func run(in environment: Environment) throws -> ExitStatus
}

/// A command that prints tables, in every format that tables have.
protocol TableCommand: VigilCommand {}

/// A function on any data: it asks no record.
protocol DataCommand: TableCommand {}

/// A command that prints a page: as text, Markdown or HTML.
protocol PageCommand: VigilCommand {}
