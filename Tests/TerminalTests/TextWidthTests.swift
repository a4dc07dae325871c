import Terminal
import Testing

@Suite("Text is measured in cells")
struct TextWidthTests {
  @Test(
    "Letters take one cell, Chinese and pictures two, accents none",
    arguments: [
      ("", 0), ("WILLIAMS, Ada", 13), ("DUBOIS, Léa", 11), ("Le\u{301}a", 3),
      ("山田 花子", 9), ("王芳", 4), ("김민수", 6), ("ﾔﾏﾀﾞ", 4), ("Ｄ７", 4),
      ("⚡", 2), ("🔔", 2), ("IFN-γ", 5), ("≥38 °C", 6), ("─│╭", 3), ("⣿⠀", 2), ("▁█", 2),
      ("שלום", 4), ("สวัสดี", 4), ("Nguyễn", 6), ("\u{1100}\u{1161}\u{11A8}", 2),
    ])
  func width(_ text: String, _ cells: Int) {
    #expect(GlyphSet.unicode.width(text) == cells)
    #expect(GlyphSet.unicode.glyphs(text).reduce(0) { $0 + $1.width } == cells)
  }

  @Test("An accent joins its letter; a third one on the same letter is left out")
  func marksJoin() {
    let glyphs = GlyphSet.unicode.glyphs("a\u{301}\u{302}\u{303}b")
    #expect(glyphs.map(\.text) == ["a\u{301}\u{302}", "b"])
  }

  @Test("The form of a Chinese name chosen by a selector takes no cell more")
  func selectors() {
    #expect(GlyphSet.unicode.glyphs("葛\u{E0100}城").map(\.text) == ["葛", "城"])
    #expect(GlyphSet.unicode.width("❤\u{FE0F}") == 1)
  }
}

@Suite("Nothing from data acts on the terminal, hides or reorders")
struct SafeTextTests {
  @Test(
    "It is spelled out instead",
    arguments: [
      ("\u{1B}[2J", "^[[2J"), ("a\u{7}b", "a^Gb"), ("a\nb", "a^Jb"), ("\u{7F}", "^?"),
      ("\u{9B}31m", "<U+009B>31m"), ("ADA\u{202E}SMAILLIW", "ADA<U+202E>SMAILLIW"),
      ("\u{2066}x\u{2069}", "<U+2066>x<U+2069>"), ("AD\u{200B}A", "AD<U+200B>A"),
      ("\u{FEFF}ADA", "<U+FEFF>ADA"), ("a\u{AD}b", "a<U+00AD>b"), ("a\u{200D}b", "a<U+200D>b"),
      ("\u{E000}", "<U+E000>"), ("\u{301}a", "<U+0301>a"), ("a \u{301}", "a <U+0301>"),
      ("a\u{FE0F}", "a<U+FE0F>"), ("\u{1F1E9}\u{1F1EA}", "<U+1F1E9><U+1F1EA>"),
      ("\u{2028}", "<U+2028>"), ("\u{E0041}", "<U+E0041>"), ("\u{34F}", "<U+034F>"),
      ("👍\u{1F3FD}", "👍<U+1F3FD>"), ("\u{3164}", "<U+3164>"), ("\0", "^@"),
    ])
  func spelled(_ text: String, _ shown: String) {
    #expect(GlyphSet.unicode.glyphs(text).map(\.text).joined() == shown)
  }

  @Test("No scalar of Unicode reaches a cell as a control, format or unassigned character")
  func everyScalar() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for set in GlyphSet.allCases {
        for glyph in set.glyphs(String(scalar)) {
          let category = glyph.base.properties.generalCategory
          let safe =
            category != .control && category != .format && category != .unassigned
            && category != .privateUse && !glyph.base.properties.isDefaultIgnorableCodePoint
          if !safe || (set == .ascii && glyph.base.value > 0x7E) || glyph.width == 0 {
            Issue.record("U+\(String(value, radix: 16)) reaches a cell in \(set)")
          }
        }
      }
    }
  }
}
