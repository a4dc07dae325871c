import Terminal
import Testing

/// A ward screen with everything that a description can hold.
private func wardScreen(selected: Int = 0, overlay: Overlay? = nil) throws -> ScreenDescription {
  let table = Table(
    columns: [
      TableColumn(title: "", priority: 8), TableColumn(title: "Bed", priority: 9),
      TableColumn(title: "Patient", truncation: .ellipsis, minimum: 8, priority: 8, growth: 1),
      TableColumn(title: "Day", alignment: .right, priority: 4),
      TableColumn(title: "CRS", priority: 7), TableColumn(title: "ICN", priority: 6),
      TableColumn(title: "T °C", alignment: .right, priority: 3),
      TableColumn(title: "SpO2", alignment: .right, priority: 2),
    ],
    rows: [
      TableRow(
        id: "B07",
        [
          FittedText("***", .alert1), "B07", "WILLIAMS, Ada", "+6", FittedText("3", .grade3),
          FittedText("2", .grade2), "38.9", "93",
        ]),
      TableRow(
        id: "B11",
        [
          FittedText("**", .alert2), "B11", "山田 花子", "+8", FittedText("1", .grade1),
          FittedText("1", .grade1), "38.2", "97",
        ]),
      TableRow(
        id: "B06",
        [
          "", "B06", "ANDERSSON\u{1B}[2J", "-2", FittedText("-", .gradeUnknown),
          FittedText("-", .gradeUnknown), FittedText("36.7", .stale), "98",
        ]),
    ], selected: selected)
  let fever = try #require(PlotAxis(from: 36, to: 40, ticks: [.init(38, "38")]))
  let strip = DayStrip(
    firstDay: -5, lastDay: 8, pitch: 2, gutter: 7, title: "Day", today: 6,
    lanes: [
      .init(
        label: "CRS",
        entries: [
          0: .value("0"), 1: .notAssessed, 2: .value("1"), 6: .value(FittedText("3", .grade3)),
          7: .future, 8: .future,
        ])
    ])
  let panel = PlotPanel(
    title: "T °C", axis: fever,
    series: [
      PlotSeries(
        points: [(0.0, 36.5), (2, 38.2), (4, 39), (6, 38.9)].map { PlotPoint(x: $0.0, y: $0.1) },
        gap: 2.5, out: .above(38))
    ], limits: [.init(38)], now: 6.4, note: "38.9")
  return ScreenDescription(
    title: TitleLine(
      path: ["VIGIL", "Ward 7B"], marks: [StyledText("DEMO DATA", .demoMark)],
      clock: "Fri 14:32:07"),
    identity: ["WILLIAMS, Ada  1964-03-02  MRN 00-884-4471"],
    body: .rows([
      .group(
        Group(
          id: "ward", title: "", content: .table(table), frame: .none, priority: 9, leastRows: 2,
          growth: 1)),
      .columns([
        .group(
          Group(
            id: "course", title: "B07", note: "Enter opens",
            content: .course(
              strip, PlotStack([panel], scale: try #require(strip.scale), gutter: 7, idealRows: 2)),
            priority: 3, width: .filling(minimum: 36))),
        .group(
          Group(
            id: "why", title: "Why CRS grade 3?",
            content: .facts([
              Fact("vasopressor", "1 agent", note: "since 13:55"),
              Fact("oxygen", "HFNC 30 L/min", note: "since 12:10"),
            ]), priority: 4, width: .filling(minimum: 24))),
      ]),
    ]), message: FittedText("2 hidden by the filter", .notice),
    hints: [KeyHint(keys: "?", label: "Help", priority: 9), KeyHint(keys: "Enter", label: "Open")],
    overlay: overlay,
    essence: [
      FittedText([
        StyledText("*** B07 CRS 3 ICANS 2"), StyledText("B07 3/2"),
        StyledText("3", .grade3),
      ])
    ])
}

@Suite("One description, drawn in cells")
struct CellRendererTests {
  private func text(
    _ width: Int, _ height: Int, _ glyphs: GlyphSet = .unicode, overlay: Overlay? = nil
  ) throws -> String {
    CellRenderer.render(
      try wardScreen(overlay: overlay), size: Size(width: width, height: height),
      capabilities: Capabilities(glyphs: glyphs)
    ).buffer.text
  }

  @Test("At 80x24 everything is there")
  func comfortable() throws {
    #expect(
      try text(80, 24) == """
         VIGIL ▸ Ward 7B                                        DEMO DATA  Fri 14:32:07
         WILLIAMS, Ada  1964-03-02  MRN 00-884-4471
             Bed Patient                                           Day CRS ICN T °C SpO2
        ▸*** B07 WILLIAMS, Ada                                      +6 3   2   38.9   93
         **  B11 山田 花子                                          +8 1   1   38.2   97
             B06 ANDERSSON^[[2J                                     -2 -   -   36.7   98










        ╭─ B07 ──────────────────────── Enter opens ─╮╭─ Why CRS grade 3? ─────────────╮
        │ Day    -5· · · · 0 · · · · · +6· ·         ││ vasopressor 1 agent  since 13… │
        │ CRS              0 - 1       3 · ·         ││ oxygen      HFNC 30 L/min      │
        │ T °C                ⢀⣀⣀⠤⠤⠤⠤⠤⠤⠄ 38.9        ││                                │
        │     38 ┄┄┄┄┄┄┄┄┄┄⠤⠒⠉⠁┄┄┄┄┄┄┄┄┊┄┄┄┄┄┄┄┄┄┄┄┄ ││                                │
        ╰────────────────────────────────────────────╯╰────────────────────────────────╯
         2 hidden by the filter
         ? Help  Enter Open

        """)
  }

  @Test("In ASCII the same, cell by cell")
  func ascii() throws {
    #expect(
      try text(80, 16, .ascii) == """
         VIGIL > Ward 7B                                        DEMO DATA  Fri 14:32:07
         WILLIAMS, Ada  1964-03-02  MRN 00-884-4471
             Bed Patient                                           Day CRS ICN  T C SpO2
        >*** B07 WILLIAMS, Ada                                      +6 3   2   38.9   93
         **  B11 ???? ????                                          +8 1   1   38.2   97
             B06 ANDERSSON^[[2J                                     -2 -   -   36.7   98


        +- B07 ------------------------ Enter opens -++- Why CRS grade 3? -------------+
        | Day    -5. . . . 0 . . . . . +6. .         || vasopressor 1 agent  since 13~ |
        | CRS              0 - 1       3 . .         || oxygen      HFNC 30 L/min      |
        | T C                 .......... 38.9        ||                                |
        |     38 ----------.''---------:------------ ||                                |
        +--------------------------------------------++--------------------------------+
         2 hidden by the filter
         ? Help  Enter Open

        """)
  }

  @Test("At 40x10 the ward and the reasons stay, the rest goes")
  func small() throws {
    #expect(
      try text(40, 10) == """
         VIGIL ▸ Ward 7B              DEMO DATA
         WILLIAMS, Ada  1964-03-02  MRN 00-884-…
             Bed Patient   Day CRS ICN T °C SpO2
        ▸*** B07 WILLIAMS…  +6 3   2   38.9   93
                                             ▾ 2
        ─ Why CRS grade 3? ─────────────────────
        vasopressor 1 agent  since 13:55
        oxygen      HFNC 30 L/min  since 12:10
         2 hidden by the filter
         ? Help  Enter Open

        """)
  }

  @Test("Below groups there is the essence, down to one cell")
  func tiny() throws {
    #expect(try text(21, 2) == "*** B07 CRS 3 ICANS 2\n\n")
    #expect(try text(8, 1) == "B07 3/2\n")
    #expect(try text(2, 1) == "3\n")
    #expect(try text(1, 1) == "3\n")
  }

  @Test(
    "Every size from 1x1 up, both sets of signs: no half letters, every row as wide as the window, no escape"
  )
  func everySize() throws {
    let screen = try wardScreen()
    let picker = Overlay(
      Group(
        id: "palette", title: "Command",
        content: .picker(
          Picker([.init(id: "q", title: "Quit", keys: "q")]), prompt: ":", nothing: "none")))
    let withPalette = try wardScreen(overlay: picker)
    for width in Array(1...40) + [79, 80, 81, 120, 200, 250] {
      for height in Array(1...16) + [24, 50, 80] {
        for glyphs in GlyphSet.allCases {
          for screen in [screen, withPalette] {
            let size = Size(width: width, height: height)
            let buffer = CellRenderer.render(
              screen, size: size, capabilities: Capabilities(glyphs: glyphs)
            ).buffer
            #expect(buffer.size == size)
            #expect(faults(of: buffer).isEmpty, "\(width)x\(height)")
            if glyphs == .ascii {
              #expect(
                buffer.rows.allSatisfy { $0.unicodeScalars.allSatisfy { $0.isASCII } },
                "\(width)x\(height)")
            }
          }
        }
      }
    }
  }

  @Test("A dialog lies over the body, the identity stays in sight and the ward is not clickable")
  func overlay() throws {
    let overlay = Overlay(
      Group(
        id: "palette", title: "Command",
        content: .picker(
          Picker([.init(id: "quit", title: "Quit", keys: "q")], query: "qu"), prompt: ":",
          nothing: "none"), priority: 9), idealWidth: 40)
    for height in 8...24 {
      let frame = CellRenderer.render(
        try wardScreen(overlay: overlay), size: Size(width: 80, height: height),
        capabilities: Capabilities())
      #expect(frame.buffer.text.contains("MRN 00-884-4471"))
      #expect(frame.buffer.text.contains(": qu"))
      #expect(frame.targets.map(\.id) == ["quit"])
      #expect(frame.cursor != nil)
    }
  }

  @Test("What found no room is told")
  func dropped() throws {
    let frame = CellRenderer.render(
      try wardScreen(), size: Size(width: 40, height: 8), capabilities: Capabilities())
    #expect(frame.droppedGroups == ["course", "why"])
    #expect(frame.tables["ward"]?.rowsBelow == 0)
    #expect(frame.focus == Point(x: 0, y: 3))
  }

  @Test("The marks and the subject outlive the path and the clock")
  func title() {
    let title = TitleLine(
      path: ["VIGIL", "Ward 7B"], subject: "B07 WILLIAMS, Ada",
      marks: [StyledText("DEMO DATA", .demoMark)], clock: "Fri 14:32:07")
    func line(_ width: Int) -> String {
      drawn(width, 1) { canvas, area in title.draw(on: &canvas, in: area) }
    }
    #expect(
      line(80)
        == " VIGIL ▸ Ward 7B ▸ B07 WILLIAMS, Ada                    DEMO DATA  Fri 14:32:07\n")
    #expect(line(50) == " B07 WILLIAMS, Ada        DEMO DATA  Fri 14:32:07\n")
    #expect(line(32) == " B07 WILLIAMS, Ada    DEMO DATA\n")
    #expect(line(20) == "B07 WIL…  DEMO DATA\n")
  }
}

@Suite("One description, read out as lines")
struct PlainRendererTests {
  private let words = PlainWords(
    notAssessed: "not assessed", chosen: "chosen", keys: "Keys", day: "day", entered: "entered")

  @Test("Every fact is there, no box, no picture, no colour, nothing that acts on a terminal")
  func lines() throws {
    let lines = PlainRenderer(words: words, glyphs: .unicode).lines(try wardScreen())
    #expect(
      lines == [
        "VIGIL > Ward 7B  [DEMO DATA]  Fri 14:32:07",
        "WILLIAMS, Ada  1964-03-02  MRN 00-884-4471", "2 hidden by the filter", "",
        "chosen: ***; Bed B07; Patient WILLIAMS, Ada; Day +6; CRS 3; ICN 2; T °C 38.9; SpO2 93",
        "**; Bed B11; Patient 山田 花子; Day +8; CRS 1; ICN 1; T °C 38.2; SpO2 97",
        "Bed B06; Patient ANDERSSON^[[2J; Day -2; CRS -; ICN -; T °C 36.7; SpO2 98", "",
        "B07, Enter opens:",
        "CRS: day 0 0; day +1 not assessed; day +2 1; day +6 3", "T °C: 38.9", "",
        "Why CRS grade 3?:", "vasopressor: 1 agent, since 13:55",
        "oxygen: HFNC 30 L/min, since 12:10", "", "Keys: ? Help; Enter Open",
      ])
    let ascii = PlainRenderer(words: words, glyphs: .ascii).lines(try wardScreen())
    #expect(ascii.allSatisfy { $0.unicodeScalars.allSatisfy { $0.isASCII && $0.value >= 0x20 } })
  }

  @Test("A form reads label, what was typed, unit and remark")
  func form() throws {
    var screen = try wardScreen()
    screen.body = .group(
      Group(
        id: "vitals", title: "Vital signs",
        content: .form(
          Form([
            .init(
              id: "t", label: "Temperature", input: TextInput("389"), focused: true, unit: "°C",
              last: "38.7 (+0.2)", check: "read as 38.9")
          ]))))
    let lines = PlainRenderer(words: words, glyphs: .unicode).lines(screen)
    #expect(
      lines.contains("chosen Temperature: entered 389 °C; 38.7 (+0.2); read as 38.9"))
  }
}
