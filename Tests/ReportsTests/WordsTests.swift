import Reports
import Testing

@Suite("Every word of a report stands in its table")
struct WordsTests {
  @Test("each key has a text, with places counted from 0")
  func complete() {
    for word in ReportWord.allCases {
      let text = ReportWords.english.texts[word]
      #expect(text != nil, "\(word)")
      let places = (text ?? "").matches(of: /\{(\d)\}/).compactMap { Int($0.output.1) }
      #expect(Set(places) == Set(0..<Set(places).count), "\(word)")
    }
  }

  @Test("what fills a place is never read as a text with places")
  func filling() {
    let words = ReportWords.english
    #expect(words(.worstAt, "{1}", "3") == "{1}, first reached 3")
    #expect(words(.worstAt, "2") == "2, first reached {1}")
    #expect(words(.ageIs, "{0") == "{0 y")
  }
}
