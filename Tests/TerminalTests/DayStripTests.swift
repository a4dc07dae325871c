import Terminal
import Testing

@Suite("Days stand from left to right")
struct DayStripTests {
  private func strip(pitch: Int = 2, today: Int? = 6, chosen: Int? = nil, last: Int = 12)
    -> DayStrip
  {
    var crs: [Int: DayStrip.Entry] = [:]
    for (day, grade) in [(0, 0), (1, 0), (2, 1), (3, 1), (4, 2), (5, 2), (6, 3)] {
      crs[day] = .value(FittedText("\(grade)", .grade(grade)))
    }
    var icans: [Int: DayStrip.Entry] = [0: .value("0"), 1: .notAssessed]
    for day in 7...12 {
      crs[day] = .future
      icans[day] = .future
    }
    return DayStrip(
      firstDay: -5, lastDay: last, pitch: pitch, gutter: 7, title: "Day", today: today,
      chosen: chosen,
      lanes: [.init(label: "CRS", entries: crs), .init(label: "ICANS", entries: icans)])
  }

  private func text(_ strip: DayStrip, _ width: Int, _ height: Int, _ glyphs: GlyphSet = .unicode)
    -> String
  {
    drawn(width, height, glyphs: glyphs) { canvas, area in strip.draw(on: &canvas, in: area) }
  }

  @Test("Assessed and none, not assessed, not yet come and nothing to say never look alike")
  func lanes() {
    let lines = text(strip(), 43, 3).split(separator: "\n")
    #expect(lines[1] == "CRS              0 0 1 1 2 2 3 · · · · · ·")
    #expect(lines[2] == "ICANS            0 -           · · · · · ·")
    #expect(lines[0].contains("+6"))
    #expect(
      text(strip(), 43, 3, .ascii).split(separator: "\n")[2]
        == "ICANS            0 -           . . . . . .")
  }

  @Test("The widest pitch at which all days fit")
  func pitches() {
    #expect(DayStrip.pitch(days: 36, width: 80, gutter: 7) == 2)
    #expect(DayStrip.pitch(days: 36, width: 80, gutter: 9) == 2)
    #expect(DayStrip.pitch(days: 36, width: 80, gutter: 10) == 1)
    #expect(DayStrip.pitch(days: 36, width: 120, gutter: 10) == 3)
    #expect(DayStrip.pitch(days: 36, width: 200, gutter: 12) == 5)
    #expect(DayStrip.pitch(days: 36, width: 40, gutter: 7) == nil)
  }

  @Test("Where not all days fit, the chosen day or today is among those shown")
  func scrolled() {
    for width in 10...40 {
      for day in [-5, 0, 6, 12] {
        var canvas = Canvas(Size(width: width, height: 3), Capabilities())
        let strip = strip(chosen: day)
        let first = strip.draw(on: &canvas, in: canvas.area)
        #expect((first...(first + (width - 6) / 2 - 1)).contains(day), "\(width) \(day)")
        #expect(faults(of: canvas.buffer).isEmpty)
      }
    }
  }

  @Test("A click on a column means its day, and the chosen day lies on the cursor's ground")
  func targets() {
    var canvas = Canvas(Size(width: 43, height: 3), Capabilities())
    strip(chosen: 4).draw(on: &canvas, in: canvas.area)
    #expect(canvas.target(at: Point(x: 7 + 18, y: 1)) == "day:4")
    #expect(canvas.buffer[7 + 18, 1].style == Style(.grade2, on: .cursor))
  }

  @Test("Plots under the strip share its columns")
  func scale() throws {
    let scale = try #require(strip(pitch: 3).scale)
    #expect(scale.column(-5, cells: 60) == 0)
    #expect(scale.column(0, cells: 60) == 15)
    #expect(scale.column(0.99, cells: 60) == 17)
    #expect(scale.column(-5.1, cells: 60) == nil)
  }
}
