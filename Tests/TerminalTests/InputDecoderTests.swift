import Terminal
import Testing

@Suite("What a terminal sends becomes input, and stray bytes become nothing")
struct InputDecoderTests {
  private func decode(_ steps: [InputDecoder.Step]) -> [TerminalInput] {
    var decoder = InputDecoder()
    return decoder.decode(steps)
  }

  private func steps(_ text: String) -> [InputDecoder.Step] {
    text.unicodeScalars.map { .scalar($0) }
  }

  private func names(_ text: String) -> [String] {
    decode(steps(text)).map {
      switch $0 {
      case .key(let key): key.name
      case .paste(let text): "paste \(text)"
      default: "\($0)"
      }
    }
  }

  @Test(
    "Keys that the terminal library left as bytes",
    arguments: [
      ("j", ["j"]), ("é", ["é"]), ("山", ["山"]), ("\r", ["Enter"]), ("\n", ["Enter"]),
      ("\t", ["Tab"]), ("\u{7F}", ["Backspace"]), ("\u{8}", ["Backspace"]), ("\u{18}", ["C-x"]),
      ("\0", ["C-Space"]), ("\u{1F}", ["C-_"]), ("\u{1B}", ["Esc"]), ("\u{1B}x", ["M-x"]),
      ("\u{1B}\u{1B}", ["Esc", "Esc"]), ("\u{1B}\r", ["M-Enter"]), ("\u{1B}[", ["M-["]),
      ("\u{1B}[A", ["Up"]), ("\u{1B}OA", ["Up"]), ("\u{1B}[1;5C", ["C-Right"]),
      ("\u{1B}[1;2F", ["S-End"]), ("\u{1B}[11~", ["F1"]), ("\u{1B}[24;5~", ["C-F12"]),
      ("\u{1B}[3~", ["Delete"]), ("\u{1B}[Z", ["S-Tab"]), ("\u{1B}OM", ["Enter"]),
    ])
  func keys(_ bytes: String, _ expected: [String]) {
    #expect(names(bytes) == expected)
  }

  @Test(
    "Sequences that mean no key are swallowed whole, not read as letters",
    arguments: [
      "\u{1B}[I", "\u{1B}[?1;2c", "\u{1B}[200;3x", "\u{1B}[<0;10;5M", "\u{1B}[<0;10;5m",
      "\u{1B}[M !!", "\u{1B}]11;rgb:0000/0000/0000\u{7}", "\u{1B}]0;q\u{1B}\\",
      "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[97;5u", "\u{1B}[24;80R", "\u{1B}[99999999999999999999~",
    ])
  func swallowed(_ bytes: String) {
    #expect(names(bytes) == [])
    #expect(names(bytes + "j") == ["j"])
  }

  @Test("A paste between its markers is one input, whatever is in it")
  func paste() {
    let inputs = decode(
      [.scalar("a"), .pasteStart] + steps("q\u{1B}[A:quit") + [.key(Key(.enter))]
        + steps("y") + [.key(Key(.up)), .pasteEnd, .scalar("b")])
    #expect(
      inputs == [
        .key(.character("a")), .paste("q\u{1B}[A:quit\ny"), .key(.character("b")),
      ])
  }

  @Test("A paste goes on over several reads and ends when nothing more comes")
  func interrupted() {
    var decoder = InputDecoder()
    #expect(decoder.decode([.pasteStart, .scalar("q")]) == [])
    #expect(decoder.isPasting)
    #expect(decoder.decode([.scalar("q")]) == [])
    #expect(decoder.endOverduePaste() == .paste("qq"))
    #expect(!decoder.isPasting)
    #expect(decoder.endOverduePaste() == nil)
    #expect(decoder.decode([.scalar("q")]) == [.key(.character("q"))])
  }

  @Test("A huge paste is kept up to a limit")
  func huge() {
    let text = Array(repeating: InputDecoder.Step.scalar("x"), count: 250_000)
    guard case .paste(let kept)? = decode([.pasteStart] + text + [.pasteEnd]).first else {
      Issue.record("no paste")
      return
    }
    #expect(kept.count == InputDecoder.pasteLimit)
  }

  @Test("Seven and more letters at once without markers are a paste; a held key is not")
  func burst() {
    #expect(names("abcdef") == ["a", "b", "c", "d", "e", "f"])
    #expect(names("abcdefg") == ["paste abcdefg"])
    #expect(names("jjjjjjjjjj") == Array(repeating: "j", count: 10))
    #expect(names("368 78 122/74\r") == ["paste 368 78 122/74", "Enter"])
  }
}
