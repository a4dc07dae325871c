import Terminal
import TestSupport
import Testing

@Suite("The buffer keeps wide letters whole")
struct CellBufferTests {
  private func cells(_ text: String, _ role: Role = .text) -> [Cell] {
    StyledText(text, role).cells(in: .unicode)
  }

  @Test("Writing over one half of a wide letter blanks the other")
  func halves() {
    var buffer = CellBuffer(Size(width: 6, height: 1))
    buffer.write(cells("山田花"), x: 0, y: 0)
    buffer.write(cells("x"), x: 1, y: 0)
    #expect(buffer.rows == [" x田花"])
    buffer.write(cells("y"), x: 2, y: 0)
    #expect(buffer.rows == [" xy 花"])
    #expect(faults(of: buffer).isEmpty)
  }

  @Test("A wide letter that would be cut by an edge is a blank")
  func edges() {
    var buffer = CellBuffer(Size(width: 3, height: 1))
    buffer.write(cells("山田"), x: 0, y: 0)
    #expect(buffer.rows == ["山 "])
    buffer.write(cells("花子"), x: -1, y: 0)
    #expect(buffer.rows == [" 子"])
    buffer.write(cells("abc"), x: 2, y: 0, limit: 2)
    buffer.write(cells("abc"), x: 0, y: 1)
    #expect(buffer.rows == [" 子"])
  }

  @Test("Random writing never leaves a half alone")
  func random() {
    var random = Dice(seed: 11)
    let letters = Array("ab山é田🔔 ")
    for _ in 0..<200 {
      let size = Size(
        width: Int.random(in: 1...12, using: &random),
        height: Int.random(in: 1...3, using: &random))
      var buffer = CellBuffer(size)
      for _ in 0..<20 {
        let text = String(
          (0..<Int.random(in: 0...6, using: &random)).map { _ in
            letters[Int.random(in: 0..<letters.count, using: &random)]
          })
        if Bool.random(using: &random) {
          buffer.write(
            cells(text), x: Int.random(in: -3...12, using: &random),
            y: Int.random(in: -1...3, using: &random), limit: Int.random(in: 0...14, using: &random)
          )
        } else {
          buffer.fill(
            Rect(
              x: Int.random(in: -2...10, using: &random),
              y: Int.random(in: -1...2, using: &random),
              width: Int.random(in: 0...5, using: &random),
              height: Int.random(in: 0...3, using: &random)), with: .blank)
        }
        #expect(faults(of: buffer).isEmpty)
      }
    }
  }

  @Test("Applying the changes from one screen to another gives the other")
  func changes() {
    var random = Dice(seed: 13)
    let letters = Array("ab山田é ")
    func screen(_ size: Size) -> CellBuffer {
      var buffer = CellBuffer(size)
      for _ in 0..<6 {
        let text = String(
          (0..<5).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] })
        buffer.write(
          cells(text, Bool.random(using: &random) ? .text : .dim),
          x: Int.random(in: 0...8, using: &random), y: Int.random(in: 0...2, using: &random))
      }
      return buffer
    }
    for _ in 0..<300 {
      let size = Size(width: 10, height: 3)
      let (old, new) = (screen(size), screen(size))
      var patched = old
      for change in new.changes(since: old) {
        let run = Array(new.row(change.y))[change.columns]
        #expect(run.first?.glyph.isTrailing != true)
        patched.write(Array(run), x: change.columns.lowerBound, y: change.y)
      }
      #expect(patched == new)
      #expect(new.changes(since: new).isEmpty)
    }
  }

  @Test("Another size changes everything")
  func sizes() {
    let old = CellBuffer(Size(width: 3, height: 1))
    let new = CellBuffer(Size(width: 2, height: 2))
    #expect(new.changes(since: old).map(\.columns) == [0..<2, 0..<2])
    #expect(new.changes(since: nil).count == 2)
  }

  @Test("Text and style planes say what is drawn")
  func planes() {
    var canvas = Canvas(Size(width: 8, height: 2), Capabilities())
    canvas.write(
      StyledText("CRS ", .label) + StyledText("3", .grade3), x: 0, y: 0, in: canvas.area)
    canvas.line("next", in: canvas.area.row(1), on: .selection)
    #expect(canvas.buffer.text == "CRS 3\nnext\n")
    #expect(canvas.buffer.styles == "llll3\n▒▒▒▒▒▒▒▒\n")
  }

  @Test("Every role has a sign of its own in the style plane")
  func codes() {
    #expect(Set(Role.allCases.map(\.code)).count == Role.allCases.count)
  }
}
