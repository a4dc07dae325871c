extension CellBuffer {
  /// The rows as text, each as wide as the buffer in cells.
  package var rows: [String] {
    (0..<height).map { y in row(y).reduce(into: "") { $0 += $1.glyph.text } }
  }

  /// The screen as text, rows ended by line breaks and without spaces at their ends: the text
  /// plane of a golden file.
  package var text: String {
    rows.map { Self.trimmed($0) + "\n" }.joined()
  }

  /// The styles as text, one sign a cell by `Role.code`, with `▒` for the chosen row and `░` for
  /// the chosen moment where the role is ordinary text: the style plane of a golden file.
  package var styles: String {
    (0..<height).map { y in
      var line = ""
      for cell in row(y) {
        switch (cell.style.role, cell.style.ground) {
        case (.text, .selection): line.append("▒")
        case (.text, .cursor): line.append("░")
        default: line.append(cell.style.role.code)
        }
      }
      return Self.trimmed(line) + "\n"
    }.joined()
  }

  private static func trimmed(_ line: String) -> String {
    var end = line.endIndex
    while end > line.startIndex, line[line.index(before: end)] == " " {
      end = line.index(before: end)
    }
    return String(line[..<end])
  }
}
