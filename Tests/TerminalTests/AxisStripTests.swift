import Terminal
import Testing

@Suite("Time at any zoom, with lanes under it")
struct AxisStripTests {
  private func strip(_ perCell: Double, _ entries: [AxisStrip.Entry], ticks: [AxisStrip.Tick] = [])
    throws -> AxisStrip
  {
    AxisStrip(
      scale: try #require(ColumnScale(start: 0, perCell: perCell)), gutter: 6,
      title: FittedText("Day"), ticks: ticks, dots: [0, 1, 2, 3],
      lanes: [AxisStrip.Lane(label: FittedText("CRS"), entries: entries)])
  }

  @Test("A value, not assessed and not yet come never look alike, at every width of a stretch")
  func three() throws {
    for cells in 1...6 {
      let strip = try strip(
        1 / Double(cells),
        [
          .init(0..<1, .value(FittedText("0"))), .init(1..<2, .notAssessed), .init(2..<3, .future),
        ])
      let row = drawn(6 + 4 * cells, 2) { strip.draw(on: &$0, in: $1) }
        .split(separator: "\n")[1].dropFirst(6)
      #expect(row.filter { $0 != " " } == "0-·")
    }
  }

  @Test("Of two names that would touch the more important stays, and dots fill the rest")
  func names() throws {
    let strip = try strip(
      0.5, [], ticks: [.init(1, "+1", role: .cursor), .init(0, "D0"), .init(3, "+3")])
    #expect(drawn(14, 1) { strip.draw(on: &$0, in: $1) } == "Day   · +1· +3\n")
  }

  @Test("A stretch that began before the axis keeps what is in sight of it")
  func clipped() throws {
    let strip = try strip(
      0.25, [.init(-1..<1, .value(FittedText("3"))), .init(1..<9, .value(FittedText("2")))])
    #expect(
      drawn(16, 2) { strip.draw(on: &$0, in: $1) }.split(separator: "\n")[1] == "CRS   3   2")
  }

  @Test("At every size from nothing on, rows are whole")
  func everySize() throws {
    let strip = try strip(
      0.3, (0..<20).map { .init(Double($0)..<Double($0 + 1), .value(FittedText("12"))) })
    for width in 1...40 {
      for height in 1...3 {
        var canvas = Canvas(Size(width: width, height: height), Capabilities())
        strip.draw(on: &canvas, in: canvas.area)
        #expect(faults(of: canvas.buffer).isEmpty)
      }
    }
  }
}

@Suite("A course in one row of text")
struct SparklineTests {
  private func row(_ points: [PlotPoint], keep: Extreme = .maximum) throws -> StyledText {
    Sparkline(
      PlotSeries(points: points, keep: keep, gap: 1), axis: try #require(PlotAxis(from: 0, to: 7)),
      scale: try #require(ColumnScale(start: 0, perCell: 1)), cells: 6
    ).text
  }

  @Test("The worst of each stretch is the bar; a gap is a blank; the row is as wide as was asked")
  func bars() throws {
    let points = [(0.1, 0.0), (0.2, 7), (2, 3), (5, 0)].map { PlotPoint(x: $0.0, y: $0.1) }
    #expect(try row(points).plain == "█ ▄  ▁")
    #expect(try row(points, keep: .minimum).plain == "▁ ▄  ▁")
    #expect(try row([]).plain == "      ")
  }

  @Test(
    "What could not be quantified is a sign, and one above is never hidden by a value beside it")
  func censored() throws {
    let text = try row([
      PlotPoint(x: 0, y: 1, kind: .below), PlotPoint(x: 1, y: 5, kind: .above),
      PlotPoint(x: 1.5, y: 6),
    ])
    #expect(text.plain == "v^    ")
    #expect(text.spans.first?.role == .censored)
  }

  @Test("A value beyond a limit of its own is marked, whatever the others are")
  func out() throws {
    let text = try row([PlotPoint(x: 0, y: 3, isOut: true), PlotPoint(x: 1, y: 3)])
    #expect(text.spans.map(\.role) == [.seriesOut, .series1, .text])
  }
}

@Suite("What stands beside the line of a plot")
struct PlotSignTests {
  private func panel(_ points: [PlotPoint], _ change: (inout PlotPanel) -> Void = { _ in }) throws
    -> PlotPanel
  {
    var panel = PlotPanel(
      title: "T", axis: try #require(PlotAxis(from: 0, to: 11)),
      series: [PlotSeries(points: points, gap: 9)])
    change(&panel)
    return panel
  }

  private func canvas(_ panel: PlotPanel, _ width: Int, charts: ChartGlyphs = .braille) throws
    -> Canvas
  {
    var canvas = Canvas(Size(width: width, height: 3), Capabilities(charts: charts))
    panel.draw(
      on: &canvas, in: canvas.area, scale: try #require(ColumnScale(start: 0, perCell: 1)),
      gutter: 4)
    return canvas
  }

  @Test("Two temperatures of one height: only the one that is a fever by its site is marked")
  func ownLimits() throws {
    let plot = try panel([PlotPoint(x: 0, y: 5, isOut: true), PlotPoint(x: 3, y: 5)]) {
      $0.series[0].gap = 1
    }
    let drawn = try canvas(plot, 12).buffer
    #expect(drawn[4, 1].style.role == .seriesOut)
    #expect(drawn[7, 1].style.role == .series1)
  }

  @Test("A second series of signs is not joined and not taken for the first")
  func signs() throws {
    for charts in [ChartGlyphs.braille, .block, .ascii] {
      let plot = try panel([PlotPoint(x: 0, y: 11), PlotPoint(x: 4, y: 11)]) {
        $0.series.append(
          PlotSeries(
            points: [PlotPoint(x: 1, y: 0), PlotPoint(x: 3, y: 0)], shape: .signs("o"), gap: 9,
            role: .series3))
      }
      let buffer = try canvas(plot, 12, charts: charts).buffer
      #expect(buffer[5, 2].glyph.text == "o" && buffer[7, 2].glyph.text == "o")
      #expect(buffer[6, 2].glyph == .space && buffer[5, 2].style.role == .series3)
    }
  }

  @Test("Named points, and the names of lines where nothing else is written")
  func flags() throws {
    let plot = try panel([PlotPoint(x: 0, y: 1), PlotPoint(x: 2, y: 11)]) {
      $0.flags = [.init(x: 0, y: 1, sign: "B"), .init(x: 2, y: 11, sign: "C")]
      $0.limits = [.init(1, role: .censored, sign: "╌", label: "LLOQ 1")]
      $0.series[0].gap = 1
    }
    let rows = try canvas(plot, 18).buffer.rows
    // Beside the points, which stay.
    #expect(rows[0].hasPrefix("T     ") && rows[0].dropFirst(6).first != " ")
    #expect(rows[1] == "    B C           ")
    #expect(rows[2].hasSuffix("╌╌╌╌╌╌╌LLOQ 1"))
  }

  @Test("A score with items left out is a question, never joined")
  func open() throws {
    let plot = try panel([
      PlotPoint(x: 0, y: 5), PlotPoint(x: 2, y: 5, kind: .open), PlotPoint(x: 4, y: 5),
    ])
    let row = try canvas(plot, 10).buffer.rows[1].dropFirst(4)
    #expect(row.map { $0 == " " } == [false, true, false, true, false, true])
    #expect(row.contains("?"))
  }

  @Test(
    "The moment that is read out lies on the ground of its column; marks without a line are letters"
  )
  func cursor() throws {
    let plot = try panel([PlotPoint(x: 0, y: 5)]) {
      $0.cursor = 3
      $0.marks = [.init(x: 5, sign: "P", isLine: false), .init(x: 6, sign: "T")]
    }
    let buffer = try canvas(plot, 12).buffer
    #expect((0..<3).allSatisfy { buffer[7, $0].style.ground == .cursor })
    #expect(buffer.rows.map { String($0.dropFirst(9).prefix(2)) } == ["PT", " ╎", " ╎"])
  }

  @Test("The plot that keys work on is marked in its title")
  func chosen() throws {
    let plot = try panel([PlotPoint(x: 0, y: 5)]) { $0.isChosen = true }
    #expect(try canvas(plot, 12).buffer.rows[0].hasPrefix("▸T"))
  }
}
