import Terminal
import TestSupport
import Testing

@Suite("Text is shortened without changing what it says")
struct TruncationTests {
  private func cut(_ text: String, _ width: Int, _ how: Truncation, _ glyphs: GlyphSet = .unicode)
    -> String
  {
    drawn(max(1, width), 1, glyphs: glyphs) { canvas, area in
      canvas.write(
        StyledText(text), x: 0, y: 0, in: Rect(x: 0, y: 0, width: width, height: 1),
        truncation: how)
    }.replacing("\n", with: "")
  }

  @Test(
    "An ellipsis takes the last cell and never half of a wide letter",
    arguments: [
      ("WILLIAMS", 8, "WILLIAMS"), ("WILLIAMS", 7, "WILLIA…"), ("WILLIAMS", 1, "…"),
      ("WILLIAMS", 0, ""), ("山田花子", 8, "山田花子"), ("山田花子", 7, "山田花…"),
      ("山田花子", 6, "山田…"), ("山田花子", 2, "…"), ("a山田", 4, "a山…"), ("a山田", 3, "a…"),
    ])
  func ellipsis(_ text: String, _ width: Int, _ shown: String) {
    #expect(cut(text, width, .ellipsis) == shown)
  }

  @Test("A number is whole or not there", arguments: [(4, "38.9"), (3, "…"), (1, "…")])
  func whole(_ width: Int, _ shown: String) {
    #expect(cut("38.9", width, .whole) == shown)
  }

  @Test("The end of a path stays")
  func leading() {
    #expect(cut("/srv/ward/vigil.db", 9, .leading) == "…vigil.db")
    #expect(cut("山田花子", 4, .leading) == "…子")
  }

  @Test("In ASCII the sign is a tilde")
  func tilde() {
    #expect(cut("WILLIAMS", 5, .ellipsis, .ascii) == "WILL~")
  }

  @Test("Of several forms the fullest that fits is taken")
  func forms() {
    let grade = FittedText([StyledText("CRS at least 2"), StyledText("CRS ≥2"), StyledText("≥2")])
    #expect(grade.form(fitting: 20, in: .unicode).plain == "CRS at least 2")
    #expect(grade.form(fitting: 13, in: .unicode).plain == "CRS ≥2")
    #expect(grade.form(fitting: 6, in: .ascii).plain == "≥2")
    #expect(grade.form(fitting: 0, in: .unicode).plain == "≥2")
  }
}

@Suite("Paragraphs are wrapped")
struct WrappingTests {
  private func lines(_ text: StyledText, _ width: Int) -> [String] {
    text.wrapped(to: width, in: .unicode).map(\.plain)
  }

  @Test("Between words; a line break in the text stays")
  func words() {
    #expect(
      lines("fever is not required once tocilizumab was given", 18) == [
        "fever is not", "required once", "tocilizumab was", "given",
      ])
    #expect(lines("one\n\ntwo", 10) == ["one", "", "two"])
    #expect(lines("", 10) == [""])
  }

  @Test("Inside a word only where it is longer than a line")
  func longWords() {
    #expect(lines("a hypogammaglobulinaemia b", 8) == ["a", "hypogamm", "aglobuli", "naemia b"])
  }

  @Test("Chinese between any two letters, none cut in half")
  func chinese() {
    #expect(lines("患者意识清醒", 5) == ["患者", "意识", "清醒"])
    #expect(lines("患者", 1).count == 2)
  }

  @Test("Roles go along with their words")
  func roles() {
    let text = StyledText("plain ") + StyledText("grade 3", .grade3)
    let wrapped = text.wrapped(to: 7, in: .unicode)
    #expect(wrapped.map(\.plain) == ["plain", "grade 3"])
    #expect(wrapped[1].spans.map(\.role) == [.grade3])
  }

  @Test("No line is longer than its width, whatever the text")
  func neverTooLong() {
    var random = Dice(seed: 7)
    let letters = Array("ab 山é\n…x ")
    for _ in 0..<500 {
      let text = String(
        (0..<Int.random(in: 0...40, using: &random)).map { _ in
          letters[Int.random(in: 0..<letters.count, using: &random)]
        })
      let width = Int.random(in: 2...12, using: &random)
      for line in StyledText(text).wrapped(to: width, in: .unicode) {
        #expect(line.width(in: .unicode) <= width)
      }
    }
  }
}
