extension Command {
  /// Who writes, what others did, who comes: their words stand in a catalogue of their own.
  static let people: [Command] = [
    Command(people: "ward.changes", .commandChanges, [.ward], ["U"]),
    Command(people: "ward.admit", .commandAdmit, [.ward], ["+"]),
    Command(
      people: "station.person", .commandPerson,
      [.ward, .patient, .about, .alerts, .trial, .holding, .table, .entry, .list],
      ["C-u"]),
  ]

  private init(
    people id: String, _ title: PeopleWord, _ contexts: Set<Context>, _ keys: [String]
  ) {
    self.init(
      id: id, title: .people(title), contexts: contexts, keys: keys, hint: 0,
      label: .people(title), writes: .ward)
  }
}

extension ConsoleState {
  /// A command about people; `nil` for one of another part of the console.
  mutating func performPeople(_ id: String) -> [Effect]? {
    switch id {
    case Self.personCommand: askWho()
    case "ward.changes": askForChanges()
    case "ward.admit": openAdmission()
    default: nil
    }
  }
}
