/// The words of one language: every text that a person reads, by its key.
///
/// A text holds places `{0}`, `{1}` … for what differs each time. A language is added by a file
/// that makes another catalogue; a key that it lacks is read in English.
package struct Catalogue: Sendable {
  /// BCP 47: `en`, `zh-Hans`.
  package let language: String
  let texts: [Word: String]

  package init(language: String, texts: [Word: String]) {
    self.language = language
    self.texts = texts
  }

  /// True for a key whose text stands in this language itself.
  package func has(_ word: Word) -> Bool { texts[word] != nil }

  /// The text of a key with its places filled.
  package func callAsFunction(_ word: Word, _ arguments: String...) -> String {
    Self.filled(texts[word] ?? Self.english.texts[word] ?? word.rawValue, arguments)
  }

  /// A word that forms and screens share, which the entry room has in every language.
  func shared(_ word: EntryWord) -> String { EntryCatalogue.of(language)(word) }

  /// A text with its places filled.
  static func filled(_ text: String, _ arguments: [String]) -> String {
    guard !arguments.isEmpty else { return text }
    var filled = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      filled += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}"),
        let place = Int(rest[rest.index(after: open)..<close]), arguments.indices.contains(place)
      else {
        filled += "{"
        rest = rest[rest.index(after: open)...]
        continue
      }
      filled += arguments[place]
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  /// How many places a text has: what a translation must keep.
  package static func places(in text: String) -> Int {
    var count = 0
    while text.contains("{\(count)}") { count += 1 }
    return count
  }
}
