import ArgumentParser
import Clinical
import Console
import EventStore
import EventText
import Grading

struct RecordCommand: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Enter one line for a patient, and print what was stored and the grade.",
    discussion: """
      t hr pulse bp map rr spo2; o2 DEVICE [FLOW] [FIO2%]; ice N or why there is none; capd N; \
      loc LEVEL; AGENT start|change|stop|bolus [RATE]; DRUG DOSE; bolus ML; lab CODE VALUE [UNIT]; \
      note TEXT; at TIME. A line that is not understood whole stores nothing. Values that cannot \
      be true are refused; on a terminal improbable ones are asked for again.

      Examples:
        vigil record CD7-003 t 38.4 bp 92/50 hr 118 spo2 93 o2 nc 4
        vigil record CD7-003 ne start 0.08
        vigil record CD7-003 ice 8 at 04:12
      """)

  @Argument(help: ArgumentHelp("The patient.", valueName: "patient"))
  var patient: String

  @Argument(help: ArgumentHelp("The words.", valueName: "words"))
  var words: [String]

  @Option(
    help: ArgumentHelp(
      "Why, where a limit is passed: a tocilizumab dose too soon, too many, too large.",
      valueName: "text"))
  var reason: String?

  @OptionGroup var output: FormatOption
  @OptionGroup var store: StoreOptions

  func run(in environment: Environment) throws -> ExitStatus {
    let place = try store.place(environment)
    let log = try OpenedStore.open(place, environment)
    let chosen = try PatientChoice.of([patient], among: try log.patients(), in: place.path)
    guard let id = chosen.first else { return .wrongUsage }
    var run = RecordRun(
      log: log, patient: id, events: try OpenedStore.events(of: id, in: log), environment)
    run.reason = reason
    return try run.record(words, format: output.format)
  }
}
