import ArgumentParser
import Clinical

struct WatchCommand: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Follow the store without a screen and print each change as a JSON line.",
    discussion: """
      Changes: raised, reRaised, acknowledged, escalated and ended with the alert; gradeChanged; due \
      and overdue; noConsole when nobody has had the store open for a minute, and consoleOpened; \
      storeLost and storeBack. At the start it tells what stands unacknowledged or is late. Not an \
      alarm system.

      Example: vigil watch --exec '/usr/local/bin/page --ward 7B'
      """)

  @Option(
    help: ArgumentHelp(
      "Run this for each line, without a shell, the line on its standard input.",
      valueName: "command"))
  var exec: String?

  @Option(
    help: ArgumentHelp("Stop that command after so many seconds.", valueName: "seconds"))
  var execLimit = 10

  @OptionGroup var store: StoreOptions

  func validate() throws {
    guard (1...300).contains(execLimit) else {
      throw ValidationError("--exec-limit takes seconds, 1 to 300")
    }
  }

  func run(in environment: Environment) throws -> ExitStatus {
    let command = try exec.map {
      try ChildCommand($0, limit: .seconds(Int64(execLimit)), environment)
    }
    var watcher = Watcher(try store.place(environment), command, environment)
    try watcher.run()
  }
}
