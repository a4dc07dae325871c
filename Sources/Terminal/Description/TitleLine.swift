/// The bar on top: where one is, about whom, which data these are, what time it is.
package struct TitleLine: Sendable {
  /// From the program down; the first ones go where it is narrow.
  package var path: [FittedText]
  /// The last step of the path: the patient, with bed.
  package var subject: FittedText
  /// Marks that never go: invented data, training, the course as known at another time.
  package var marks: [StyledText]
  /// Who writes, before the clock; the first to be shortened, and to go.
  package var person: FittedText
  /// At the right end: the clock.
  package var clock: FittedText
  /// True when data have stopped coming; turns the whole bar.
  package var stopped: Bool
  /// True where the past is shown; turns the whole bar too.
  package var isReplay: Bool

  package init(
    path: [FittedText], subject: FittedText = FittedText([]), marks: [StyledText] = [],
    person: FittedText = FittedText([]), clock: FittedText = FittedText([]), stopped: Bool = false,
    isReplay: Bool = false
  ) {
    self.path = path
    self.subject = subject
    self.marks = marks
    self.person = person
    self.clock = clock
    self.stopped = stopped
    self.isReplay = isReplay
  }

  package func draw(on canvas: inout Canvas, in area: Rect) {
    let row = area.row(0)
    canvas.fill(row, role: barRole)
    let room = row.inset(left: row.width > 20 ? 1 : 0)
    let right = rightSide(width: room.width, in: canvas.glyphs)
    let used = right.width(in: canvas.glyphs)
    let left = room.inset(right: used > 0 ? used + 1 : 0)
    let path = leftSide(width: left.width, in: canvas.glyphs)
    canvas.write(path, x: left.x, y: row.y, in: left)
    // Only what path, subject, marks and clock leave over is the person's.
    let free = left.inset(left: path.width(in: canvas.glyphs) + 2, right: 1)
    if let text = person.forms.first(where: { $0.width(in: canvas.glyphs) <= free.width }) {
      let x = free.right - text.width(in: canvas.glyphs)
      canvas.write(text.ordinarily(role(.titleDim)), x: x, y: row.y, in: free)
    }
    canvas.write(right, x: room.right - used, y: row.y, in: room)
  }

  /// Marks and clock; the clock goes first.
  private func rightSide(width: Int, in glyphs: GlyphSet) -> StyledText {
    let spaced = marks.map {
      StyledText(" ", $0.spans.first?.role ?? .title) + $0
        + StyledText(" ", $0.spans.last?.role ?? .title)
    }
    let badges = StyledText.joined(spaced, separator: StyledText(" ", barRole))
    let space = badges.isEmpty ? StyledText() : StyledText(" ", barRole)
    for form in clock.forms {
      let whole = badges + space + form.ordinarily(barRole) + StyledText(" ", barRole)
      // The subject needs room as well.
      if whole.width(in: glyphs) + min(20, width / 2) <= width { return whole }
    }
    return badges
  }

  private func leftSide(width: Int, in glyphs: GlyphSet) -> StyledText {
    let separator = StyledText(" ▸ ", role(.titleDim))
    for dropped in 0...path.count {
      var steps = path.dropFirst(dropped).map {
        StyledText($0.full.plain, role(.titleDim))
      }
      if !subject.isEmpty { steps.append(subjectText(subject.full)) }
      let line = StyledText.joined(steps, separator: separator)
      if line.width(in: glyphs) <= width { return line }
    }
    let last = subject.isEmpty ? path.last ?? FittedText([]) : subject
    return subjectText(last.form(fitting: width, in: glyphs))
  }

  private var barRole: Role { role(.title) }

  // The bar of a ward that has stopped, and of the past, is of one look.
  private func role(_ ordinary: Role) -> Role {
    stopped ? .titleStopped : isReplay ? .modeMark : ordinary
  }

  private func subjectText(_ text: StyledText) -> StyledText {
    text.ordinarily(role(.titleSubject))
  }
}
