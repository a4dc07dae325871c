/// The words of the entry room in one language, by the same mechanism as `Catalogue`; a room of its
/// own, for the forms of ICE and CAPD are read out in the patient's language, whatever the console's.
package struct EntryCatalogue: Sendable {
  /// BCP 47: `en`, `zh-Hans`.
  package let language: String
  package let texts: [EntryWord: String]

  init(language: String, texts: [EntryWord: String]) {
    self.language = language
    self.texts = texts
  }

  /// The text of a key with its places filled.
  package func callAsFunction(_ word: EntryWord, _ arguments: String...) -> String {
    filled(word, arguments)
  }

  package func callAsFunction(_ text: EntryText) -> String { filled(text.word, text.arguments) }

  private func filled(_ word: EntryWord, _ arguments: [String]) -> String {
    Catalogue.filled(texts[word] ?? Self.english.texts[word] ?? word.rawValue, arguments)
  }

  /// The words of a language; English where there are none.
  package static func of(_ language: String) -> EntryCatalogue {
    language.hasPrefix("zh") ? .simplifiedChinese : .english
  }

  package static func of(_ language: EntryLanguage) -> EntryCatalogue { of(language.rawValue) }
}
