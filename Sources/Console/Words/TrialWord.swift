/// The key of a text of the Trial screen; `TrialCatalogue` has it in each language.
package enum TrialWord: String, CaseIterable, Sendable {
  // Commands.
  case commandTrial, commandNext, commandPrevious, commandOther, commandBehind
  case hintTrial, hintNext, hintOther, hintBehind
  // Title and state.
  case title, subject, loading, unread, failed, nobody
  // Parts.
  case overview, swimmer, survival, grades, cytokines, expansion, events, concordance
  // Figures.
  case conventions, behind, nothingBehind, missing
  case columnPatient, columnFollowed, columnWorst, columnPeaks
  case swimmerLegend, gradesLegend, months, atRisk, curveNote, expansionNote, expansionTitle
  case swimmerAxis
}

extension Catalogue {
  /// The text of a key with its places filled.
  package func trial(_ word: TrialWord, _ arguments: String...) -> String {
    Self.filled(TrialCatalogue.text(word, in: language), arguments)
  }
}
