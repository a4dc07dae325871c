package import Clinical
import FoundationEssentials
import Terminal

extension EntryState {
  private struct Content: Codable {
    var version: Int
    var texts: [String: String]
    var focus: String
    var firstKey: Instant?
    var wordSet: String
    var usesCAPD: Bool
    var keys: Int
  }

  /// The draft as bytes; `nil` while nothing is typed that an event did not bring.
  package var draftBytes: [UInt8]? {
    let typed = texts.mapValues(\.text).filter { !$0.value.isEmpty }
    guard draftAt != nil, !typed.isEmpty else { return nil }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let content = Content(
      version: 1, texts: typed, focus: focus, firstKey: firstKey, wordSet: wordSet,
      usesCAPD: usesCAPD, keys: keys)
    return (try? encoder.encode(content)).map { [UInt8]($0) }
  }

  /// Takes up a draft again; false, and nothing done, for bytes that cannot be read.
  ///
  /// What was measured then keeps its time: it is put into the field of the time, in full, so that
  /// a round of two hours ago is never saved as of now.
  package mutating func resume(_ bytes: [UInt8], savedAt: Instant?) -> Bool {
    guard let content = try? JSONDecoder().decode(Content.self, from: Data(bytes)),
      content.version == 1
    else { return false }
    texts = content.texts.mapValues { TextInput($0, limit: 4000) }
    firstKey = content.firstKey
    wordSet = content.wordSet
    usesCAPD = content.usesCAPD
    keys = content.keys
    if texts["at"]?.isEmpty ?? true, !kind.isDated, let first = content.firstKey {
      let time = LocalTime(zone: context.zone)
      texts["at"] = TextInput("\(time.date(first)) \(time.clockWithSeconds(first))", limit: 80)
    }
    draftAt = savedAt ?? context.now
    resumedFrom = savedAt ?? content.firstKey
    context.look(at: observedAt)
    let reading = self.reading
    focus = reading.spec(content.focus) == nil ? reading.specs.first?.id ?? "" : content.focus
    return true
  }
}
