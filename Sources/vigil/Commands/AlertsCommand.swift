import ArgumentParser
import Clinical
import EventText
import Surveillance

struct AlertsCommand: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "alerts",
    abstract: "Print each patient's alerts, the most urgent first.",
    discussion: """
      Not an alarm system. An alert stays after its end until somebody acknowledges it; --all prints \
      those too that were. *** asks for somebody now, ** within 30 minutes, * is for the list.

      Examples:
        vigil alerts CD7-003 --at 2026-03-06T04:30:00+08:00
        vigil alerts --sample ward --format json
        vigil alerts --sample ward --burden
      """)

  @OptionGroup var record: RecordOptions

  @Flag(help: "Print every alert so far, those that ended and were seen too.")
  var all = false

  @Flag(help: "Print how many alerts the record raised for each day in house.")
  var burden = false

  @OptionGroup var output: FormatOption
  @OptionGroup var store: StoreOptions
  @OptionGroup var data: DataOptions

  func run(in environment: Environment) throws -> ExitStatus {
    let record = try WatchedRecord(record, store, data, toTheEnd: burden, environment)
    if burden {
      try BurdenPage(record).write(output.format, to: environment.output)
      return record.status
    }
    for (n, (watched, _)) in record.surveillances().enumerated() {
      let alerts = all ? watched.alerts : watched.shown
      switch output.format {
      case .json:
        for alert in alerts {
          let value = AlertText.object(alert, watched.zone)
          try environment.output.write(jsonLine: CanonicalJSON.bytes(of: value))
        }
      case .text:
        if n > 0 { try environment.output.write("\n") }
        for line in AlertText.lines(alerts, of: watched) {
          try environment.output.write(line + "\n")
        }
      }
    }
    if output.format == .text, !record.courses.isEmpty {
      try environment.output.write("\n")
      let remark = "Not an alarm system. Guideline: \(Guideline.source)."
      for line in TextColumns.lines(remark, columns: TextColumns.standard) {
        try environment.output.write(line + "\n")
      }
    }
    return record.status
  }
}
