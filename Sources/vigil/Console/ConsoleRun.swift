import Clinical
import Configuration
import Console
import EventText
import NcursesDriver
import Replay
import Terminal

/// The console on a source: effects are carried out here, and come back as inputs.
struct ConsoleRun {
  var state: ConsoleState
  var source: any WardSource
  private let clock: () -> Instant
  private let themes: ThemeCollection
  let keeper: EntryKeeper
  let watch: AlertKeeper
  let trial = TrialReader()
  /// True where each answer is waited for: a script, and plain lines.
  let waits: Bool
  var hasEnded = false
  // What the screen must be told when it is drawn next.
  var redraws = false
  var mouse: Bool?
  // Bells that wait to be rung.
  var bells = 0
  // What a click means depends on what was drawn.
  private var frame: CellRenderer.Frame?
  /// The replay that live data were left for; never more than one.
  var replays: [ConsoleRun] = []
  /// One's seat in a session of training; `nil` where nothing of a replay is kept.
  var desk: TrainingDesk?
  /// Makes the replay of a patient of this source, where there can be one.
  var replayOf: ((PatientID, ConsoleState) throws -> ConsoleRun)?

  init(
    source: any WardSource, state: ConsoleState, clock: @escaping () -> Instant,
    themes: ThemeCollection, keeper: EntryKeeper, waits: Bool = false
  ) {
    self.source = source
    watch = AlertKeeper()
    self.keeper = keeper
    self.waits = waits
    self.state = state
    self.clock = clock
    self.themes = themes
  }

  /// Reads the ward.
  mutating func load() throws {
    _ = state.update(.ward(try source.inHouse(at: state.now)))
    tellUnreadable()
    if state.replay != nil {
      carry(.tick(clock()))
      carryEffect(.replay(to: state.now))
      followSession()
      return
    }
    _ = state.update(.user(keeper.user))
    state.station.people = source.people
    keeper.look(at: state.now)
    if waits {
      watchWard()
      readLooks()
      settle()
    }
  }

  // What the source could not read, and what could not be watched.
  private mutating func tellUnreadable() {
    let found = source.unreadable.merging(watch.unreadable) { first, _ in first }
    if found != state.unreadable { _ = state.update(.unreadable(found)) }
  }

  // Patients that are read later are read with the ward's own events of now.
  private func follow() {
    let source = source
    watch.follow { try source.events(of: $0, at: $1) }
  }

  // After the first screen: alerts may come a moment later than the ward.
  private mutating func watchWard() {
    follow()
    watch.begin(state.ward.patients.keys.sorted(), in: source.zone, at: state.now)
    guard waits else { return }
    watch.settle()
    fetch()
  }

  /// Runs on the terminal until it is left.
  mutating func onScreen(_ options: SessionOptions) throws(TerminalFailure) {
    var session = try TerminalSession(options)
    let waker = session.waker
    keeper.onAnswer { waker.wake() }
    desk?.onAnswer { waker.wake() }
    watch.onAnswer { waker.wake() }
    trial.onAnswer { waker.wake() }
    draw(on: &session)
    if state.replay == nil {
      watchWard()
      // What is new since the person last looked is read when the ward stands on the screen.
      readLooks()
    }
    while !hasEnded {
      for input in session.wait(milliseconds: untilNextSecond) {
        // The moment of a key is the same on every console of a session.
        if desk != nil { carry(.tick(clock())) }
        if case .mouse(let mouse) = input, mouse.action == .press {
          if let target = frame?.target(at: mouse.place) { take(.click(target)) }
          continue
        }
        take(.terminal(input))
        if case .resumed = input { redraws = true }
      }
      tick()
      if hasEnded { break }
      draw(on: &session)
    }
    // What is typed is durable before the program goes.
    keepWhatWaited()
    keeper.settle()
    leaveSession()
    session.end()
  }

  private func readLooks() { _ = keeper.begin(.loadLooks(state.patientsInHouse)) }

  // What a replay asks of the terminal; the ward goes on unseen, and its bell is heard.
  private mutating func takeFromReplay() {
    guard !replays.isEmpty else { return }
    mouse = replays[0].mouse ?? mouse
    redraws = redraws || replays[0].redraws
    replays[0].mouse = nil
    replays[0].redraws = false
  }

  private mutating func draw(on session: inout TerminalSession) {
    takeFromReplay()
    if let mouse {
      session.setMouse(mouse)
      self.mouse = nil
    }
    let shown = shown
    let frame = shown.frame(size: session.size, capabilities: session.capabilities)
    self.frame = frame
    session.draw(
      frame.buffer, theme: themes.theme(named: shown.theme) ?? .builtIn, cursor: frame.cursor,
      focus: frame.focus)
    if bells > 0 {
      session.bell()
      bells = 0
    }
    if redraws {
      session.redraw()
      redraws = false
    }
  }

  // The clock on the screen changes with the second, and nothing else wakes an idle console.
  private var untilNextSecond: Int {
    if shown.replay?.clock.isPlaying == true { return 100 }
    // What others do in a session stands on the screen well within a second.
    if desk != nil { return 200 }
    let part = clock().microseconds % 1_000_000
    return Int((1_000_000 - (part < 0 ? part + 1_000_000 : part)) / 1000) + 1
  }

  /// Takes the time and what has come into the record.
  mutating func tick() {
    let now = clock()
    if state.replay != nil {
      carry(.tick(now))
      // A lesson keeps drafts, in memory.
      if state.replay?.training != nil { fetch() }
      return followSession()
    }
    if !replays.isEmpty { replays[0].tick() }
    carry(.tick(now))
    if waits { settle() }
    keeper.look(at: now)
    watch.look(at: now)
    fetch()
    defer { tellReplayOfFeed() }
    do {
      let events = try source.news(at: now)
      carry(.feed(.read))
      tellUnreadable()
      guard !events.isEmpty else { return }
      try takeNews(events)
      if waits { settle() }
    } catch {
      carry(.feed(error is StoreGone ? .gone : .failed))
      fail(error)
    }
  }

  // The feed is the ward's; a replay only says of it that it has stopped.
  private mutating func tellReplayOfFeed() {
    guard !replays.isEmpty else { return }
    replays[0].state.replay?.hasWardStopped = state.alerts.feed.stopped(at: state.now) != nil
  }

  /// Takes in what happened, and carries out what the console asks for, until it asks no more.
  mutating func take(_ input: Input) {
    guard replays.isEmpty else {
      // Whoever works in a replay has not left the ward's screen alone.
      switch input {
      case .terminal(.key), .terminal(.mouse), .command: state.stayAwake()
      default: break
      }
      replays[0].take(input)
      if replays[0].hasEnded { comeBack() }
      return
    }
    carry(input)
    if waits { settle() }
  }

  // An answer may ask for more: a form that is stored, and then what is watched of it.
  private mutating func settle() {
    for _ in 0..<2 {
      keeper.settleAll()
      fetch()
      watch.settle()
      trial.settle()
      fetch()
    }
  }

  // What came of appends and drafts since it was last asked.
  private mutating func fetch() {
    for answer in keeper.answers() {
      guard case .events(let events) = answer else {
        carry(answer)
        continue
      }
      source.add(events, at: state.now)
      do { try takeNews(events) } catch { fail(error) }
    }
    for answer in watch.answers() + trial.answers() { carry(answer) }
    tellUnreadable()
  }

  // Of the ward's own events, first what the console itself goes by: the patients are folded anew
  // under it.
  private mutating func takeNews(_ events: [Event]) throws {
    let zone = state.zone
    if events.contains(where: { $0.patient == nil }) {
      state.site = source.site
      state.zone = source.zone
      state.settings = source.settings
      state.cover.set(minutes: source.coverAfter)
      follow()
      // Who may what is the console's own knowledge; it asks to go on as who it finds.
    }
    carry(.events(events))
    if zone != source.zone, let open = state.patient?.record {
      var record = try source.record(of: open.id, at: state.now)
      record.know(at: open.knownAt)
      state.patient?.record = record
    }
    if zone != source.zone { watchWard() }
  }

  // What the terminal asks of the program as a whole ends both.
  private mutating func comeBack() {
    let wasEnded = replays[0].isEndedByTerminal
    replays = []
    redraws = true
    if wasEnded {
      hasEnded = true
    } else {
      _ = state.update(.message(Message(state.words(ReplayWord.back))))
    }
  }

  private var isEndedByTerminal = false

  mutating func carry(_ input: Input) {
    if case .events(let events) = input { watch.take(events, at: state.now) }
    switch input {
    case .terminal(.hangUp), .terminal(.terminate): isEndedByTerminal = true
    default: break
    }
    carry(state.update(input))
  }

  private mutating func carryEffect(_ effect: Effect) { carry([effect]) }

  mutating func carry(_ begun: [Effect]) {
    var effects = begun
    while !effects.isEmpty, !hasEnded {
      let effect = effects.removeFirst()
      do {
        if let answer = try perform(effect) { effects += state.update(answer) }
      } catch {
        fail(error)
      }
    }
  }

  mutating func fail(_ error: any Error) {
    let text = (error as? Failure)?.message ?? "\(error)"
    _ = state.update(.message(Message(state.words(.readFailed, text), .failure)))
  }

  /// True once the console has been left.
  var isOver: Bool { hasEnded }

  /// What stands on the screen: the ward, or the replay that it was left for.
  var shown: ConsoleState { replays.first?.state ?? state }
}
