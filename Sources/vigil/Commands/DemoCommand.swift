import ArgumentParser
import Clinical
import Console
import EventStore

struct DemoCommand: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Open the console on the sample ward.",
    discussion: """
      Twenty invented patients, at a moment that the sample names and from which its clock runs on \
      at normal speed; what was written down later is not yet known. The title says DEMO DATA. \
      Nothing is kept, unless --keep names a store to be made: it holds what is known at that moment, \
      and takes what is entered. It is a store to practise on.

      Example: vigil demo
      """)

  @ArgumentParser.Option(
    help: ArgumentHelp("Make a store there, and keep in it what is entered.", valueName: "path"))
  var keep: String?

  @OptionGroup var screen: ScreenOptions
  @OptionGroup var data: DataOptions

  func run(in environment: Environment) throws -> ExitStatus {
    let path = try SampleSet.ward.path(data, environment)
    let file = try WardFile(path: path, environment)
    guard let moment = file.demoMoment else {
      throw Failure.couldNot("\(path): its `site` event names no demoMoment to begin at")
    }
    let kept = try keep.map { try KeptDemo.make(at: $0, of: file, known: moment, environment) }
    let source = SampleSource(file, at: moment)
    let began = environment.now()
    let now = environment.now
    let demoClock: @Sendable () -> Instant = { moment + (now() - began) }
    // Without a store to keep it, what is entered lives as long as the demonstration; anybody may
    // enter everything.
    let log: any EventLog & PersonalNotes & Preferences =
      kept
      ?? MemoryEventLog(
        id: EventID(now: began, random: environment.random()), createdAt: moment,
        reader: OpenedStore.reader)
    let keeper = EntryKeeper(
      EntryEvents(
        log: log, user: EntryUser(login: "demo", name: "Demo", role: .physician),
        source: "console", clock: demoClock, random: environment.random),
      notes: log,
      desk: StationDesk(
        notes: log, history: SampleHistory(file, zone: source.zone), signIn: nil),
      echoes: true)
    let start = ConsoleStart(
      options: screen, data: data, mode: .demo, keeper: keeper,
      spared: [path] + (keep.map { StoreUse.files(path: $0) } ?? []))
    if let script = screen.script {
      return try start.play(script, source, from: moment, environment)
    }
    return try start.run(source, clock: demoClock, environment)
  }
}
