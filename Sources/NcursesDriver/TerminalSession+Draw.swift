import CNcurses
#if canImport(Glibc)
  import Glibc
#endif
package import Terminal

extension TerminalSession {
  /// Shows a frame: sends the terminal the difference from the one before.
  ///
  /// When the terminal takes no more (a slow line), the frame waits and is shown, or a newer one
  /// in its place, as soon as it does.
  ///
  /// - Parameters:
  ///   - cursor: where the cursor is seen, while text is typed.
  ///   - focus: where it stands unseen, for readers of the screen.
  package mutating func draw(
    _ buffer: CellBuffer, theme: Theme, cursor: Point? = nil, focus: Point? = nil
  ) {
    let frame = PendingFrame(buffer: buffer, theme: theme, cursor: cursor, focus: focus)
    if canWrite() {
      waiting = nil
      show(frame)
    } else {
      waiting = frame
    }
  }

  /// Draws everything anew, whatever the terminal shows: after other output has spoilt it.
  package mutating func redraw() {
    cn_distrust()
    if let frame = waiting ?? lastFrame {
      draw(frame.buffer, theme: frame.theme, cursor: frame.cursor, focus: frame.focus)
    }
  }

  private func canWrite() -> Bool {
    var out = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
    return poll(&out, 1, 0) > 0 && out.revents & Int16(POLLOUT) != 0
  }

  mutating func showWaiting() {
    guard let frame = waiting, canWrite() else { return }
    waiting = nil
    show(frame)
  }

  private mutating func show(_ frame: PendingFrame) {
    if theme != frame.theme || table == nil {
      theme = frame.theme
      table = PairTable(theme: frame.theme, depth: capabilities.colours)
      shown = nil
    }
    if shown == nil { cn_erase() }
    for change in frame.buffer.changes(since: shown) { put(change, of: frame.buffer) }
    shown = frame.buffer
    let place = frame.cursor ?? frame.focus ?? Point(x: 0, y: max(0, frame.buffer.height - 1))
    cn_present(
      Int32(min(max(0, place.y), size.height - 1)), Int32(min(max(0, place.x), size.width - 1)),
      frame.cursor != nil, options.synchronized ? modes.frameBegins : "",
      options.synchronized ? modes.frameEnds : "")
    lastFrame = frame
  }

  private mutating func put(_ change: CellBuffer.Change, of buffer: CellBuffer) {
    guard change.y < size.height else { return }
    let row = buffer.row(change.y)
    var cells: [cn_cell] = []
    cells.reserveCapacity(change.columns.count)
    var last: (style: Style, entry: (attributes: UInt32, pair: Int32))?
    for x in change.columns where x < size.width {
      let cell = row[row.startIndex + x]
      // The right half comes with its left one.
      if cell.glyph.isTrailing { continue }
      if last?.style != cell.style {
        guard let entry = table?.resolve(cell.style, &pairs) else { return }
        last = (cell.style, entry)
      }
      guard let entry = last?.entry else { return }
      append(cell.glyph, entry, fits: x + cell.glyph.width <= size.width, to: &cells)
    }
    cn_put(Int32(change.y), Int32(change.columns.lowerBound), cells, Int32(cells.count))
  }

  /// Adds a glyph, or question marks of its width where the C library, by which curses counts,
  /// would give it another width: a row must not shift.
  private func append(
    _ glyph: Glyph, _ entry: (attributes: UInt32, pair: Int32), fits: Bool,
    to cells: inout [cn_cell]
  ) {
    func cell(_ base: UInt32, _ marks: (UInt32, UInt32) = (0, 0)) -> cn_cell {
      cn_cell(base: base, marks: marks, attributes: entry.attributes, pair: entry.pair)
    }
    let base = glyph.base.value
    if base < 0x7F, glyph.isPlain { return cells.append(cell(base)) }
    guard fits, capabilities.glyphs == .unicode, cn_width(base) == Int32(glyph.width) else {
      for _ in 0..<max(1, glyph.width) { cells.append(cell(0x3F)) }
      return
    }
    let marks = glyph.marks.map(\.value).filter { cn_width($0) == 0 }
    cells.append(cell(base, (marks.first ?? 0, marks.dropFirst().first ?? 0)))
  }
}
