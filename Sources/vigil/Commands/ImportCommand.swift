import ArgumentParser
import EventStore

struct ImportCommand: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring events from files into the store.",
    discussion: """
      Each line is taken or refused on its own. A line that is there already adds nothing, so a \
      run that was broken off is finished by running it again. Exit status 1 says that lines were \
      refused or something was found.

      With --stream each line is stored by itself, and {"id": ..., "line": ..., "seq": ...} is \
      printed once it is durable.

      Read by content, or as --as says: JSON Lines; HL7 version 2 (ORU^R01), filed by identifier or \
      bed, what cannot be filed waits in the holding list of the console; tables by --mapping, and \
      those of `vigil export --as csv-long` without one; Observations of FHIR R4, single or in a \
      Bundle.

      Examples:
        vigil import ward.jsonl
        vigil import --mapping cytokines.toml --dry-run cytokines.csv
        vigil import --dry-run --format json ward.jsonl
        producer | vigil import --stream --refused refused.jsonl -
      """)

  /// A format that events are read from.
  enum Format: String, CaseIterable, ExpressibleByArgument { case jsonl, hl7, csv, fhir }

  @Argument(help: ArgumentHelp("Files; - is standard input.", valueName: "file"))
  var files: [String]

  @Flag(help: "Store each line by itself and acknowledge it on standard output.")
  var stream = false

  @Flag(help: "Check every line and store nothing.")
  var dryRun = false

  @Option(help: ArgumentHelp("Keep refused lines, as they came, in this file.", valueName: "path"))
  var refused: String?

  @Option(name: .customLong("as"), help: "The format, where it is not to be told from the content.")
  var format: Format?

  @Option(help: ArgumentHelp("What the columns of a table mean (TOML).", valueName: "path"))
  var mapping: String?

  @OptionGroup var output: FormatOption
  @OptionGroup var store: StoreOptions

  func validate() throws {
    if files.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("standard input can be read once only")
    }
    if stream, format != nil, format != .jsonl {
      throw ValidationError("--stream goes with JSON Lines")
    }
    if mapping != nil, let format, format != .csv {
      throw ValidationError("--mapping goes with tables")
    }
    if stream, dryRun { throw ValidationError("--stream and --dry-run exclude one another") }
  }

  func run(in environment: Environment) throws -> ExitStatus {
    let place = try store.place(environment)
    let log = try OpenedStore.open(place, environment)
    // Every file is opened before the first line is stored: a misspelt name stops all of it.
    let inputs = try files.map {
      (
        path: $0,
        content: try ImportInput(path: $0, as: format ?? (mapping == nil ? nil : .csv), environment)
      )
    }
    for input in inputs where stream {
      if case .whole(_, _, let name) = input.content {
        throw Failure.usage("\(name): --stream goes with JSON Lines, and this is another format")
      }
    }
    let report = ImportReport(
      asJSON: output.format == .json && !stream, isDryRun: dryRun, environment)
    let spared = files.filter { $0 != "-" } + StoreUse.files(path: place.path)
    let kept = try refused.map { try RefusedLines(path: $0, sparing: spared) }
    var run = ImportRun(
      dryRun ? try Rehearsal(over: log) : log, clock: environment.now, report: report,
      refusedLines: kept, isStream: stream)
    if stream { run.acknowledge = StreamAcknowledgement(environment.output).write }
    for input in inputs {
      switch input.content {
      case .lines(let lines): try run.bring(lines, source: fileName(input.path))
      case .whole(.hl7, let bytes, let name):
        try run.bring(messages: bytes, name: name, holding: dryRun ? nil : log)
      case .whole(.fhir, let bytes, let name):
        try run.bring(resources: bytes, name: name, isGiven: format != nil)
      case .whole(_, let bytes, let name):
        try run.bring(table: bytes, name: name, mapping: mapping, isGiven: format != nil)
      }
    }
    return try run.finish()
  }

  // The last part of the path: the source says which file, not where it lay.
  private func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
