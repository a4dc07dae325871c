package import Clinical

/// Everything that the console shows and remembers; a value, changed only by `update`.
package struct ConsoleState: Sendable {
  /// What the console runs on.
  package enum Mode: Sendable, Hashable {
    case live
    /// Invented data with a clock of its own.
    case demo
    /// A store to practise on, which holds no real patients.
    case training
    /// The past of a patient or a scenario, on a clock of its own.
    case replay
  }

  package enum Screen: Sendable { case ward, patient, about, alerts, trial, holding, table }

  package var now: Instant
  package var zone: Zone
  package var site: String
  package var mode: Mode
  package var screen = Screen.ward
  package var ward = WardState()
  package var patient: PatientState?
  /// The patient that was asked for and has not come yet.
  package var awaited: PatientID?
  /// The moment at which that one is to be opened; `nil` is now.
  var awaitedMoment: Instant?
  /// The event on which that one is to be opened.
  var awaitedEvent: EventID?
  package var about = AboutState()
  package var trial = TrialState()
  package var list: OpenList?
  package var entry = EntryDesk()
  package var alerts = AlertDesk()
  package var station = Station()
  package var holding = HoldingDesk()
  package var table = TableWork()
  package var cover = Cover()
  package var looks = Looks()
  /// Patients whose record cannot be read whole, with why: what is missing may be the worst of it.
  package internal(set) var unreadable: [PatientID: String] = [:]
  /// The clock and the line of time of a replay; `nil` on a ward.
  package var replay: ReplayState?
  /// The newest time of the world, while a replay has its own.
  var replayReal: Instant?
  /// True once the patient who is replayed was opened.
  var hasOpenedReplay = false
  package var trends = TrendsState()
  package var message: Message?
  package var keymap: Keymap
  package var words: Catalogue
  package var themes: [String]
  package var theme: String
  package var isMouseOn = false
  /// The ward's settings in force, for the page about grading.
  package var settings = ChoiceSettings()

  package init(
    now: Instant, zone: Zone, site: String, mode: Mode, keymap: Keymap = .standard,
    words: Catalogue = .english, themes: [String] = [], theme: String = ""
  ) {
    self.now = now
    self.zone = zone
    self.site = site
    self.mode = mode
    self.keymap = keymap
    self.words = words
    self.themes = themes
    self.theme = theme
  }

  /// Where a key is pressed now.
  package var context: Command.Context {
    if list != nil || station.asking != nil || replay?.session?.asking != nil { return .list }
    if entry.open != nil { return .entry }
    switch replay?.training?.front {
    case .question?: return .question
    case .page?: return .page
    case .debrief?: return .debrief
    case .ward?, nil: break
    }
    switch screen {
    case .ward: return ward.showsTrends ? .wardTrends : .ward
    case .patient: return patient?.part == .trends ? .trends : .patient
    case .about: return .about
    case .alerts: return .alerts
    case .trial: return .trial
    case .holding: return .holding
    case .table: return .table
    }
  }
}
