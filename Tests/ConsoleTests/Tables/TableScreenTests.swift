import Clinical
import Console
import Terminal
import Testing

@Suite("A table is imported by saying what its columns mean, and seeing how it is understood")
struct TableScreenTests {
  static let variables = [
    TableVariable(code: "temperature", label: "Body temperature", units: ["Cel", "[degF]"]),
    TableVariable(code: "IL6", label: "IL-6", units: ["pg/mL"]),
  ]

  /// What is read of a table of five columns, whatever was said of it.
  static func preview(_ draft: TableDraft) -> TablePreview {
    var preview = TablePreview()
    preview.encoding = "UTF-8"
    preview.variables = variables
    preview.names = ["Subject", "Collected", "Test", "Result", "Unit"]
    preview.samples = ["Subject": "00884471", "Collected": "03/06/2026 06:00", "Test": "IL-6"]
    preview.tests = draft.columns[.code] == nil ? [] : ["IL-6", "CRP-hs"]
    guard draft.missing == nil, draft.layout != nil else { return preview }
    preview.lines = [
      TablePreview.Line(
        number: 2, text: "CD7-003  2026-06-03 06:00  IL6 874 pg/mL", isRefused: false),
      TablePreview.Line(
        number: 3, text: "Test: \"CRP-hs\" is no code that Vigil knows", isRefused: true),
    ]
    preview.refused = [preview.lines[1]]
    preview.lineCount = 2
    preview.refusedCount = 1
    preview.newEvents = 1
    return preview
  }

  static func console(_ role: Clinical.Role? = .nurse) -> SampleConsole {
    var console = SampleConsole()
    _ = console.state.update(.user(EntryUser(login: "li", role: role)))
    console.take(.command("table"))
    if console.effects.contains(.listTables) { console.take(.tables(["il6.csv", "notes.txt"])) }
    return console
  }

  // Answers what was asked last, as the files' desk does.
  private static func answer(_ console: inout SampleConsole) {
    guard
      let draft = console.effects.reversed().lazy.compactMap({ effect -> TableDraft? in
        if case .readTable(let draft) = effect { draft } else { nil }
      }).first
    else { return }
    console.take(.table(draft, by: draft, preview(draft)))
  }

  static func opened() -> SampleConsole {
    var console = console()
    console.press("Enter")
    answer(&console)
    return console
  }

  // Enter, type what is chosen, Enter.
  private func say(_ words: [String], _ console: inout SampleConsole) {
    for word in words {
      console.press("Enter")
      console.type(word)
      console.press("Enter")
      Self.answer(&console)
    }
  }

  @Test("the palette leads to it; files that lie here are offered, and a path is typed as a whole")
  func files() {
    var console = SampleConsole()
    _ = console.state.update(.user(EntryUser(login: "li", role: .nurse)))
    console.press(":")
    console.type("import a table")
    console.press("Enter")
    #expect(console.effects.contains(.listTables))
    console.take(.tables(["il6.csv", "notes.txt"]))
    #expect(console.text(80, 24).contains("il6.csv"))
    console.type("/media/usb/il6.csv")
    console.press("Enter")
    #expect(console.effects.last == .readTable(TableDraft(file: "/media/usb/il6.csv")))
  }

  @Test("at 80x24: what is not said is said so, Enter by Enter, with an example from the file")
  func asked() throws {
    var console = Self.opened()
    #expect(console.text(80, 24).contains("say first: Layout"))
    say(["one result a line"], &console)
    #expect(console.text(80, 24).contains("say first: Whose it is"))
    console.press("Enter")
    #expect(console.text(80, 24).contains("00884471"))
    console.press("Esc")
    say(["Subject", "Collected", "Test", "Result"], &console)
    let draft = try #require(console.state.table.draft)
    #expect(
      draft.columns == [
        .patient: "Subject", .time: "Collected", .code: "Test", .value: "Result",
      ])
    let text = console.text(80, 24)
    for piece in [
      "il6.csv", "Whose it is", "IL6 874 pg/mL", "1 of 2 lines understood: 1 new, 0 already there",
      "CRP-hs", "not said yet", "Import", "Save mapping",
    ] {
      #expect(text.contains(piece), "\(piece)\n\(text)")
    }
    // The next thing that nobody said is the test's meaning; without a column of units it has one.
    console.press("Enter")
    console.type("IL6")
    console.press("Enter")
    #expect(console.text(80, 24).contains("In which unit is IL-6?"))
    console.press("Enter")
    #expect(
      console.state.table.draft?.variables == [
        "IL-6": TableDraft.Variable(code: "IL6", unit: "pg/mL")
      ])
  }

  @Test("a test outside the list is kept under its name with a unit that is typed")
  func otherTest() {
    var console = Self.opened()
    say(["one result a line", "Subject", "Collected", "Test", "Result"], &console)
    console.press("Down", "Enter")
    console.type("another test")
    console.press("Enter", "Enter")
    #expect(console.text(80, 24).contains("type the unit"))
    console.press("Enter")
    console.type("another test")
    console.press("Enter")
    console.type("mg/L")
    console.press("Enter")
    #expect(
      console.state.table.draft?.variables["CRP-hs"]
        == TableDraft.Variable(code: "X:CRP-hs", unit: "mg/L"))
  }

  @Test("of a wide table every other column is asked for, and none is taken unasked")
  func wide() throws {
    var console = Self.opened()
    say(["one variable a column", "Subject", "Collected"], &console)
    let rows = console.text(80, 24)
    #expect(rows.contains("Result") && rows.contains("not taken"))
    #expect(console.text(80, 24).contains("say of one column at least"))
    console.press("i")
    #expect(console.state.list == nil)
  }

  @Test("lines above the headings are said, and the columns asked for anew")
  func skip() throws {
    var console = Self.opened()
    say(["one result a line", "Subject"], &console)
    console.press("End", "Enter")
    #expect(console.text(80, 24).contains("Lines above headings"))
    console.press("Down", "Enter")
    let draft = try #require(console.state.table.draft)
    #expect(draft.skip == 1 && draft.columns == [:] && draft.layout == .long)
    #expect(console.effects.last == .readTable(draft))
  }

  @Test("refused lines are shown alone with their numbers")
  func refused() {
    var console = Self.opened()
    say(["one result a line", "Subject", "Collected", "Test", "Result"], &console)
    console.press("Tab")
    let text = console.text(80, 24)
    #expect(text.contains("Refused lines") && text.contains("3  Test: \"CRP-hs\""))
    #expect(!text.contains("IL6 874"))
  }

  @Test(
    "an import is asked for once more, with what it brings; Enter at the question stores nothing")
  func importing() throws {
    var console = Self.opened()
    say(["one result a line", "Subject", "Collected", "Test", "Result"], &console)
    console.press("i")
    #expect(console.text(80, 24).contains("1 new events; 1 lines refused stay out"))
    console.press("Enter")
    func imports() -> Int {
      console.effects.count { if case .importTable = $0 { true } else { false } }
    }
    #expect(imports() == 0)
    console.press("i", "Down", "Enter")
    #expect(imports() == 1)
    // While it is being stored nothing is asked for twice.
    console.press("i", "s")
    #expect(console.state.list == nil && imports() == 1)
    console.take(.tableDone(Message("1 event stored"), isStored: true))
    // It is read again, and what came of it stays to be read.
    Self.answer(&console)
    #expect(!console.state.table.isBusy)
    #expect(console.text(80, 24).contains("1 event stored"))
  }

  @Test("a mapping is saved once it says enough; what was read for an older draft is passed over")
  func saving() throws {
    var console = Self.opened()
    console.press("s")
    #expect(console.text(80, 24).contains("say first: Layout"))
    let stale = try #require(console.state.table.draft)
    say(["one result a line", "Subject", "Collected", "Test", "Result"], &console)
    let draft = try #require(console.state.table.draft)
    console.take(.table(stale, by: stale, Self.preview(stale)))
    #expect(console.state.table.draft == draft)
    console.press("s")
    #expect(console.effects.last == .saveMapping(draft))
  }

  @Test("nobody but a nurse or a physician imports tables", arguments: Clinical.Role.allCases)
  func roles(_ role: Clinical.Role) {
    let may = role == .nurse || role == .physician
    #expect(Self.console(role).effects.contains(.listTables) == may, "\(role)")
  }

  @Test("every word stands in both languages, with the same places")
  func words() {
    for word in TableWord.allCases {
      let english = TableCatalogue.english[word]
      let chinese = TableCatalogue.simplifiedChinese[word]
      #expect(english != nil && chinese != nil, "\(word)")
      #expect(
        Catalogue.places(in: english ?? "") == Catalogue.places(in: chinese ?? ""), "\(word)")
    }
  }
}
