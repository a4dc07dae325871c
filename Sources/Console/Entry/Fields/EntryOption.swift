/// One of the answers of a field, chosen by a single key.
package struct EntryOption: Hashable, Sendable {
  /// The key.
  package let key: Character
  /// What is recorded: the raw value of the text form.
  package let id: String
  package let word: EntryWord

  package init(_ key: Character, _ id: String, _ word: EntryWord) {
    self.key = key
    self.id = id
    self.word = word
  }
}

extension [EntryOption] {
  package func option(id: String) -> EntryOption? { first { $0.id == id } }
  package func option(key: Character) -> EntryOption? { first { $0.key == key } }

  /// The keys, for the line beside the field: `r n h m`.
  package var keys: String { map { String($0.key) }.joined(separator: " ") }
}

extension EntryOption {
  /// Yes and no, as `y` and `n`.
  package static let yesNo = [EntryOption("y", "yes", .yes), EntryOption("n", "no", .no)]
}
