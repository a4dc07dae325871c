/// The text of a field while it is typed, with the place of the cursor and steps to undo.
package struct TextInput: Hashable, Sendable {
  package private(set) var text: String
  /// The characters before the cursor.
  package private(set) var cursor: Int
  /// The most characters that the field takes.
  package let limit: Int

  private var undone: [Snapshot] = []
  private var typing = false

  private struct Snapshot: Hashable {
    let text: String
    let cursor: Int
  }

  package init(_ text: String = "", limit: Int = 4000) {
    self.limit = max(0, limit)
    self.text = String(text.prefix(self.limit))
    cursor = self.text.count
  }

  package var isEmpty: Bool { text.isEmpty }

  /// The text before the cursor.
  package var head: Substring { text.prefix(cursor) }
  /// The text after the cursor.
  package var tail: Substring { text.dropFirst(cursor) }

  /// Does what a key does in a field.
  ///
  /// - Returns: false for a key that means nothing here and is free for the screen.
  package mutating func handle(_ key: Key) -> Bool {
    if let character = key.text {
      insert(String(character), joins: true)
      return true
    }
    switch (key.code, key.modifiers) {
    case (.left, []): move(to: cursor - 1)
    case (.right, []): move(to: cursor + 1)
    case (.left, .control), (.left, .alt), (.character("b"), .alt): move(to: wordStart())
    case (.right, .control), (.right, .alt), (.character("f"), .alt): move(to: wordEnd())
    case (.home, []): move(to: 0)
    case (.end, []), (.character("e"), .control): move(to: text.count)
    case (.backspace, []): remove(from: cursor - 1, to: cursor)
    case (.delete, []), (.character("d"), .control): remove(from: cursor, to: cursor + 1)
    case (.character("w"), .control), (.backspace, .alt): remove(from: wordStart(), to: cursor)
    case (.character("k"), .control): remove(from: cursor, to: text.count)
    case (.character("_"), .control): undo()
    default: return false
    }
    return true
  }

  /// Inserts pasted text: line breaks and tabs become spaces, other control characters go.
  package mutating func paste(_ pasted: String) {
    var clean = ""
    for character in pasted {
      if character.isNewline || character == "\t" {
        clean.append(" ")
      } else if character.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) {
        clean.append(character)
      }
    }
    insert(clean, joins: false)
  }

  /// Replaces the whole text, as choosing from a list does.
  package mutating func replace(with new: String) {
    remember()
    text = String(new.prefix(limit))
    cursor = text.count
  }

  /// Takes back the last change: letters typed in a row are one.
  package mutating func undo() {
    guard let last = undone.popLast() else { return }
    text = last.text
    cursor = last.cursor
    typing = false
  }

  private mutating func insert(_ addition: String, joins: Bool) {
    guard !addition.isEmpty, text.count < limit else { return }
    if !(joins && typing) { remember() }
    typing = joins
    let before = String(head)
    let room = limit - text.count
    let kept = String(addition.prefix(room))
    let after = String(tail)
    text = before + kept + after
    // Counted anew, since an accent typed after a letter makes one character with it.
    cursor = min((before + kept).count, text.count)
  }

  private mutating func remove(from start: Int, to end: Int) {
    let lower = max(0, start)
    let upper = min(text.count, end)
    guard lower < upper else { return }
    remember()
    text = String(text.prefix(lower)) + String(text.dropFirst(upper))
    cursor = min(lower, text.count)
  }

  private mutating func move(to place: Int) {
    typing = false
    cursor = min(max(0, place), text.count)
  }

  private mutating func remember() {
    typing = false
    undone.append(Snapshot(text: text, cursor: cursor))
    if undone.count > 100 { undone.removeFirst() }
  }

  private func wordStart() -> Int {
    let letters = Array(text)
    var place = cursor
    while place > 0, letters[place - 1] == " " { place -= 1 }
    while place > 0, letters[place - 1] != " " { place -= 1 }
    return place
  }

  private func wordEnd() -> Int {
    let letters = Array(text)
    var place = cursor
    while place < letters.count, letters[place] == " " { place += 1 }
    while place < letters.count, letters[place] != " " { place += 1 }
    return place
  }
}
