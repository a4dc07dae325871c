/// Names of views beside one another, one of them open.
package struct Tabs: Hashable, Sendable {
  package struct Tab: Hashable, Sendable {
    package var id: String
    package var title: FittedText

    package init(id: String, title: FittedText) {
      self.id = id
      self.title = title
    }
  }

  package var tabs: [Tab]
  package var selected: Int

  package init(_ tabs: [Tab], selected: Int) {
    self.tabs = tabs
    self.selected = selected
  }

  /// Draws all names, or the open one with its number where there is not room. The open one
  /// stands in brackets, so that it is known without colour.
  package func draw(on canvas: inout Canvas, in area: Rect) {
    let row = area.row(0)
    canvas.fill(row)
    guard tabs.indices.contains(selected) else { return }
    let texts = tabs.enumerated().map { index, tab in text(tab, isOpen: index == selected) }
    let widths = texts.map { $0.width(in: canvas.glyphs) }
    guard widths.reduce(0, +) + tabs.count - 1 <= row.width else {
      let number = StyledText(" \(selected + 1)/\(tabs.count)", .dim)
      let room = row.width - number.width(in: canvas.glyphs) - 2
      let title = tabs[selected].title.form(fitting: room, in: canvas.glyphs)
      canvas.line(FittedText([bracketed(title) + number, bracketed(title), title]), in: row)
      return
    }
    var x = row.x
    for (index, text) in texts.enumerated() {
      let place = Rect(x: x, y: row.y, width: widths[index], height: 1)
      canvas.write(text, x: x, y: row.y, in: row)
      canvas.target(place, id: tabs[index].id)
      x += widths[index] + 1
    }
  }

  private func text(_ tab: Tab, isOpen: Bool) -> StyledText {
    if isOpen { return bracketed(tab.title.full) }
    return StyledText(" " + tab.title.full.plain + " ", .tab)
  }

  private func bracketed(_ title: StyledText) -> StyledText {
    StyledText("[" + title.plain + "]", .tabSelected)
  }
}
