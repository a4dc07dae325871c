/// Something that a key, the palette, a script or a click can ask for.
package struct Command: Sendable, Hashable {
  /// `ward.open`: what a script and `keys.toml` write.
  package let id: String
  /// What the help and the palette call it.
  package let title: CommandWord
  /// Where it works.
  package let contexts: Set<Context>
  /// Names of its keys unless `keys.toml` says otherwise.
  package let keys: [String]
  /// Shown in the line of keys at the bottom, the higher the longer it stays; 0 is not shown.
  package let hint: Int
  /// Its word in that line.
  package let label: CommandWord
  /// What it writes.
  package let writes: Writing

  /// What a command writes: what may be done where nothing, or only a copy, can be written to.
  package enum Writing: Sendable, Hashable {
    case nothing
    /// Into the record of a patient.
    case patient
    /// Into the record of the ward, or it changes who writes.
    case ward
  }

  /// Where a key is pressed.
  package enum Context: String, CaseIterable, Sendable {
    case ward, patient, about
    /// The patient's trends; a key that means nothing of its own there means what it means on the
    /// patient's screen.
    case trends
    /// The ward as small plots; likewise beside the ward.
    case wardTrends
    /// The list of all alerts.
    case alerts
    /// The trial's endpoints.
    case trial
    /// The holding list.
    case holding
    /// A table that is about to be imported.
    case table
    /// A form over a screen.
    case entry
    /// A question of a training session, under a screen.
    case question
    /// A page of training over the screen: what is learned, and why.
    case page
    /// The debrief of a training session.
    case debrief
    /// A list over a screen: help, palette, themes.
    case list

    /// Where a key is looked for that has no meaning of its own here.
    package var parent: Context? {
      switch self {
      case .trends: .patient
      case .wardTrends: .ward
      default: nil
      }
    }
  }

  /// True where it can be asked for, be it by a key of its own or by its name.
  package func works(in context: Context) -> Bool {
    contexts.contains(context) || context.parent.map(contexts.contains) ?? false
  }

  init(
    _ id: String, _ title: Word, _ contexts: Set<Context>, _ keys: [String], hint: Int = 0,
    label: Word? = nil
  ) {
    self.init(
      id: id, title: .console(title), contexts: contexts, keys: keys, hint: hint,
      label: .console(label ?? title))
  }

  init(
    id: String, title: CommandWord, contexts: Set<Context>, keys: [String], hint: Int,
    label: CommandWord, writes: Writing = .nothing
  ) {
    self.id = id
    self.title = title
    self.contexts = contexts
    self.keys = keys
    self.hint = hint
    self.label = label
    self.writes = writes
  }
}

extension Command {
  private static let everywhere: Set<Context> = [
    .ward, .patient, .about, .alerts, .trial, .holding, .table, .page, .debrief,
  ]

  /// Every command, in the order in which the help lists them.
  package static let all: [Command] =
    console + trends + alerts + trial + entry + people + holding + table + replay + training

  private static let console: [Command] = [
    Command(
      "help", .commandHelp, everywhere.union([.entry, .question]), ["?", "F1"], hint: 90,
      label: .hintHelp),
    Command(
      "palette", .commandPalette, everywhere.union([.entry, .question]), [":", "F3"], hint: 30,
      label: .hintPalette),
    Command("move.up", .commandUp, everywhere.union([.list]), ["Up", "k"]),
    Command("move.down", .commandDown, everywhere.union([.list]), ["Down", "j"]),
    Command("move.pageUp", .commandPageUp, everywhere.union([.list]), ["PageUp"]),
    Command("move.pageDown", .commandPageDown, everywhere.union([.list]), ["PageDown"]),
    Command("move.first", .commandFirst, everywhere.union([.list]), ["Home"]),
    Command("move.last", .commandLast, everywhere.union([.list]), ["End"]),
    Command("ward.open", .commandOpen, [.ward], ["Enter"], hint: 80, label: .hintOpen),
    Command("ward.find", .commandFind, [.ward], ["/"], hint: 60, label: .hintFind),
    Command("ward.sort", .commandSort, [.ward], ["s"], hint: 55, label: .hintSort),
    Command("ward.filter", .commandFilter, [.ward], ["f"], hint: 50, label: .hintFilter),
    Command("ward.house", .commandHouse, [.ward], ["h"], hint: 45, label: .hintHouse),
    Command("patient.earlier", .commandEarlier, [.patient], ["Left"], hint: 70, label: .hintDay),
    Command("patient.later", .commandLater, [.patient], ["Right"]),
    Command(
      "patient.hourEarlier", .commandHourEarlier, [.patient], ["S-Left", "["], hint: 60,
      label: .hintHour),
    Command("patient.hourLater", .commandHourLater, [.patient], ["S-Right", "]"]),
    Command(
      "patient.eventEarlier", .commandEventEarlier, [.patient], ["p", ","], hint: 65,
      label: .hintEvent),
    Command("patient.eventLater", .commandEventLater, [.patient], ["n", "."]),
    Command("patient.now", .commandNow, [.patient], ["0"], hint: 58, label: .hintNow),
    Command("patient.known", .commandKnown, [.patient], ["K"], hint: 56, label: .hintKnown),
    Command("patient.view", .commandView, [.patient], ["Tab"], hint: 75, label: .hintView),
    Command(
      id: "patient.scales", title: .scale(.commandScales), contexts: [.patient], keys: ["S"],
      hint: 0, label: .scale(.tab)),
    Command("patient.next", .commandNextPatient, [.patient], [">"]),
    Command("patient.previous", .commandPreviousPatient, [.patient], ["<"]),
    Command("about", .commandAbout, [.ward, .patient], ["G"], hint: 20, label: .hintAbout),
    Command("theme", .commandTheme, everywhere, ["T"], hint: 15, label: .hintTheme),
    Command("mouse", .commandMouse, everywhere, ["M"]),
    Command("redraw", .commandRedraw, everywhere.union([.entry, .question]), ["F5", "C-l"]),
    Command("ward", .commandWard, [.patient, .about, .alerts, .trial, .holding, .table], ["w"]),
    Command(
      "back", .commandBack, everywhere.subtracting([.page, .debrief]).union([.list]),
      ["Esc", "Backspace"], hint: 40,
      label: .hintBack),
    Command("quit", .commandQuit, everywhere, ["q"], hint: 35, label: .hintQuit),
  ]

  /// The command of that id.
  package static func named(_ id: String) -> Command? { all.first { $0.id == id } }
}
