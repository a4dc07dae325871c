import Console
import Testing

@Suite("The words of training")
struct TrainingWordTests {
  @Test(
    "Every word has a text in both languages, with the same places",
    arguments: TrainingWord.allCases)
  func words(_ word: TrainingWord) throws {
    let english = try #require(TrainingCatalogue.english[word])
    let chinese = try #require(TrainingCatalogue.simplifiedChinese[word])
    #expect(!english.isEmpty && !chinese.isEmpty)
    #expect(Catalogue.places(in: english) == Catalogue.places(in: chinese))
  }
}
