import ArgumentParser
import Clinical
import EventStore
import EventText

struct GradeCommand: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade",
    abstract: "Print each patient's CRS and ICANS grade with its evidence.",
    discussion: """
      Times are written as 2026-03-06T04:10:00+08:00. With --as-known-at, corrections and late \
      entries that came after that time do not exist yet; it means --at too unless that is given. \
      A grade that is not known is printed as --, or null, never as 0.

      Examples:
        vigil grade CD7-003 --at 2026-03-06T04:10:00+08:00
        vigil grade --events ward.jsonl --format json
        vigil grade --sample ward
      """)

  @OptionGroup var record: RecordOptions

  @Option(
    help: ArgumentHelp(
      "Only what this store had taken by then: what a console showed.", valueName: "time"))
  var asStoredAt: String?

  @Flag(help: "Print every change since the infusion.")
  var timeline = false

  @Flag(help: "Only patients who are in house at the time.")
  var inHouse = false

  @OptionGroup var output: FormatOption
  @OptionGroup var store: StoreOptions
  @OptionGroup var data: DataOptions

  func validate() throws {
    if record.events != nil || record.sample != nil, asStoredAt != nil {
      throw ValidationError("--as-stored-at asks a store; a file has --as-known-at")
    }
    if record.asKnownAt != nil, asStoredAt != nil {
      throw ValidationError("--as-known-at and --as-stored-at exclude one another")
    }
  }

  func run(in environment: Environment) throws -> ExitStatus {
    let times = GradeTimes(
      at: try TimeArgument.read(record.at, "--at"),
      asKnownAt: try TimeArgument.read(record.asKnownAt, "--as-known-at"),
      asStoredAt: try TimeArgument.read(asStoredAt, "--as-stored-at"),
      isTimeline: timeline, zone: try ZoneArgument.read(record.timeZone))
    let printer = GradePrinter(format: output.format, isTimeline: timeline)
    if let path = try record.sample?.path(data, environment) ?? record.events {
      let file = try WardFile(path: path, environment)
      return try GradeOfFile(
        file: file, name: path, times: times, usesDemoMoment: record.sample != nil,
        inHouseOnly: inHouse
      )
      .run(record.patients, printer, environment)
    }
    return try GradeOfStore(place: try store.place(environment), times: times, inHouseOnly: inHouse)
      .run(record.patients, printer, environment)
  }
}
