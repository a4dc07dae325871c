import Clinical
import Grading
import TestSupport
import Testing

/// What a course does not tell is no zero, and what it does tell is not lost behind the newest entry.
@Suite("Other scales of a course that leaves something open")
struct ScaleUnknownTests {
  private func ask(_ history: History, _ scale: String, _ hours: Double) throws -> ScaleResult {
    let scale = try #require(OtherScale.named(scale))
    return scale.result(ScaleRecord(history.graded, at: History.at(hours)))
  }

  private func why(_ result: ScaleResult, _ name: String) -> String? {
    result.missing.first { $0.name == name }?.why
  }

  // MARK: NEWS2 and orientation

  private static let items = ICEPart.orientation.items

  private static func items(_ points: [Int]) -> [ICEItem: Int] {
    Dictionary(uniqueKeysWithValues: zip(items, points))
  }

  @Test(
    "Orientation decides new confusion: by its points, its items, or a total that leaves no choice",
    arguments: [
      (ICE(total: 10), 0), (ICE(total: 9), nil), (ICE(total: 4), nil), (ICE(total: 3), 3),
      (ICE(total: 0), 3), (ICE(orientation: 4, total: 9), 0), (ICE(orientation: 3, total: 9), 3),
      (ICE(items: Self.items([1, 1, 1, 1]), total: 9), 0),
      (ICE(items: Self.items([1, 1, 1]), total: 9), nil),
      (ICE(items: Self.items([1, 0])), 3), (ICE(naming: 3, commands: 1), nil),
    ] as [(ICE, Int?)])
  func newsOrientation(_ ice: ICE, _ score: Int?) throws {
    var h = History()
    h.normal(10)
    h.add(10.5, .ice(ice))
    let result = try ask(h, "NEWS2", 11)
    #expect(result.score == score.map { DecimalNumber($0) })
    #expect(
      why(result, "consciousness")
        == (score == nil ? "orientation was not recorded by itself" : nil))
  }
}
