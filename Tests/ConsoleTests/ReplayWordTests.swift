import Console
import Testing

@Suite("The words of a replay")
struct ReplayWordTests {
  @Test(
    "Every word has a text in both languages, with the same places", arguments: ReplayWord.allCases)
  func words(_ word: ReplayWord) throws {
    let english = try #require(ReplayCatalogue.english[word])
    let chinese = try #require(ReplayCatalogue.simplifiedChinese[word])
    #expect(!english.isEmpty && !chinese.isEmpty)
    #expect(Catalogue.places(in: english) == Catalogue.places(in: chinese))
  }
}
