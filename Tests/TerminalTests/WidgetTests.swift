import Terminal
import Testing

@Suite("Boxes, hints, tabs and gauges")
struct WidgetTests {
  private let box = TitledBox(title: "Why CRS grade 3?", note: "y confirm")

  private func boxed(_ width: Int, _ height: Int, _ glyphs: GlyphSet = .unicode) -> String {
    drawn(width, height, glyphs: glyphs) { canvas, area in
      let inside = box.draw(on: &canvas, in: area)
      canvas.line("vasopressor ×1", in: inside)
    }
  }

  @Test("A box carries its title and its note")
  func framed() {
    #expect(
      boxed(36, 4) == """
        ╭─ Why CRS grade 3? ─── y confirm ─╮
        │ vasopressor ×1                   │
        │                                  │
        ╰──────────────────────────────────╯

        """)
    #expect(
      boxed(36, 4, .ascii) == """
        +- Why CRS grade 3? --- y confirm -+
        | vasopressor x1                   |
        |                                  |
        +----------------------------------+

        """)
  }

  @Test("Where it is narrow the note goes first, then the title is cut")
  func narrow() {
    #expect(boxed(24, 4).hasPrefix("╭─ Why CRS grade 3? ───╮\n"))
    #expect(boxed(16, 4).hasPrefix("╭─ Why CRS g… ─╮\n"))
  }

  @Test("Where it is low a heading stands for the frame, and in one row the content alone")
  func low() {
    #expect(boxed(30, 3).hasPrefix("─ Why CRS grade 3? ───────────\nvasopressor ×1\n"))
    #expect(boxed(30, 1) == "vasopressor ×1\n")
  }

  @Test("The least important hints go first, none is cut but the last")
  func hints() {
    let hints = KeyHints([
      KeyHint(keys: "?", label: "Help", priority: 9, id: "help"),
      KeyHint(keys: "Enter", label: "Open", priority: 5), KeyHint(keys: "/", label: "Find"),
      KeyHint(keys: "T", label: "Theme"),
    ])
    func line(_ width: Int) -> String {
      drawn(width, 1) { canvas, area in hints.draw(on: &canvas, in: area) }
    }
    #expect(line(40) == " ? Help  Enter Open  / Find  T Theme\n")
    #expect(line(35) == " ? Help  Enter Open  / Find\n")
    #expect(line(22) == " ? Help  Enter Open\n")
    #expect(line(12) == "? Help\n")
    #expect(line(4) == "? H…\n")
  }

  @Test("The open tab is known without colour; where it is narrow it stands alone with its number")
  func tabs() {
    let tabs = Tabs(
      [.init(id: "course", title: "Course"), .init(id: "events", title: "Events")], selected: 1)
    func line(_ width: Int) -> String {
      drawn(width, 1) { canvas, area in tabs.draw(on: &canvas, in: area) }
    }
    #expect(line(30) == " Course  [Events]\n")
    #expect(line(14) == "[Events] 2/2\n")
    #expect(line(8) == "[Events]\n")
    #expect(line(4) == "Eve…\n")
  }
}
