import ArgumentParser
import EventText
import Outcomes

struct OutcomesCommand: TableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outcomes",
    abstract: "The trial's endpoints, from the record; and their functions on any data.",
    discussion: """
      Of every patient who was infused by the cut-off. What cannot be given is marked, and the \
      reason stands below; conventions stand under each table. csv and json give numbers at full \
      precision.

      Tables: \(OutcomeReport.tableNames.joined(separator: ", ")).

      Listings, one line a patient or more: \
      \(OutcomeReport.listingNames.joined(separator: ", ")).

      Examples:
        vigil outcomes --cutoff 2024-06-30
        vigil outcomes --table response --format markdown
        vigil outcomes --listings --format json
      """,
    subcommands: [
      SurvivalCommand.self, KineticsCommand.self, ProportionCommand.self,
      AdverseEventsCommand.self,
    ])

  @Option(
    help: ArgumentHelp(
      "Read a JSON Lines file, - for standard input, without a store.", valueName: "file"))
  var events: String?

  @Option(help: ArgumentHelp("Read sample data, ward or trial.", valueName: "set"))
  var sample: SampleSet?

  @Option(
    help: ArgumentHelp(
      "Nothing observed later enters: a date, to its end, or a time. By default now; of a file its latest time.",
      valueName: "time"))
  var cutoff: String?

  @Option(
    parsing: .singleValue, help: ArgumentHelp("Only this table or listing.", valueName: "name"))
  var table: [String] = []

  @Flag(help: "The listings too: the patients and events behind every count.")
  var listings = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Count days in this zone, e.g. Asia/Shanghai or +08:00.", valueName: "zone"))
  var timeZone: String?

  @OptionGroup var limits: IntervalOption
  @OptionGroup var level: ConfidenceOption
  @OptionGroup var output: FormatOption
  @OptionGroup var store: StoreOptions
  @OptionGroup var data: DataOptions

  func validate() throws {
    if events != nil, sample != nil {
      throw ValidationError("--events and --sample exclude one another")
    }
    let known = OutcomeReport.tableNames + OutcomeReport.listingNames
    for name in table where !known.contains(name) {
      let nearest = NearestName.of(name, in: known).map { "; the nearest is \($0)" } ?? ""
      throw ValidationError(
        "there is no table \"\(name)\"\(nearest). There are \(known.joined(separator: ", "))")
    }
  }

  func run(in environment: Environment) throws -> ExitStatus {
    let request = OutcomeRequest(
      cutoff: try CutoffArgument.read(cutoff), zone: try ZoneArgument.read(timeZone),
      interval: limits.ofCurves, confidence: level.confidence)
    let record: OutcomeRecord
    if let path = try sample?.path(data, environment) ?? events {
      record = try OutcomeRecord(file: path, request, environment)
    } else {
      record = try OutcomeRecord(store: store.place(environment), request, environment)
    }
    let report = OutcomeReport(Cohort(record.subjects, record.question))
    let tables =
      table.isEmpty
      ? report.tables(listings: listings) : table.compactMap { report.table(named: $0) }
    try DataPrinter(format: output.ofTables, environment: environment).write(
      tables, json: output.ofTables == .json ? [OutcomeDocument(report, tables).json] : [])
    if report.cohort.cases.isEmpty {
      environment.messages.say("\(record.name): nobody was infused by the cut-off")
    }
    return record.status
  }
}
