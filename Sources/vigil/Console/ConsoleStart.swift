import Clinical
import Configuration
import Console
import NcursesDriver
import Terminal

/// Opens the console on a source, as options, configuration and terminal say.
struct ConsoleStart {
  let options: ScreenOptions
  let data: DataOptions
  let mode: ConsoleState.Mode
  let keeper: EntryKeeper
  var isTraining = false
  /// What is replayed; `nil` opens a ward.
  var replay: ReplayStart?

  /// Called with the state in which it was left.
  var whenLeft: ((ConsoleState) throws -> Void)?

  /// Files that a script may not write to: those of the store, or the sample.
  var spared: [String] = []

  /// - Parameter clock: the time of the source: the system's, or the demonstration's own.
  func run(
    _ source: some WardSource, clock: @escaping () -> Instant, _ environment: Environment
  ) throws -> ExitStatus {
    let settings = try ConfigurationInForce(environment).settings
    var run = try prepared(source, settings, clock, waits: options.plain, environment)
    return try show(&run, settings, environment)
  }

  /// Plays a script instead, on a clock that only the script moves.
  func play(
    _ script: String, _ source: some WardSource, from now: Instant, _ environment: Environment
  ) throws -> ExitStatus {
    let clock = ConsoleScript.Clock(now)
    let settings = try ConfigurationInForce(environment).settings
    var run = try prepared(source, settings, { clock.now }, waits: true, environment)
    defer { run.leaveSession() }
    try ConsoleScript(path: script, sparing: spared, environment).play(
      &run, size: try options.window(),
      capabilities: Capabilities(glyphs: options.ascii ? .ascii : .unicode), clock: clock)
    try whenLeft?(run.shown)
    return .done
  }

  // The console with the ward read, before anything is shown.
  private func prepared(
    _ source: some WardSource, _ settings: ProgramSettings, _ clock: @escaping () -> Instant,
    waits: Bool, _ environment: Environment
  ) throws -> ConsoleRun {
    let themes = try ThemesInForce(option: data.path, environment)
    for refusal in themes.collection.refusals { environment.messages.say("vigil: \(refusal)") }
    let wanted = options.theme ?? settings.theme ?? Theme.builtIn.name
    guard themes.collection.theme(named: wanted) != nil else {
      let known = themes.collection.themes.map(\.name).joined(separator: ", ")
      throw Failure.usage("there is no theme \"\(wanted)\"; there are \(known)")
    }
    var problems: [String] = []
    let keymap = Keymap(try KeysInForce.read(environment), problems: &problems)
    for problem in problems { environment.messages.say("vigil: keys.toml: \(problem)") }
    var state = ConsoleState(
      now: clock(), zone: source.zone, site: source.site, mode: mode, keymap: keymap,
      themes: themes.collection.themes.map(\.name), theme: wanted)
    state.settings = source.settings
    state.cover = Cover(minutes: source.coverAfter)
    state.isMouseOn = settings.mouse ?? false
    state.entry.isTraining = isTraining
    if let replay { state = replay.state(like: state) }
    var run = ConsoleRun(
      source: source, state: state, clock: clock, themes: themes.collection, keeper: keeper,
      waits: waits)
    run.desk = replay?.desk
    run.replayOf = { patient, console in
      // A copy of what is known now, which can write nowhere.
      let events = try source.recorded(patient, at: console.now)
      let start = ReplayStart(
        source: ReplaySource(
          patient, events, zone: source.zone, site: source.site, ends: console.now,
          coverAfter: source.coverAfter),
        title: patient.text)
      return ConsoleRun(
        source: start.source, state: start.state(like: console), clock: clock,
        themes: themes.collection, keeper: start.keeper(environment), waits: waits)
    }
    try run.load()
    return run
  }

  private func show(
    _ run: inout ConsoleRun, _ settings: ProgramSettings, _ environment: Environment
  ) throws -> ExitStatus {
    let glyphs: GlyphSet? = options.ascii ? .ascii : settings.glyphs
    if options.plain {
      try plain(run, glyphs, asks: true, environment)
      return .done
    }
    var isLeft = false
    do throws(TerminalFailure) {
      try run.onScreen(
        SessionOptions(
          term: environment.variable("TERM"),
          // `--theme` on the command line asks for colour, whatever the environment says.
          noColour: environment.variable("NO_COLOR") != nil && options.theme == nil,
          glyphs: glyphs, charts: settings.charts, mouse: settings.mouse ?? false,
          synchronized: settings.sync ?? true, escapeDelay: settings.escapeDelay ?? 25,
          crashNote: "vigil ended by a fault; the record is safe.\n"))
      isLeft = true
    } catch {
      environment.messages.say("vigil: \(error)")
      try plain(run, glyphs, asks: environment.input.isTerminal, environment)
    }
    if isLeft { try whenLeft?(run.shown) }
    return .done
  }

  private func plain(
    _ run: ConsoleRun, _ glyphs: GlyphSet?, asks: Bool, _ environment: Environment
  ) throws {
    var console = PlainConsole(run: run, glyphs: glyphs ?? environment.plainGlyphs)
    defer { console.run.leaveSession() }
    try console.run(environment, asks: asks)
    try whenLeft?(console.run.shown)
  }
}

extension Environment {
  /// The signs of plain lines, by the locale's character set.
  var plainGlyphs: GlyphSet {
    let locale = variable("LC_ALL") ?? variable("LC_CTYPE") ?? variable("LANG") ?? ""
    let set = locale.lowercased()
    return set.contains("utf-8") || set.contains("utf8") ? .unicode : .ascii
  }
}
