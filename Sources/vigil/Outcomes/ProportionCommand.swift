import ArgumentParser
import Outcomes

struct ProportionCommand: DataCommand {
  static let configuration = CommandConfiguration(
    commandName: "proportion", abstract: "A proportion with its exact interval.",
    discussion: "Example: vigil outcomes proportion 19 20")

  @Argument(help: ArgumentHelp("How many.", valueName: "x"))
  var x: Int

  @Argument(help: ArgumentHelp("Of how many.", valueName: "n"))
  var n: Int

  @OptionGroup var level: ConfidenceOption
  @OptionGroup var output: FormatOption

  func validate() throws {
    guard n > 0 else { throw ValidationError("n is the number of all, 1 or more; it is \(n)") }
    guard x >= 0, x <= n else {
      throw ValidationError("x is a number from 0 to n, which is \(n); it is \(x)")
    }
  }

  func run(in environment: Environment) throws -> ExitStatus {
    guard let share = Proportion(x, of: n, confidence: level.confidence) else {
      throw Failure.usage("\(x) of \(n) is no proportion")
    }
    let digits = Cell.Digits.places(4)
    let table = OutcomeTable(
      "proportion", "Proportion", conventions: [Conventions.exact(level.confidence)],
      columns: [
        .init("x", "x"), .init("n", "n"), .init("proportion", "proportion"),
        .init("lower", "lower"), .init("upper", "upper"),
      ],
      rows: [
        [
          .count(share.x), .count(share.n), .number(share.proportion, digits),
          .number(share.lower, digits), .number(share.upper, digits),
        ]
      ])
    try DataPrinter(format: output.ofTables, environment: environment).write(
      [table],
      json: [
        .object([
          ("x", .int(share.x)), ("n", .int(share.n)), ("proportion", .double(share.proportion)),
          ("lower", .double(share.lower)), ("upper", .double(share.upper)),
          ("method", .string(Proportion.method)), ("confidence", .double(share.confidence)),
        ])
      ])
    return .done
  }
}
