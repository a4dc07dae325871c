/// The key of a text about who writes, what they see of others, and the covered screen;
/// `PeopleCatalogue` has it in each language.
package enum PeopleWord: String, CaseIterable, Sendable {
  // What a role may.
  case actObserve, actCorrectOwn, actCorrectRecent, actCorrectOld, actJudge, actAcknowledge
  case actAdminister
  case noRole
  // Changing the person at a station.
  case commandPerson, signInTitle, login, loginHelp, pin, pinHelp, pinTakesDigits, checking
  case signInRefused, waitSeconds, writesNow, demoHasOne, finishField
  // The covered screen.
  case covered, coveredHelp
  // What changed since one last looked.
  case commandChanges, newsTitle, changesOf, changesNever, changesMore, noChanges, changesLoading
  case byWhom
  // Marks on the ward.
  case columnMarks, legendNew, legendDraft, legendAlike
  // A patient who is not in the record yet.
  case commandAdmit
}

/// A text with what differs each time.
package struct PeopleText: Hashable, Sendable {
  package let word: PeopleWord
  package let arguments: [String]

  package init(_ word: PeopleWord, _ arguments: String...) {
    self.word = word
    self.arguments = arguments
  }
}

extension Catalogue {
  /// The text of a key with its places filled.
  package func callAsFunction(_ word: PeopleWord, _ arguments: String...) -> String {
    Self.filled(PeopleCatalogue.text(word, in: language), arguments)
  }

  package func callAsFunction(_ text: PeopleText) -> String {
    Self.filled(PeopleCatalogue.text(text.word, in: language), text.arguments)
  }
}
