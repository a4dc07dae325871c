import Clinical
import Console
import EventStore
import EventText
import Replay

/// A replay on the screen: the ward's own screens over a copy.
struct ReplayStart {
  private(set) var source: ReplaySource
  let title: String
  var prompts: [ScenarioHead.Prompt] = []
  /// One's seat in a session; `nil` where nothing is kept.
  private(set) var desk: TrainingDesk?

  init(source: ReplaySource, title: String) {
    self.source = source
    self.title = title
  }

  /// Of a patient of a record.
  init(_ course: RecordedCourse) {
    let ward = course.events.map(\.event).filter { $0.patient == nil }
    source = ReplaySource(
      course.patient, course.events, zone: course.zone, site: ward.siteName,
      coverAfter: ConsoleSettings.coverAfter(of: ward, at: .latest, zone: course.zone))
    title = course.patient.text
  }

  /// Of a scenario.
  init(_ scenario: Scenario, desk: TrainingDesk? = nil) {
    self.desk = desk
    source = ReplaySource(
      scenario.patient, scenario.events.map { ($0.event, nil) }, zone: scenario.zone, site: "",
      starts: scenario.head.starts, ends: scenario.head.ends,
      // A scenario names nobody.
      coverAfter: 0)
    title = scenario.head.title
    prompts = scenario.head.prompts
  }

  /// The console's state at the beginning.
  func state(like console: ConsoleState) -> ConsoleState {
    var clock = ReplayClock(starts: source.starts, ends: source.ends)
    clock.jump(to: source.opens)
    var state = ConsoleState(
      now: source.opens, zone: source.zone, site: source.site, mode: .replay,
      keymap: console.keymap, words: console.words, themes: console.themes, theme: console.theme)
    state.settings = source.settings
    state.cover = Cover(minutes: source.coverAfter)
    state.isMouseOn = console.isMouseOn
    state.replay = ReplayState(
      title: title, patient: source.patient, readings: source.readings, prompts: prompts,
      clock: clock, marks: source.marks)
    if let desk, let session = desk.session {
      state.replay?.session = SessionState(
        part: desk.seat.part, login: desk.seat.login, now: session)
    }
    return state
  }

  /// What keeps drafts and entries: nothing. It is a memory of its own, of no store.
  func keeper(_ environment: Environment) -> EntryKeeper {
    let began = environment.now()
    let log = MemoryEventLog(
      id: EventID(now: began, random: environment.random()), kind: .practice, createdAt: began,
      reader: OpenedStore.reader)
    return EntryKeeper(
      EntryEvents(
        log: log, user: EntryUser(login: "replay", name: "", role: .reader), source: "console",
        clock: environment.now, random: environment.random), notes: log)
  }
}
