import EventText

/// What an import goes through, one after the other: lines of events, or records of another format.
protocol ImportItems {
  /// As messages call the file.
  var name: String { get }
  /// What comes next, or `nil` at the end.
  mutating func next() throws(Failure) -> ImportLines.Item?
}

extension ImportLines: ImportItems {}

/// Records of a file that was read whole.
struct WholeItems: ImportItems {
  let name: String
  private var items: ArraySlice<ImportLines.Item>

  init(name: String, _ items: [ImportLines.Item]) {
    self.name = name
    self.items = items[...]
  }

  mutating func next() -> ImportLines.Item? { items.popFirst() }
}
