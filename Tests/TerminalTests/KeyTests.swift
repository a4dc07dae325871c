import Terminal
import Testing

@Suite("Keys have names")
struct KeyTests {
  @Test(
    "A name and its key are one",
    arguments: [
      ("a", Key.character("a")), ("A", .character("A")), ("?", .character("?")),
      ("-", .character("-")), ("é", .character("é")), ("C-x", .control("x")),
      ("M-x", Key(.character("x"), .alt)), ("C-M-x", Key(.character("x"), [.control, .alt])),
      ("Space", .character(" ")), ("C-Space", .control(" ")), ("Enter", Key(.enter)),
      ("Esc", Key(.escape)), ("S-Tab", Key(.tab, .shift)), ("F1", Key(.function(1))),
      ("F24", Key(.function(24))), ("S-F5", Key(.function(5), .shift)), ("PageUp", Key(.pageUp)),
      ("C-Left", Key(.left, .control)), ("Delete", Key(.delete)), ("C--", .control("-")),
    ])
  func names(_ name: String, _ key: Key) throws {
    #expect(try Key(name: name) == key)
    #expect(key.name == name)
  }

  @Test("Names of keys may be written in any case, and Control takes the small letter")
  func cases() throws {
    #expect(try Key(name: "pageup") == Key(.pageUp))
    #expect(try Key(name: "f12") == Key(.function(12)))
    #expect(try Key(name: "C-X") == .control("x"))
  }

  @Test(
    "What is no key is refused with what to write",
    arguments: ["", "Entr", "F0", "F25", "C-C-x", "S-a", "ab", "\u{202E}", "C-", "  "])
  func refused(_ name: String) {
    let error = #expect(throws: KeyNameError.self) { try Key(name: name) }
    #expect(error?.description.contains("F1 to F24") == true)
  }

  @Test("Prefixes of multiplexers and flow control are never free")
  func reserved() throws {
    for name in ["C-a", "C-b", "C-s", "C-q", "C-z", "C-c", "C-\\"] {
      #expect(try Key(name: name).isReserved, "\(name)")
    }
    for name in ["a", "C-t", "F1", "M-a"] { #expect(try !Key(name: name).isReserved, "\(name)") }
  }
}
