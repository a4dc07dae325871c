import Terminal
import Testing

@Suite("A field is typed into")
struct TextInputTests {
  private func typed(_ keys: String, in start: String = "") throws -> TextInput {
    var input = TextInput(start)
    for name in keys.split(separator: " ") {
      let isTaken = input.handle(try Key(name: String(name)))
      #expect(isTaken)
    }
    return input
  }

  @Test(
    "Keys do what they do elsewhere",
    arguments: [
      ("a b c", "", "abc", 3), ("Backspace", "abc", "ab", 2), ("Home x", "abc", "xabc", 1),
      ("Left Left x", "abc", "axbc", 2), ("Home Delete", "abc", "bc", 0),
      ("End C-w", "one two", "one ", 4), ("C-Left x", "one two", "one xtwo", 5),
      ("Home C-Right x", "one two", "onex two", 4), ("Home C-k", "abc", "", 0),
      ("Backspace C-_", "abc", "abc", 3), ("x y C-_", "abc", "abc", 3),
      ("Left Left Left Left x", "ab", "xab", 1), ("Home Backspace", "ab", "ab", 0),
      ("Backspace", "山田", "山", 1), ("Backspace", "e\u{301}", "", 0),
    ])
  func editing(_ keys: String, _ start: String, _ text: String, _ cursor: Int) throws {
    let input = try typed(keys, in: start)
    #expect(input.text == text)
    #expect(input.cursor == cursor)
  }

  @Test(
    "Keys that mean nothing in a field are left to the screen",
    arguments: ["Enter", "Esc", "Tab", "F2", "Up", "C-t", "M-x"])
  func free(_ name: String) throws {
    var input = TextInput("a")
    let isTaken = input.handle(try Key(name: name))
    #expect(!isTaken)
    #expect(input.text == "a")
  }

  @Test("A pasted line break becomes a space and a control character goes")
  func paste() {
    var input = TextInput("a")
    input.paste("b\r\nc\td\u{1B}[2J")
    #expect(input.text == "ab c d[2J")
    input.undo()
    #expect(input.text == "a")
  }

  @Test("Nothing is taken beyond the limit")
  func limit() {
    var input = TextInput("", limit: 3)
    input.paste("abcdef")
    #expect(input.text == "abc")
    _ = input.handle(.character("x"))
    #expect(input.text == "abc")
  }

  @Test("An accent typed after its letter makes one character with it")
  func accents() {
    var input = TextInput("e")
    _ = input.handle(.character("\u{301}"))
    #expect(input.text == "e\u{301}")
    #expect(input.cursor == 1)
  }
}

@Suite("A field shows its cursor")
struct TextFieldTests {
  private func field(_ text: String, keys: [Key] = [], width: Int, focused: Bool = true)
    -> (String, Point?)
  {
    var input = TextInput(text)
    for key in keys { _ = input.handle(key) }
    var canvas = Canvas(Size(width: width, height: 1), Capabilities())
    TextField(input, focused: focused, placeholder: "name").draw(on: &canvas, in: canvas.area)
    return (canvas.buffer.text, canvas.cursor)
  }

  @Test("Text longer than the field is scrolled to the cursor and marked")
  func scrolled() {
    #expect(field("abc", width: 6) == ("abc\n", Point(x: 3, y: 0)))
    #expect(field("abcdefgh", width: 6) == ("‹efgh\n", Point(x: 5, y: 0)))
    #expect(field("abcdefgh", keys: [Key(.home)], width: 6) == ("abcde›\n", Point(x: 0, y: 0)))
    #expect(field("abcdefgh", width: 6, focused: false) == ("abcde›\n", nil))
    #expect(field("", width: 6) == ("name\n", Point(x: 0, y: 0)))
  }

  @Test("The cursor is inside the field at every width, and wide letters are whole")
  func widths() {
    for text in ["", "a", "山田花子", "abcdefghij", "a山b田c"] {
      for width in 1...12 {
        for left in 0...text.count {
          let (_, cursor) = field(
            text, keys: Array(repeating: Key(.left), count: left), width: width)
          #expect((0..<width).contains(cursor?.x ?? -1))
        }
      }
    }
  }
}
