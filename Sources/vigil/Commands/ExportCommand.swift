import ArgumentParser
import Clinical
import EventStore

struct ExportCommand: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print the stored events, unchanged, in the order in which they were stored.",
    discussion: """
      With patients named, only their events; without, those of the ward too. `vigil import` reads \
      the output back and adds nothing.

      Example: vigil export CD7-003 > CD7-003.jsonl
      """)

  /// A format that events are written in.
  enum Format: String, CaseIterable, ExpressibleByArgument { case jsonl }

  @Argument(help: ArgumentHelp("Only these patients.", valueName: "patient"))
  var patients: [String] = []

  @Option(name: .customLong("as"), help: "The format.")
  var format = Format.jsonl

  @OptionGroup var store: StoreOptions

  func run(in environment: Environment) throws -> ExitStatus {
    let place = try store.place(environment)
    let log = try OpenedStore.open(place, environment)
    let sink = environment.output
    guard !patients.isEmpty else {
      try log.forEachEvent { try sink.write(jsonLine: $0.body) }
      return .done
    }
    let chosen = try PatientChoice.of(patients, among: try log.patients(), in: place.path)
    var events: [StoredEvent] = []
    for patient in chosen { events += try log.events(of: patient) }
    for event in events.sorted(by: { $0.seq < $1.seq }) { try sink.write(jsonLine: event.body) }
    return .done
  }
}
