import ArgumentParser

struct InstallCommand: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Copy the program, its themes and its sample data below a folder.",
    discussion: """
      The program goes to bin/vigil, themes and sample data to share/vigil, where it finds them from \
      then on; what stood there of an earlier version is replaced. Stores and configurations are \
      not touched.

      Example: vigil install --prefix /usr/local
      """)

  @Option(help: ArgumentHelp("The folder, made if it is not there.", valueName: "folder"))
  var prefix: String

  @OptionGroup var data: DataOptions

  func run(in environment: Environment) throws -> ExitStatus {
    guard !prefix.isEmpty else { throw Failure.usage("--prefix takes a folder") }
    guard let executable = environment.executable else {
      throw Failure.couldNot("this system does not tell where the program is; copy it by hand")
    }
    // Every source is found before anything is written.
    let shared = try SharedFiles(data, environment)
    let installation = try Installation(prefix: prefix, program: executable)
    var themes = 0
    var samples = 0
    try installation.program()
    for file in shared.themes {
      try installation.share(file, in: "themes")
      themes += file.path.hasSuffix(".toml") ? 1 : 0
    }
    for file in shared.samples {
      try installation.share(file, in: "sample-data")
      samples += file.path.hasSuffix(".jsonl") ? 1 : 0
    }
    for file in shared.scenarios { try installation.share(file, in: "sample-data/scenarios") }
    environment.messages.say(
      "\(prefix)/bin/vigil; \(themes) themes, \(samples) sets of sample data and"
        + " \(shared.scenarios.count) scenarios in \(prefix)/share/vigil")
    return .done
  }
}
