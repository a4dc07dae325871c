import Clinical
import Terminal

/// What a line of the ward bears beside its values: something new, a draft, a name like another's.
extension ConsoleState {
  /// The name, with a sign before it where another in house is called alike.
  func markedName(_ row: WardRow, _ glyphs: GlyphSet) -> String {
    (ward.alike.contains(row.id) ? "~" : "") + name(row.summary, row.id, glyphs)
  }

  /// Signs for what is new and for drafts; they are letters, so that no colour is needed.
  func marks(of row: WardRow) -> StyledText {
    let isNew = looks.new.contains(row.id)
    let hasDraft = !entry.marks(of: row.id).isEmpty
    return StyledText(isNew ? "+" : "", .notice) + StyledText(hasDraft ? "d" : "", .draft)
  }

  /// The column of the signs, where a line has any: between bed and name.
  func marksColumn(_ rows: [WardRow]) -> TableColumn? {
    guard rows.contains(where: { !marks(of: $0).isEmpty }) else { return nil }
    return TableColumn(title: FittedText(words(PeopleWord.columnMarks)), priority: 94)
  }

  /// What the signs on these lines mean.
  func legend(of rows: [WardRow]) -> [PeopleWord] {
    var legend: [PeopleWord] = []
    if rows.contains(where: { looks.new.contains($0.id) }) { legend.append(.legendNew) }
    if rows.contains(where: { !entry.marks(of: $0.id).isEmpty }) { legend.append(.legendDraft) }
    if rows.contains(where: { ward.alike.contains($0.id) }) { legend.append(.legendAlike) }
    return legend
  }

  /// Finds anew whose names are alike; wherever names, or who is in house, may have changed.
  mutating func compareNames() {
    var names: [PatientID: String] = [:]
    for patient in ward.patients.values where patient.summary.isInHouse(at: now, zone: zone) {
      names[patient.id] = patient.summary.name
    }
    ward.alike = SimilarNames.alike(names)
  }

  /// The same after events, where one of them could change it.
  mutating func compareNames(after events: [Event]) {
    if events.contains(where: { [.patient, .stay, .status, .retraction].contains($0.kind) }) {
      compareNames()
    }
  }
}
