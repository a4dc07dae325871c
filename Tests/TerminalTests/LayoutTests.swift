import Terminal
import TestSupport
import Testing

@Suite("Room is divided by what counts")
struct LayoutTests {
  @Test("Whoever has the lowest priority goes first, of equals the last")
  func priorities() {
    let parts = [
      Part.fixed(10, priority: 3), .fixed(5, priority: 1), .fixed(8, priority: 2),
      .fixed(5, priority: 1),
    ]
    func kept(_ total: Int) -> [Int] {
      Layout.divide(total, among: parts, gap: 1).indices.filter {
        Layout.divide(total, among: parts, gap: 1)[$0] != nil
      }
    }
    #expect(kept(31) == [0, 1, 2, 3])
    #expect(kept(30) == [0, 1, 2])
    #expect(kept(24) == [0, 2])
    #expect(kept(18) == [0])
    #expect(kept(4) == [0])
    #expect(kept(0) == [])
  }

  @Test("The ideal is given before anything grows, the rest by share")
  func growth() {
    let parts = [
      Part(minimum: 2, ideal: 6, priority: 1), Part(minimum: 2, ideal: 4, priority: 2),
      .filling(minimum: 1, growth: 1), .filling(minimum: 1, growth: 2),
    ]
    let lengths = { (total: Int) in
      Layout.divide(total, among: parts).map { $0?.length ?? 0 }
    }
    #expect(lengths(6) == [2, 2, 1, 1])
    #expect(lengths(9) == [3, 4, 1, 1])
    #expect(lengths(12) == [6, 4, 1, 1])
    #expect(lengths(21) == [6, 4, 4, 7])
  }

  @Test("No two places overlap and none leaves the whole, whatever is asked for")
  func random() {
    var random = Dice(seed: 3)
    for _ in 0..<5000 {
      let total = Int.random(in: 0...60, using: &random)
      let gap = Int.random(in: 0...2, using: &random)
      let parts = (0..<Int.random(in: 0...8, using: &random)).map { _ in
        Part(
          minimum: Int.random(in: 0...20, using: &random),
          ideal: Int.random(in: 0...40, using: &random),
          priority: Int.random(in: 0...3, using: &random),
          growth: Int.random(in: 0...2, using: &random))
      }
      let places = Layout.divide(total, among: parts, gap: gap).compactMap { $0 }
      var end = -gap
      for place in places {
        #expect(place.length > 0)
        #expect(place.offset >= end + gap)
        end = place.end
      }
      #expect(end <= total)
      if total > 0, parts.contains(where: { $0.minimum > 0 }) { #expect(!places.isEmpty) }
    }
  }

  @Test("A rectangle cut beyond its size is empty, never negative")
  func rectangles() {
    let rect = Rect(x: 1, y: 1, width: 2, height: 1)
    #expect(rect.inset(left: 5, top: 5).isEmpty)
    #expect(rect.split(top: 4).rest.isEmpty)
    #expect(rect.split(bottom: 4).bottom == rect)
    #expect(rect.row(1).isEmpty)
    #expect(rect.centred(Size(width: 9, height: 9)) == rect)
    #expect(rect.intersection(Rect(x: 9, y: 9, width: 1, height: 1)).isEmpty)
  }
}
