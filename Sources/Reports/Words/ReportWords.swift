/// The words of a report in one language, by their keys.
///
/// A text holds places `{0}`, `{1}` … for what differs each time. A language is added by a file that
/// makes another such table. Evidence, alerts and guidelines keep the words of the rooms that say
/// them.
package struct ReportWords: Sendable {
  /// BCP 47.
  package let language: String
  package let texts: [ReportWord: String]

  package init(language: String, texts: [ReportWord: String]) {
    self.language = language
    self.texts = texts
  }

  /// The text of a key with its places filled; what fills them is never read as a text with places.
  package func callAsFunction(_ word: ReportWord, _ arguments: String...) -> String {
    let text = texts[word] ?? word.rawValue
    guard !arguments.isEmpty else { return text }
    var filled = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      filled += rest[..<open]
      let inner = rest[rest.index(after: open)...]
      guard let close = inner.firstIndex(of: "}"), let place = Int(inner[..<close]),
        arguments.indices.contains(place)
      else {
        filled += "{"
        rest = inner
        continue
      }
      filled += arguments[place]
      rest = inner[inner.index(after: close)...]
    }
    return filled + rest
  }
}
