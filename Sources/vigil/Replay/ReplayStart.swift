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
  /// The session of a learner; `nil` where it is only looked at.
  var lesson: Lesson?
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
  ///
  /// - Parameters:
  ///   - learner: who is asked; `nil` shows it without asking anything.
  ///   - desk: the seat in a session that is kept.
  init(_ scenario: Scenario, learner: Learner? = nil, desk: TrainingDesk? = nil) {
    self.desk = desk
    lesson = learner.map { learner in
      desk?.session.map { Lesson(scenario, learner: learner, resuming: $0) }
        ?? Lesson(scenario, learner: learner)
    }
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
      clock: clock, marks: source.marks, training: lesson.map(TrainingState.init))
    if let user {
      state.entry = EntryDesk(user: user, isTraining: true)
      state.station.own = user
    }
    if let desk, let session = desk.session {
      state.replay?.session = SessionState(
        part: desk.seat.part, login: desk.seat.login, now: session)
    }
    return state
  }

  // Who writes into the copy.
  private var user: EntryUser? {
    lesson.map {
      EntryUser(login: $0.learner.name, name: $0.learner.name, role: $0.learner.role)
    }
  }

  /// What keeps drafts and entries: nothing. It is a memory of its own, of no store.
  func keeper(_ environment: Environment) -> EntryKeeper {
    let began = environment.now()
    let log = MemoryEventLog(
      id: EventID(now: began, random: environment.random()), kind: .practice, createdAt: began,
      reader: OpenedStore.reader)
    return EntryKeeper(
      EntryEvents(
        log: log, user: user ?? EntryUser(login: "replay", name: "", role: .reader),
        source: "console", clock: environment.now, random: environment.random), notes: log)
  }
}
