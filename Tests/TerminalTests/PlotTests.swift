import Terminal
import TestSupport
import Testing

@Suite("Plots show what was measured, and nothing else")
struct PlotTests {
  private let fever = PlotAxis(
    from: 36, to: 40, ticks: [.init(40, "40"), .init(38, "38"), .init(36, "36")])

  private func panel(
    _ values: [(Double, Double)], _ axis: PlotAxis?, gap: Double = 1.5, keep: Extreme = .maximum,
    shape: PlotSeries.Shape = .line, out: PlotSeries.Bound? = nil, limits: [Double] = [],
    now: Double? = nil, note: FittedText = FittedText([])
  ) throws -> PlotPanel {
    PlotPanel(
      title: "T °C", axis: try #require(axis),
      series: [
        PlotSeries(
          points: values.map { PlotPoint(x: $0.0, y: $0.1) }, shape: shape, keep: keep, gap: gap,
          out: out)
      ], limits: limits.map { .init($0) }, now: now, note: note)
  }

  private func text(
    _ panel: PlotPanel, _ width: Int, _ height: Int, charts: ChartGlyphs = .braille,
    glyphs: GlyphSet = .unicode, gutter: Int = 8, perCell: Double = 1
  ) throws -> String {
    let scale = try #require(ColumnScale(start: 0, perCell: perCell))
    return drawn(width, height, glyphs: glyphs, charts: charts) { canvas, area in
      panel.draw(on: &canvas, in: area, scale: scale, gutter: gutter)
    }
  }

  @Test("Braille, with labels, a limit, the present moment and the last value")
  func braille() throws {
    let values = [36.0, 36.5, 37, 38, 39, 39.5, 39, 38].enumerated().map { (Double($0), $1) }
    let plot = try panel(
      values, fever, limits: [38], now: 8, note: FittedText("38.0, max 39.5", .value))
    #expect(
      try text(plot, 36, 3) == """
        T °C 40     ⡠⠢⡀ ┊
             38 ┄┄⢀⠜┄┄⠘⠄┊ 38.0, max 39.5 ┄┄┄
             36 ⡠⠔⠁     ┊

        """)
  }

  @Test(
    "The extreme of a plot is read back from its cells",
    arguments: ChartGlyphs.allCases.filter { $0 != .numbers })
  func extreme(_ charts: ChartGlyphs) throws {
    var random = Dice(seed: 5)
    for _ in 0..<50 {
      let values = (0..<30).map {
        (Double($0) / 3, 36 + Double.random(in: 0...3.9, using: &random))
      }
      let plot = try panel(values, fever)
      let rows = 6
      let shown = try text(plot, 8 + 10, rows, charts: charts).split(
        separator: "\n", omittingEmptySubsequences: false
      ).map { $0.dropFirst(8) }
      let highest = try #require(values.map(\.1).max())
      let steps = charts == .braille ? 4 : charts == .block ? 8 : 2
      let expected = try #require(fever?.step(highest, of: rows * steps)) / steps
      let first = shown.firstIndex { $0.contains { $0 != " " } }
      #expect(first == expected)
    }
  }

  @Test("Of several values in a column the highest is kept, or the lowest where low is dangerous")
  func bins() throws {
    let scale = try #require(ColumnScale(start: 0, perCell: 6))
    let points = [(0.0, 80.0), (1, 61), (5, 90), (6, 70)].map { PlotPoint(x: $0.0, y: $0.1) }
    func kept(_ keep: Extreme) -> [Double] {
      PlotBins(
        PlotSeries(points: points, keep: keep, gap: 6), on: scale, parts: 1, cells: 4
      ).bins.map(\.value)
    }
    #expect(kept(.maximum) == [90, 70])
    #expect(kept(.minimum) == [61, 70])
  }

  @Test("A gap stays a gap; one point is a point; none is none")
  func gaps() throws {
    let broken = try panel([(0, 38), (1, 38), (6, 38), (7, 38)], fever)
    let row = try text(broken, 18, 1).split(separator: "\n")[0].dropFirst(8)
    #expect(row.map { $0 == " " } == [false, false, true, true, true, true, false, false])
    #expect(
      try text(panel([(3, 38)], fever), 18, 1).filter { $0 > "\u{2800}" && $0 < "\u{28FF}" }.count
        == 1)
    #expect(try text(panel([], fever), 18, 1) == "T °C\n")
  }

  @Test("A change of laboratory breaks the line")
  func breaks() throws {
    var plot = try panel([(0, 38), (3, 38)], fever, gap: 9)
    let joined = try text(plot, 18, 1).split(separator: "\n")[0].dropFirst(8)
    #expect(joined.count == 4 && !joined.contains(" "))
    plot.series[0].breaks = [2]
    let broken = try text(plot, 18, 1).split(separator: "\n")[0].dropFirst(8)
    #expect(broken.map { $0 == " " } == [false, true, true, false])
  }

  @Test("Values off the scale and values not quantified have signs of their own")
  func beyond() throws {
    var plot = try panel([(0, 41.5), (2, 35)], fever, shape: .dots)
    plot.series[0].points.append(PlotPoint(x: 4, y: 36, kind: .below))
    plot.series[0].points.append(PlotPoint(x: 6, y: 39.9, kind: .above))
    #expect(
      try text(plot, 16, 3) == """
        T °C 40 ▴     ^
             38
             36   ▾ v

        """)
  }

  @Test("What could not be quantified is never joined")
  func censored() throws {
    let axis = PlotAxis(.logarithmic, from: 1, to: 10_000)
    var plot = try panel([(0, 100), (4, 100)], axis, gap: 9)
    plot.series[0].points.insert(PlotPoint(x: 2, y: 5000, kind: .above), at: 1)
    let shown = try text(plot, 14, 2).split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.dropFirst(8)
    }
    #expect(shown[0].dropFirst(2).first == "^")
    #expect(shown[1].map { $0 == " " } == [false, true, true, true, false])
  }

  @Test("A decade is as high as any other on a logarithmic axis")
  func logarithmic() throws {
    let axis = try #require(PlotAxis(.logarithmic, from: 1, to: 10_000))
    #expect([1, 10, 100, 1000, 10_000].map { axis.step($0, of: 5) } == [4, 3, 2, 1, 0])
    #expect(axis.step(0, of: 5) == 4)
    #expect(axis.isOff(0) && axis.isOff(20_000) && !axis.isOff(1))
    #expect(PlotAxis(.logarithmic, from: 0, to: 10) == nil)
    #expect(PlotAxis(from: 3, to: 3) == nil)
    #expect(PlotAxis(from: .nan, to: 3) == nil)
  }

  @Test("Bars: the smallest value has a sign, an empty column has none")
  func blocks() throws {
    let plot = try panel([(0, 36), (1, 38), (3, 40)], fever)
    #expect(
      try text(plot, 13, 2, charts: .block) == """
        T °C 40    █
             36 ▁█ █

        """)
  }

  @Test("In ASCII dots are strokes")
  func ascii() throws {
    let plot = try panel([(0, 36), (1, 37.5), (2, 39), (3, 40)], fever, shape: .dots, limits: [38])
    #expect(
      try text(plot, 13, 2, charts: .braille, glyphs: .ascii) == """
        T C  40   .'
             36 .'---

        """)
  }

  @Test("Numbers only: the kept value of each stretch, a stroke where nothing was measured")
  func numbers() throws {
    let values = [(0.0, 36.6), (1, 38.9), (2, 38.2), (13, 39.4), (19, 36.8)]
    let plot = try panel(values, fever, out: .above(38), now: 20)
    #expect(try text(plot, 32, 1, charts: .numbers) == "T °C    38.9  -     39.4  36.8\n")
  }

  /// Two values of one stretch of time; which of them stands there.
  struct Pair: Sendable, CustomTestStringConvertible {
    let keep: Extreme
    let points: [(Double, PlotPoint.Kind)]
    let shown: String
    var testDescription: String { "\(keep): \(points) is \(shown)" }

    init(_ keep: Extreme, _ points: [(Double, PlotPoint.Kind)], _ shown: String) {
      self.keep = keep
      self.points = points
      self.shown = shown
    }
  }

  @Test(
    "Of several in a stretch the worst stands there, with the sign of what is not quantified",
    arguments: [
      // A fibrinogen below what can be quantified, then a measured one.
      Pair(.minimum, [(5, .below), (60, .measured)], "<5"),
      Pair(.minimum, [(60, .measured), (5, .below)], "<5"),
      Pair(.minimum, [(5, .below), (5, .measured)], "<5"),
      Pair(.minimum, [(5, .below), (4, .measured)], "4"),
      Pair(.minimum, [(500, .above), (60, .measured)], "60"),
      Pair(.minimum, [(5, .below), (50, .below)], "<5"),
      // A cytokine above it, on either side of one that was diluted.
      Pair(.maximum, [(500, .above), (400, .measured)], ">500"),
      Pair(.maximum, [(500, .above), (500, .measured)], ">500"),
      Pair(.maximum, [(100, .above), (500, .measured)], "500"),
      Pair(.maximum, [(5, .below), (60, .measured)], "60"),
      Pair(.maximum, [(500, .above), (100, .above)], ">500"),
      Pair(.maximum, [(500, .above), (3, .below)], ">500"),
      // An ICE with items left out may be lower than any that was done; a CAPD no higher than it says.
      Pair(.minimum, [(10, .open), (8, .measured)], "?8"),
      Pair(.minimum, [(8, .measured), (10, .open)], "?8"),
      Pair(.minimum, [(10, .open)], "?10"),
      Pair(.maximum, [(12, .open), (20, .measured)], "20"),
      Pair(.maximum, [(20, .open), (12, .measured)], "?20"),
    ])
  func worstOfSeveral(_ pair: Pair) throws {
    var plot = try panel([], fever, keep: pair.keep)
    plot.decimals = 0
    plot.series[0].points = pair.points.enumerated().map {
      PlotPoint(x: Double($0) / 10, y: $1.0, kind: $1.1)
    }
    let shown = try text(plot, 16, 1, charts: .numbers).dropFirst(8).split(separator: " ").first
    #expect(shown.map { $0.filter { $0 != "\n" } } == pair.shown)
  }

  @Test("A series beyond its limit changes its role")
  func out() throws {
    let plot = try panel([(0, 37), (1, 37), (4, 39.5)], fever, gap: 1, out: .above(38))
    let scale = try #require(ColumnScale(start: 0, perCell: 1))
    var canvas = Canvas(Size(width: 16, height: 2), Capabilities())
    plot.draw(on: &canvas, in: canvas.area, scale: scale, gutter: 8)
    #expect(canvas.buffer[8, 1].style.role == .series1)
    #expect(canvas.buffer[12, 0].style.role == .seriesOut)
  }

  @Test("Where the note has no room beside the plot it stands above, and alone in one row")
  func notes() throws {
    let values = (0..<10).map { (Double($0), 38.0) }
    let plot = try panel(
      values, fever, note: FittedText([StyledText("38.0 at 05:50"), StyledText("38.0")]))
    #expect(try text(plot, 20, 2).hasPrefix("T °C  38.0 at 05:50\n"))
    #expect(try text(plot, 20, 1) == "T °C  38.0 at 05:50\n")
    #expect(try text(plot, 12, 1) == "T °C  38.0\n")
    #expect(try text(plot, 5, 1) == "38.0\n")
  }

  @Test(
    "Ten thousand values, all equal, nothing measured: drawn at every size",
    arguments: ChartGlyphs.allCases)
  func everySize(_ charts: ChartGlyphs) throws {
    let many = try panel((0..<10_000).map { (Double($0) / 100, 38) }, fever, now: 60, note: "38.0")
    let none = try panel([(.nan, 1), (1, .infinity)], fever)
    for width in stride(from: 1, through: 60, by: 7) {
      for height in 1...6 {
        for plot in [many, none] {
          let scale = try #require(ColumnScale(start: 0, perCell: 2))
          var canvas = Canvas(Size(width: width, height: height), Capabilities(charts: charts))
          plot.draw(on: &canvas, in: canvas.area, scale: scale, gutter: 8)
          #expect(faults(of: canvas.buffer).isEmpty)
        }
      }
    }
  }

  @Test("Numbers are written without the help of a locale")
  func decimals() {
    #expect(DecimalText.text(38.94, decimals: 1) == "38.9")
    #expect(DecimalText.text(0.05, decimals: 2) == "0.05")
    #expect(DecimalText.text(-0.04, decimals: 1) == "0.0")
    #expect(DecimalText.text(-1.25, decimals: 1) == "-1.3")
    #expect(DecimalText.text(5210, decimals: 0) == "5210")
  }
}
