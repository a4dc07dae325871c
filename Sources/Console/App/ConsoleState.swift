package import Clinical

/// Everything that the console shows and remembers; a value, changed only by `update`.
package struct ConsoleState: Sendable {
  /// What the console runs on.
  package enum Mode: Sendable, Hashable {
    case live
    /// Invented data with a clock of its own.
    case demo
    /// A store for training, which holds no real patients.
    case training
  }

  package enum Screen: Sendable { case ward, patient, about, alerts, holding }

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
  package var about = AboutState()
  package var list: OpenList?
  package var entry = EntryDesk()
  package var alerts = AlertDesk()
  package var station = Station()
  package var holding = HoldingDesk()
  package var cover = Cover()
  package var looks = Looks()
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
    if list != nil || station.asking != nil { return .list }
    if entry.open != nil { return .entry }
    switch screen {
    case .ward: return .ward
    case .patient: return .patient
    case .about: return .about
    case .alerts: return .alerts
    case .holding: return .holding
    }
  }
}
