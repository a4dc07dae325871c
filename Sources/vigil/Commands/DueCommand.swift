import ArgumentParser
import Clinical
import EventText
import Surveillance

struct DueCommand: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "Print which observations are due, and how late.",
    discussion: """
      By the plan of the days after infusion, closer with fever, at CRS or ICANS 2 and more, and \
      after a lost point of ICE. Only patients in house are due. The plan of a ward or of a patient \
      is changed or paused by settings (plan.vitals.1-14, plan.ice.pause).

      Examples:
        vigil due --sample ward
        vigil due CD7-003 --format json
      """)

  @OptionGroup var record: RecordOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var store: StoreOptions
  @OptionGroup var data: DataOptions

  func run(in environment: Environment) throws -> ExitStatus {
    let record = try WatchedRecord(record, store, data, toTheEnd: false, environment)
    for (n, (watched, _)) in record.surveillances().enumerated() {
      switch output.format {
      case .json:
        for due in watched.due {
          let value = AlertText.object(due, of: watched.patient, at: watched.at, watched.zone)
          try environment.output.write(jsonLine: CanonicalJSON.bytes(of: value))
        }
      case .text:
        if n > 0 { try environment.output.write("\n") }
        for line in AlertText.lines(due: watched) { try environment.output.write(line + "\n") }
      }
    }
    return record.status
  }
}
