/// A sentence of the entry room by its key, with what differs each time; made into words only where
/// it is shown, in the language of whoever reads it.
package struct EntryText: Hashable, Sendable {
  package let word: EntryWord
  package let arguments: [String]

  package init(_ word: EntryWord, _ arguments: String...) {
    self.word = word
    self.arguments = arguments
  }
}
