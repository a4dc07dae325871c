import ArgumentParser
import Console
import EventStore

struct ConsoleCommand: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "console",
    abstract: "Open the ward on the screen; what `vigil` alone does.",
    discussion: """
      Shows the patients of the store and follows what others write. ? lists the keys. Without a \
      terminal, or with --plain, the same screens are read out as lines.

      Not an alarm system: an SSH line can freeze.

      Example: vigil console --theme night
      """)

  @OptionGroup var screen: ScreenOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var data: DataOptions

  func run(in environment: Environment) throws -> ExitStatus {
    let place = try store.place(environment)
    let log = try OpenedStore.open(place, environment)
    let now = environment.now()
    let source = try StoreSource(log, at: now, path: place.path)
    let user = EntryUser(
      login: environment.person.login ?? "-", among: source.ward, zone: source.zone)
    let keeper = EntryKeeper(
      EntryEvents(
        log: log, user: user, source: "console", clock: environment.now,
        random: environment.random), notes: log,
      desk: StationDesk(
        notes: log, history: StoreHistory(log: log, zone: source.zone),
        signIn: SignInCheck(pins: log, log: log, zone: source.zone)),
      held: HeldDesk(log: log, clock: environment.now),
      tables: TableDesk(
        log: log, clock: environment.now, spared: StoreUse.files(path: place.path)))
    let start = ConsoleStart(
      options: screen, data: data,
      // Invented patients must never pass for real ones.
      mode: log.identity.kind != .ward ? .training : .live, keeper: keeper,
      isTraining: log.identity.kind != .ward, spared: StoreUse.files(path: place.path))
    if let script = screen.script {
      return try start.play(script, source, from: now, environment)
    }
    return try start.run(source, clock: environment.now, environment)
  }
}
