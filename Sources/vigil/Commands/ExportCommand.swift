import ArgumentParser
import Clinical
import EventStore
import Interchange

struct ExportCommand: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print the stored events, unchanged, in the order in which they were stored.",
    discussion: """
      With patients named, only their events; without, those of the ward too. `vigil import` reads \
      the output back and adds nothing.

      Other formats: csv-long, a line for each value of every event, which `vigil import` reads \
      back. And of what counts (corrections applied): csv-wide, a line for each moment; fhir, an R4 \
      Bundle, whose Observations of vital signs and results are read back too; cdisc, \
      Dataset-JSON 1.1 for DM, DS, EX, VS, LB, AE, CM, FT, RS, PC and PP, one document a line, or \
      with --folder one file each. Not in them: what FHIR has no place for.

      --de-identify leaves out names, numbers, free texts and logins, and writes days of the study \
      for dates.

      Examples:
        vigil export CD7-003 > CD7-003.jsonl
        vigil export --as csv-wide --excel > ward.csv
        vigil export --as cdisc --study CD7-2026 --folder sdtm
      """)

  /// A format that events are written in.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case jsonl, csvLong = "csv-long", csvWide = "csv-wide", fhir, cdisc
  }

  @Argument(help: ArgumentHelp("Only these patients.", valueName: "patient"))
  var patients: [String] = []

  @Option(name: .customLong("as"), help: "The format.")
  var format = Format.jsonl

  @Flag(help: "Begin a CSV file with a byte order mark, by which Excel knows UTF-8.")
  var excel = false

  @Flag(name: .customLong("de-identify"), help: "Leave out who it is and when it was.")
  var deIdentify = false

  @Option(help: ArgumentHelp("What the trial is called (STUDYID).", valueName: "name"))
  var study: String?

  @Option(
    help: ArgumentHelp("Write each CDISC dataset to a file in this folder.", valueName: "folder"))
  var folder: String?

  @OptionGroup var store: StoreOptions

  func validate() throws {
    if excel, format != .csvLong, format != .csvWide {
      throw ValidationError("--excel goes with --as csv-long and --as csv-wide")
    }
    if deIdentify, format == .jsonl {
      throw ValidationError(
        "--de-identify goes with another format: stored texts are printed unchanged; say --as")
    }
    if format != .cdisc, study != nil || folder != nil {
      throw ValidationError("--study and --folder go with --as cdisc")
    }
    if let study, study.isEmpty || study.utf8.count > 64 {
      throw ValidationError("--study takes 1 to 64 letters")
    }
  }

  func run(in environment: Environment) throws -> ExitStatus {
    let place = try store.place(environment)
    let log = try OpenedStore.open(place, environment)
    let chosen =
      patients.isEmpty
      ? try log.patients()
      : try PatientChoice.of(patients, among: try log.patients(), in: place.path)
    guard format == .jsonl else {
      let export = ExportRun(
        log: log, patients: chosen, includesWard: patients.isEmpty,
        disclosure: deIdentify ? .deidentified : .whole, environment: environment)
      switch format {
      case .jsonl: break
      case .csvLong: try export.longTable(forExcel: excel)
      case .csvWide: try export.wideTable(forExcel: excel)
      case .fhir: try export.bundle()
      case .cdisc:
        let spared = StoreUse.files(path: place.path)
        try export.datasets(study: study ?? "VIGIL", folder: folder, sparing: spared)
      }
      return .done
    }
    let sink = environment.output
    guard !patients.isEmpty else {
      try log.forEachEvent { try sink.write(jsonLine: $0.body) }
      return .done
    }
    var events: [StoredEvent] = []
    for patient in chosen { events += try log.events(of: patient) }
    for event in events.sorted(by: { $0.seq < $1.seq }) { try sink.write(jsonLine: event.body) }
    return .done
  }
}
