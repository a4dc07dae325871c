/// A key and what it does here.
package struct KeyHint: Hashable, Sendable {
  /// Names of keys, as they are to be read: `Enter`, `↑↓`, `1..9`.
  package var keys: String
  package var label: FittedText
  /// Who stays when there is not room for all: the higher.
  package var priority: Int
  /// What a click on it stands for.
  package var id: String

  package init(keys: String, label: FittedText, priority: Int = 0, id: String = "") {
    self.keys = keys
    self.label = label
    self.priority = priority
    self.id = id
  }
}

/// The line at the bottom that says which keys do something here.
package struct KeyHints: Sendable {
  package var hints: [KeyHint]

  package init(_ hints: [KeyHint]) { self.hints = hints }

  package func draw(on canvas: inout Canvas, in area: Rect) {
    let row = area.row(0)
    canvas.fill(row)
    let room = row.inset(left: row.width > 20 ? 1 : 0)
    var texts: [StyledText] = []
    var parts: [Part] = []
    for hint in hints {
      let text = StyledText(hint.keys, .key) + " " + hint.label.full.ordinarily(.keyLabel)
      texts.append(text)
      parts.append(.fixed(text.width(in: canvas.glyphs), priority: hint.priority))
    }
    for (index, stretch) in Layout.divide(room.width, among: parts, gap: 2).enumerated() {
      guard let stretch else { continue }
      // The last one standing may be cut; the others are whole or gone.
      let place = Rect(x: room.x + stretch.offset, y: room.y, width: stretch.length, height: 1)
      canvas.write(texts[index], x: place.x, y: place.y, in: place)
      if !hints[index].id.isEmpty { canvas.target(place, id: hints[index].id) }
    }
  }
}
