/// A list that narrows while one types: the palette, the help, a search for a patient.
package struct Picker: Hashable, Sendable {
  package struct Item: Hashable, Sendable {
    package var id: String
    /// What is searched and shown first.
    package var title: String
    /// Shown after it and searched as well: what it does, where it applies.
    package var detail: String
    /// The keys that do the same.
    package var keys: String
    /// False where it cannot be done now; `detail` then says why.
    package var isEnabled: Bool

    package init(
      id: String, title: String, detail: String = "", keys: String = "", isEnabled: Bool = true
    ) {
      self.id = id
      self.title = title
      self.detail = detail
      self.keys = keys
      self.isEnabled = isEnabled
    }
  }

  package var items: [Item]
  package private(set) var query: TextInput
  /// The chosen one among those that fit.
  package private(set) var selected: Int
  /// The rows by which PageUp and PageDown move.
  package var page: Int

  package init(_ items: [Item], query: String = "", page: Int = 10) {
    self.items = items
    self.query = TextInput(query, limit: 200)
    selected = 0
    self.page = page
  }

  /// The items that fit what is typed, the best first; of equals in the order given.
  package var found: [(item: Item, match: FuzzyMatch)] {
    var found: [(item: Item, match: FuzzyMatch, order: Int)] = []
    for (order, item) in items.enumerated() {
      guard let match = Self.match(query.text, item) else { continue }
      found.append((item, match, order))
    }
    if !query.text.allSatisfy({ $0 == " " }) {
      found.sort { ($1.match.score, $0.order) < ($0.match.score, $1.order) }
    }
    return found.map { ($0.item, $0.match) }
  }

  /// The chosen item, if it can be done.
  package var choice: Item? {
    let found = found
    guard found.indices.contains(selected), found[selected].item.isEnabled else { return nil }
    return found[selected].item
  }

  /// Does what a key does in the list.
  ///
  /// - Returns: false for a key that means nothing here: Enter and Esc are the screen's.
  package mutating func handle(_ key: Key) -> Bool {
    switch (key.code, key.modifiers) {
    case (.up, []), (.character("p"), .control): move(by: -1)
    case (.down, []), (.character("n"), .control): move(by: 1)
    case (.pageUp, []): move(by: -max(1, page))
    case (.pageDown, []): move(by: max(1, page))
    default:
      let before = query.text
      guard query.handle(key) else { return false }
      if query.text != before { selected = 0 }
    }
    return true
  }

  package mutating func paste(_ text: String) {
    query.paste(text)
    selected = 0
  }

  /// Chooses the item of an id, as a click does.
  package mutating func choose(id: String) {
    if let index = found.firstIndex(where: { $0.item.id == id }) { selected = index }
  }

  private mutating func move(by steps: Int) {
    selected = Viewport.moved(selected, by: steps, count: found.count) ?? 0
  }

  // The title counts before the detail, and the key finds its command too.
  private static func match(_ query: String, _ item: Item) -> FuzzyMatch? {
    if let match = FuzzyMatch(query, in: item.title) { return match }
    guard let match = FuzzyMatch(query, in: item.title + " " + item.detail + " " + item.keys)
    else { return nil }
    return match.weakened(keeping: item.title.count)
  }
}

extension FuzzyMatch {
  /// A find outside of the title: behind every find in a title, its places kept as far as they lie
  /// in it.
  func weakened(keeping count: Int) -> FuzzyMatch {
    FuzzyMatch(score: score - 100_000, places: places.filter { $0 < count })
  }

  private init(score: Int, places: [Int]) {
    self.score = score
    self.places = places
  }
}
