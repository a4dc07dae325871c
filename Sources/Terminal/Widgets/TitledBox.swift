/// A frame with a title and, at its right end, a note.
///
/// Where there is no room for a frame it is a heading with a rule; where there is one row it is
/// the content alone, for the content is what counts.
package struct TitledBox: Sendable {
  package var title: FittedText
  package var note: FittedText
  package var focused: Bool

  package init(title: FittedText, note: FittedText = FittedText([]), focused: Bool = false) {
    self.title = title
    self.note = note
    self.focused = focused
  }

  /// The least area in which a frame is drawn.
  package static let leastFramed = Size(width: 12, height: 4)

  /// Draws the frame.
  ///
  /// - Returns: the place for the content.
  package func draw(on canvas: inout Canvas, in area: Rect) -> Rect {
    canvas.fill(area)
    guard area.width >= Self.leastFramed.width, area.height >= Self.leastFramed.height else {
      guard area.height >= 2 else { return area }
      let (head, rest) = area.split(top: 1)
      HeadingRule(title: title, note: note).draw(on: &canvas, in: head)
      return rest
    }
    let role: Role = focused ? .frameFocus : .frame
    let top = area.row(0)
    let bottom = area.row(area.height - 1)
    canvas.rule("─", in: top.inset(left: 1, right: 1), role: role)
    canvas.rule("─", in: bottom.inset(left: 1, right: 1), role: role)
    canvas.put("╭", x: area.x, y: top.y, in: area, role: role)
    canvas.put("╮", x: area.right - 1, y: top.y, in: area, role: role)
    canvas.put("╰", x: area.x, y: bottom.y, in: area, role: role)
    canvas.put("╯", x: area.right - 1, y: bottom.y, in: area, role: role)
    for y in (top.y + 1)..<bottom.y {
      canvas.put("│", x: area.x, y: y, in: area, role: role)
      canvas.put("│", x: area.right - 1, y: y, in: area, role: role)
    }
    HeadingRule(title: title, note: note).captions(on: &canvas, in: top.inset(left: 1, right: 1))
    return area.inset(left: 2, top: 1, right: 2, bottom: 1)
  }
}

/// A heading in a rule: `── Vital signs ─────────── y confirm ──`.
package struct HeadingRule: Sendable {
  package var title: FittedText
  package var note: FittedText

  package init(title: FittedText, note: FittedText = FittedText([])) {
    self.title = title
    self.note = note
  }

  package func draw(on canvas: inout Canvas, in area: Rect) {
    canvas.rule("─", in: area, role: .frame)
    captions(on: &canvas, in: area)
  }

  /// Writes title and note into a rule that is already drawn, the title first; the note only
  /// where it leaves the title whole.
  func captions(on canvas: inout Canvas, in rule: Rect) {
    let room = rule.width - 4
    guard room > 0 else { return }
    let name = title.form(fitting: room, in: canvas.glyphs).ordinarily(.frameTitle)
    var used = 0
    if !name.isEmpty {
      let cells = min(room, name.width(in: canvas.glyphs))
      canvas.fill(Rect(x: rule.x + 1, y: rule.y, width: cells + 2, height: 1))
      canvas.write(
        name, x: rule.x + 2, y: rule.y,
        in: Rect(x: rule.x + 2, y: rule.y, width: cells, height: 1))
      used = cells + 2
    }
    let left = rule.width - used - 5
    let remark = note.form(fitting: left, in: canvas.glyphs).ordinarily(.dim)
    let cells = remark.width(in: canvas.glyphs)
    guard cells > 0, cells <= left else { return }
    canvas.write(
      StyledText(" ") + remark + " ", x: rule.right - cells - 3, y: rule.y, in: rule)
  }
}
