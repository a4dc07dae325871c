extension Command {
  /// A command of entry, whose words stand in the entry room's catalogue.
  init(
    entry id: String, _ title: EntryWord, _ contexts: Set<Context>, _ keys: [String],
    hint: Int = 0, label: EntryWord? = nil, writes: Writing = .patient
  ) {
    self.init(
      id: id, title: .entry(title), contexts: contexts, keys: keys, hint: hint,
      label: .entry(label ?? title), writes: writes)
  }
}

/// A word of either catalogue.
package enum CommandWord: Sendable, Hashable {
  case console(Word)
  case entry(EntryWord)
  case alert(AlertWord)
  case people(PeopleWord)
  case replay(ReplayWord)
  case training(TrainingWord)
  case scale(ScaleWord)
  case trend(TrendWord)
  case trial(TrialWord)
  case holding(HoldingWord)
  case table(TableWord)
}

extension Catalogue {
  /// The text of a command's word.
  package func callAsFunction(_ word: CommandWord) -> String {
    switch word {
    case .console(let word): self(word)
    case .entry(let word): EntryCatalogue.of(language)(word)
    case .alert(let word): alert(word)
    case .people(let word): self(word)
    case .replay(let word): self(word)
    case .training(let word): self(word)
    case .scale(let word): self(word)
    case .trend(let word): self(word)
    case .trial(let word): trial(word)
    case .holding(let word): self(word)
    case .table(let word): self(word)
    }
  }
}

extension Command {
  private static let atBedside: Set<Context> = [.ward, .patient]

  /// The commands of entry: one for each form, and those that work in a form.
  static let entry: [Command] = [
    Command(entry: "enter.vitals", .commandVitals, atBedside, ["v"], hint: 78, label: .hintVitals),
    Command(entry: "enter.neuro", .commandNeuro, atBedside, ["i"], hint: 77, label: .hintNeuro),
    Command(entry: "enter.oxygen", .commandOxygen, atBedside, ["o"]),
    Command(entry: "enter.bolus", .commandBolus, atBedside, ["b"]),
    Command(entry: "enter.vasopressor", .commandVasopressor, atBedside, ["P"]),
    Command(entry: "enter.medication", .commandMedication, atBedside, ["m"]),
    Command(entry: "enter.labs", .commandLabs, atBedside, ["L"]),
    Command(entry: "enter.note", .commandNote, atBedside, ["N"]),
    Command(entry: "enter.line", .commandLine, atBedside, ["e"]),
    Command(entry: "enter.notDone", .commandNotDone, atBedside, ["-"]),
    Command(entry: "enter.grade", .commandGrade, [.patient], ["y"]),
    Command(entry: "enter.attribution", .commandAttribution, [.patient], ["A"]),
    Command(entry: "enter.adverseEvent", .commandAdverseEvent, [.patient], []),
    Command(entry: "enter.response", .commandResponse, [.patient], []),
    Command(entry: "enter.transplant", .commandTransplant, [.patient], []),
    Command(entry: "enter.newTherapy", .commandNewTherapy, [.patient], []),
    Command(entry: "enter.stay", .commandStay, atBedside, ["B"]),
    Command(entry: "enter.status", .commandStatus, [.patient], []),
    Command(entry: "enter.details", .commandDetails, atBedside, ["D"]),
    Command(entry: "enter.enrolment", .commandEnrolment, [.patient], []),
    Command(entry: "enter.leukapheresis", .commandLeukapheresis, [.patient], []),
    Command(entry: "enter.lymphodepletion", .commandLymphodepletion, [.patient], []),
    Command(entry: "enter.infusion", .commandInfusion, [.patient], []),
    Command(entry: "enter.finding", .commandFinding, [.patient], []),
    Command(entry: "enter.setting", .commandSetting, [.patient], [], writes: .ward),
    Command(entry: "enter.user", .commandUser, atBedside, [], writes: .ward),
    Command(entry: "enter.site", .commandSite, atBedside, [], writes: .ward),
    Command(entry: "ward.record", .commandWardRecord, atBedside, [], writes: .ward),
    Command(entry: "entry.correct", .commandCorrect, [.patient], ["C"]),
    Command(entry: "entry.retract", .commandRetract, [.patient], ["R"]),
    Command(entry: "entry.undo", .commandUndo, atBedside, ["u"]),
    Command(entry: "entry.save", .commandSave, [.entry], ["F2"], hint: 88, label: .hintSave),
    Command(entry: "entry.leave", .commandLeave, [.entry], ["Esc"], hint: 80, label: .hintLeave),
    Command(entry: "entry.time", .commandTime, [.entry], ["C-t"], hint: 60, label: .hintTime),
    Command(entry: "entry.words", .commandWords, [.entry], ["F7"], hint: 56, label: .hintWords),
    Command(
      entry: "entry.instrument", .commandInstrument, [.entry], ["F8"], hint: 55,
      label: .hintInstrument),
    Command(
      entry: "entry.discard", .commandDiscard, [.entry], ["F9"], hint: 20, label: .hintDiscard),
  ]
}
