package import Clinical

/// The size and head of a store at one time, to be signed and kept where nobody who can write to
/// the store can write: the only way to see a tail that was cut off, an old copy put back, or a
/// chain that was rebuilt.
package struct Anchor: Hashable, Sendable {
  package var store: EventID
  package var events: Int64
  package var head: ChainHash

  package init(store: EventID, events: Int64, head: ChainHash) {
    self.store = store
    self.events = events
    self.head = head
  }

  /// Reads one line: the store's UUID, the number of events, and the head, with spaces between.
  package init?(line: some StringProtocol) {
    let fields = line.split(whereSeparator: \.isWhitespace)
    guard fields.count == 3, let store = EventID(fields[0]), let events = Int64(fields[1]),
      events >= 0, let head = ChainHash(fields[2])
    else { return nil }
    self.init(store: store, events: events, head: head)
  }

  /// Reads a file of anchors; empty lines and lines that begin with `#` are passed over.
  ///
  /// - Throws: `file`, naming the first line that is no anchor.
  package static func read(_ text: String, file: String) throws(StoreError) -> [Anchor] {
    var anchors: [Anchor] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let isBlank = line.allSatisfy(\.isWhitespace)
      if isBlank || line.hasPrefix("#") { continue }
      guard let anchor = Anchor(line: line) else {
        throw StoreError(
          .file, "line \(index + 1) is no anchor", file: file,
          remedy: "An anchor is a line that vigil anchor printed: store id, number of events, head")
      }
      anchors.append(anchor)
    }
    return anchors
  }
}

extension Anchor: CustomStringConvertible {
  package var description: String { "\(store) \(events) \(head)" }
}

extension EventLog {
  /// The anchor of the record as it stands.
  package func anchor() throws(StoreError) -> Anchor {
    let head = try head()
    return Anchor(store: identity.id, events: head.seq, head: head.hash)
  }
}
