extension CellBuffer {
  /// A stretch of one row that must be sent.
  package struct Change: Hashable, Sendable {
    package let y: Int
    package let columns: Range<Int>
  }

  /// What must be written over `earlier` to see this buffer: stretches that begin and end at whole
  /// glyphs of both. Everything, when the sizes differ.
  package func changes(since earlier: CellBuffer?) -> [Change] {
    guard let earlier, earlier.size == size else {
      return (0..<height).map { Change(y: $0, columns: 0..<width) }
    }
    var changes: [Change] = []
    for y in 0..<height {
      let new = row(y)
      let old = earlier.row(y)
      var x = 0
      while x < width {
        guard new[new.startIndex + x] != old[old.startIndex + x] else {
          x += 1
          continue
        }
        var start = x
        while start > 0, trails(start, y) || earlier.trails(start, y) { start -= 1 }
        var end = x + 1
        while end < width,
          new[new.startIndex + end] != old[old.startIndex + end] || trails(end, y)
            || earlier.trails(end, y)
        {
          end += 1
        }
        changes.append(Change(y: y, columns: start..<end))
        x = end
      }
    }
    return changes
  }

  private func trails(_ x: Int, _ y: Int) -> Bool { self[x, y].glyph.isTrailing }
}
