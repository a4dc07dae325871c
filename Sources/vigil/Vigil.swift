import ArgumentParser
import Glibc

@main
struct Vigil: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "vigil",
    abstract: "The record of the weeks after a CAR-T infusion, and its CRS and ICANS grades.",
    discussion: """
      Not a medical device and not an alarm system.

      Exit status: 0 done; 1 done, with refusals or findings; 2 wrong usage; 3 could not be done.

      Without a command the console opens on the store; `vigil demo` opens it on invented data.

      Example: vigil demo
      """,
    subcommands: [
      ConsoleCommand.self, DemoCommand.self,
      RecordCommand.self,
      InitCommand.self, ImportCommand.self, ExportCommand.self, ListenCommand.self,
      GradeCommand.self, ScoresCommand.self, AlertsCommand.self, DueCommand.self,
      WatchCommand.self, OutcomesCommand.self, ReportCommand.self,
      RulesCommand.self, UsersCommand.self, VerifyCommand.self, AnchorCommand.self,
      BackupCommand.self,
      RestoreCommand.self, ReplayCommand.self, ScenarioCommand.self, SampleCommand.self,
      InstallCommand.self,
    ])

  @Flag(name: .long, help: "Print which files are in force, and why.")
  var paths = false

  @Flag(name: .long, help: "Print the version, that of SQLite, and whether the turn lock is on.")
  var version = false

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var data: DataOptions

  static func main() { Glibc.exit(Program.run(Environment.ofThisProcess()).rawValue) }

  func run(in environment: Environment) throws -> ExitStatus {
    if version {
      try environment.output.write(Version.text(output.format))
    } else if paths {
      try environment.output.write(
        PathsInForce(store: store, data: data, environment).text(output.format))
    } else {
      // Made by the parser: options that it has not filled in cannot be read.
      var console = try ConsoleCommand.parse([])
      console.store = store
      console.data = data
      return try console.run(in: environment)
    }
    return .done
  }
}
