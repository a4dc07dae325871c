import ArgumentParser
import Clinical
import EventStore
import Reports

struct ReportCommand: PageCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Print a patient's course, or a handover sheet, of one patient or the ward.",
    discussion: """
      The course: grades with what is behind them, treatments, cytokines, expansion, response, \
      alerts, corrections. --handover: the last 24 hours on one page a patient, for the patients in \
      house the most urgent first; what is least urgent is left out first, the highest alerts and \
      what is overdue never.

      text has 80 columns; html is one file without script, with figures, for A4. Every report names \
      up to when it reaches, of which record, and which settings differ from the defaults.

      Examples:
        vigil report CD7-003 --format html -o CD7-003.html
        vigil report --ward --handover
        vigil report CD7-009 --handover --form sbar --sample ward
      """)

  @Argument(help: ArgumentHelp("The patient.", valueName: "patient"))
  var patient: String?

  @Flag(help: "Of everybody who is in house.")
  var ward = false

  @Flag(help: "The last 24 hours on one page a patient.")
  var handover = false

  @Option(help: "The order of a handover.")
  var form: HandoverForm?

  @Flag(name: .customLong("de-identify"), help: "Leave out who it is and when it was.")
  var deIdentify = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write it to this file, anew; - is standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var source: SourceOptions
  @OptionGroup var format: FormatOption
  @OptionGroup var store: StoreOptions
  @OptionGroup var data: DataOptions

  /// The order of a handover.
  enum HandoverForm: String, CaseIterable, ExpressibleByArgument {
    case ipass, sbar

    var sheet: HandoverSheet.Form { self == .ipass ? .ipass : .sbar }
  }

  func validate() throws {
    if (patient == nil) != ward {
      throw ValidationError("name one patient, or say --ward for everybody who is in house")
    }
    if form != nil, !handover { throw ValidationError("--form is the order of a --handover") }
    if format.ofTables == .json || format.ofTables == .csv {
      throw ValidationError(
        "a report is text, markdown or html; `vigil grade --format json` and `vigil export` give data"
      )
    }
  }

  func run(in environment: Environment) throws -> ExitStatus {
    let times = GradeTimes(
      at: try TimeArgument.read(source.at, "--at"),
      asKnownAt: try TimeArgument.read(source.asKnownAt, "--as-known-at"), asStoredAt: nil,
      isTimeline: false, zone: try ZoneArgument.read(source.timeZone))
    let names = [patient].compactMap { $0 }
    var record: ReportRecord
    var spared: [String] = []
    if let path = try source.sample?.path(data, environment) ?? source.events {
      record = try ReportRecord(
        file: path, names, times, usesDemoMoment: source.sample != nil, environment)
      spared = [path]
    } else {
      let place = try store.place(environment)
      record = try ReportRecord(store: place, names, times, environment)
      spared = StoreUse.files(path: place.path)
    }
    if deIdentify { try record.removeIdentities() }
    let text = Self.text(of: document(record), format.ofTables)
    guard let output, output != "-" else {
      // On a terminal nothing in it may command; a page is safe as it is.
      try environment.output.write(environment.output.isTerminal ? Printable.lines(text) : text)
      return record.status
    }
    try OutputFile.write(
      Array(text.utf8), to: output, as: "--output \(output)", sparing: spared)
    environment.messages.say("\(output): written")
    return record.status
  }

  private func document(_ record: ReportRecord) -> ReportDocument {
    if let patient = record.single {
      return handover
        ? HandoverSheet.document(patient, (form ?? .ipass).sheet)
        : CourseSummary.document(patient)
    }
    return handover
      ? HandoverSheet.document(record.ward, (form ?? .ipass).sheet)
      : CourseSummary.document(record.ward)
  }

  private static func text(
    of document: ReportDocument, _ format: FormatOption.TableFormat
  ) -> String {
    switch format {
    case .markdown: ReportMarkdown.text(document)
    case .html: ReportHTML.text(document)
    case .text, .json, .csv: ReportText.text(document)
    }
  }
}
