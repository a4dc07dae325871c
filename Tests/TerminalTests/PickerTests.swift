import Terminal
import Testing

@Suite("A list narrows while one types")
struct PickerTests {
  private let items = [
    Picker.Item(id: "open", title: "Open patient", keys: "Enter"),
    Picker.Item(id: "theme", title: "Theme", detail: "with preview", keys: "T"),
    Picker.Item(id: "b02", title: "B02 DUBOIS, Léa"), Picker.Item(id: "b11", title: "B11 山田 花子"),
    Picker.Item(id: "quit", title: "Quit", detail: "a draft is open", isEnabled: false),
    Picker.Item(id: "top", title: "Stop watching"),
  ]

  private func found(_ query: String) -> [String] {
    Picker(items, query: query).found.map(\.item.id)
  }

  @Test(
    "Letters in order, starts of words first, without case and accents",
    arguments: [
      ("", ["open", "theme", "b02", "b11", "quit", "top"]), ("op", ["open", "top", "quit"]),
      ("OPA", ["open", "top"]), ("lea", ["b02"]), ("b1", ["b11"]), ("花", ["b11"]),
      ("lea dub", ["b02"]),
      ("preview", ["theme"]), ("enter", ["open"]), ("zzz", []),
      ("  ", ["open", "theme", "b02", "b11", "quit", "top"]),
    ])
  func narrowed(_ query: String, _ ids: [String]) {
    #expect(found(query) == ids)
  }

  @Test("The keys move the choice, typing begins at the best again")
  func choice() {
    var picker = Picker(items)
    #expect(picker.choice?.id == "open")
    for key in [Key(.down), Key(.down)] {
      let isTaken = picker.handle(key)
      #expect(isTaken)
    }
    #expect(picker.choice?.id == "b02")
    _ = picker.handle(.character("t"))
    #expect(picker.selected == 0)
    let enter = picker.handle(Key(.enter))
    #expect(!enter)
    _ = picker.handle(Key(.pageDown))
    #expect(picker.selected == picker.found.count - 1)
  }

  @Test("What cannot be done now can be found but not chosen")
  func disabled() {
    let picker = Picker(items, query: "quit")
    #expect(picker.found.map(\.item.id) == ["quit"])
    #expect(picker.choice == nil)
  }

  @Test("It is drawn with its keys, the chosen one marked")
  func drawing() {
    var picker = Picker(items, query: "o")
    _ = picker.handle(Key(.down))
    let text = drawn(30, 4) { canvas, area in
      picker.draw(on: &canvas, in: area, prompt: ":", nothing: "nothing found")
    }
    #expect(
      text == """
        : o
         Open patient            Enter
        ▸Stop watching
                                   ▾ 2

        """)
    let none = drawn(20, 2) { canvas, area in
      Picker(items, query: "zzz").draw(
        on: &canvas, in: area, prompt: ":", nothing: "nothing found")
    }
    #expect(none == ": zzz\nnothing found\n")
  }
}
