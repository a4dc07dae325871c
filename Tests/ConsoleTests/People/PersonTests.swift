import Clinical
import Terminal
import Testing

import Console

@Suite("Another person comes to a station with one account")
struct PersonTests {
  static let own = EntryUser(login: "station", name: "Station 7B", role: .nurse)
  static let li = EntryUser(login: "li", name: "Li Na", role: .physician)

  static func bench() -> Bench {
    var bench = Bench()
    _ = bench.console.update(.user(own))
    return bench
  }

  /// Presses C-u, types a login and a PIN, and lets the check answer.
  static func signIn(
    _ bench: inout Bench, _ answer: SignInAnswer, login: String = "li", pin: String = "2468"
  ) {
    bench.press("C-u")
    bench.type(login)
    bench.press("Enter")
    bench.type(pin)
    bench.press("Enter")
    bench.effects += bench.console.update(
      .signIn(answer, check: bench.console.station.checks - 1))
  }

  @Test("C-u, login, Enter, PIN, Enter: the following is written by that login")
  func change() throws {
    var bench = Self.bench()
    bench.press("C-u")
    #expect(bench.screen().contains("Who writes now"))
    bench.type("li")
    bench.press("Enter")
    bench.type("2468")
    #expect(bench.screen().contains("****"))
    #expect(!bench.screen().contains("2468"))
    #expect(!bench.plain.joined().contains("2468"))
    bench.effects = []
    bench.press("Enter")
    let pin = try #require(PIN("2468"))
    #expect(bench.effects == [.signIn(login: "li", pin: pin, check: 0)])
    bench.effects = bench.console.update(.signIn(.accepted(Self.li), check: 0))
    #expect(bench.effects.first == .actAs(Self.li))
    #expect(bench.console.entry.user == Self.li)
    #expect(bench.screen(140, 34).contains("Li Na, physician"))
    // A physician confirms grades, which the station's nurse may not.
    bench.press("y")
    #expect(bench.form?.kind == .grade)
    #expect(bench.form?.context.user == Self.li)
  }

  @Test("a PIN says nothing of itself to whatever prints it")
  func silent() throws {
    let pin = try #require(PIN("2468"))
    var dumped = ""
    dump(Effect.signIn(login: "li", pin: pin, check: 0), to: &dumped)
    for text in [
      "\(pin)", "\(Effect.signIn(login: "li", pin: pin, check: 0))", String(reflecting: pin),
      dumped,
    ] {
      #expect(!text.contains("2468"))
    }
  }

  @Test(
    "a PIN is 4 to 12 digits",
    arguments: [
      ("1234", true), ("123456789012", true), ("123", false), ("1234567890123", false),
      ("12a4", false), ("", false), ("１２３４", false),
    ])
  func digits(_ text: String, _ isPIN: Bool) {
    #expect((PIN(text) != nil) == isPIN)
  }

  @Test(
    "a wrong one is refused without telling which was wrong, and the wait grows: 1, 2, 30, 60 s")
  func wrong() {
    var bench = Self.bench()
    for (seconds, login) in zip([Int64(1), 2, 30, 60], ["li", "nobody", "li", "li"]) {
      bench.effects = []
      Self.signIn(&bench, .refused, login: login)
      #expect(bench.console.entry.user == Self.own)
      let screen = bench.screen()
      #expect(
        screen.contains("login and PIN do not match; next try in \(seconds) s"),
        "\(screen)")
      // Sooner than that nothing is even checked, whoever tries.
      bench.press("Esc")
      bench.effects = []
      bench.press("C-u")
      bench.type("chen")
      bench.press("Enter")
      bench.type("1357")
      bench.press("Enter")
      #expect(bench.effects.isEmpty)
      #expect(bench.screen().contains("wait \(seconds) s"))
      bench.press("Esc")
      _ = bench.console.update(.tick(bench.console.now + .seconds(seconds)))
    }
    Self.signIn(&bench, .accepted(Self.li))
    #expect(bench.console.entry.user == Self.li)
    // A right one takes away those of its own login; the one of nobody's stays.
    Self.signIn(&bench, .refused, login: "chen")
    #expect(bench.screen().contains("next try in 2 s"))
  }

  @Test("what is no PIN at all counts as a wrong one and is never sent")
  func noPIN() {
    var bench = Self.bench()
    bench.press("C-u")
    bench.type("li")
    bench.press("Enter")
    bench.type("12")
    bench.effects = []
    bench.press("Enter")
    #expect(bench.effects.isEmpty)
    #expect(bench.screen().contains("do not match"))
  }

  @Test("an empty login returns to the login of the process, without a PIN")
  func back() {
    var bench = Self.bench()
    Self.signIn(&bench, .accepted(Self.li))
    bench.effects = []
    bench.press("C-u", "Enter")
    #expect(bench.console.entry.user == Self.own)
    #expect(bench.effects.first == .actAs(Self.own))
  }

  @Test("an open form stays behind as the draft of who typed it")
  func formStays() {
    var bench = Self.bench()
    bench.press("v")
    bench.type("368 78")
    bench.press("Tab", "Tab", "Tab")
    bench.effects = []
    Self.signIn(&bench, .accepted(Self.li))
    #expect(bench.form == nil)
    // The draft goes out while the earlier person is still the one who writes.
    let saved = bench.effects.lastIndex { if case .saveDraft = $0 { true } else { false } }
    let acting = bench.effects.firstIndex(of: .actAs(Self.li))
    #expect(saved != nil && acting != nil && (saved ?? 0) < (acting ?? 0))
    #expect(!bench.drafts.contains { String(decoding: $0.content, as: UTF8.self).contains("2468") })
  }

  @Test("a field that is half typed keeps its key; an empty one gives it away")
  func halfTyped() {
    var bench = Self.bench()
    bench.press("v")
    bench.type("368")
    bench.press("C-u")
    #expect(!bench.console.station.isAskingWho)
    #expect(bench.form?.texts["quick"]?.text == "368")
    bench.press("C-k", "Home", "C-k", "C-u")
    #expect(bench.console.station.isAskingWho)
    bench.press("Esc")
    #expect(bench.form != nil)
    var ward = Self.bench()
    ward.press("Esc", "/")
    ward.type("wa")
    ward.press("C-u")
    #expect(!ward.console.station.isAskingWho)
    var palette = Self.bench()
    palette.press(":", "C-u")
    #expect(palette.console.station.isAskingWho)
  }

  @Test("while it is asked who writes, no key reaches the ward, and Esc asks no more")
  func modal() {
    var bench = Self.bench()
    bench.press("C-u")
    bench.type("qv")
    bench.effects += bench.console.update(.command("quit"))
    #expect(!bench.effects.contains(.quit))
    #expect(bench.form == nil)
    bench.press("Esc")
    #expect(!bench.console.station.isAskingWho)
    // An answer that comes too late changes nobody.
    _ = bench.console.update(.signIn(.accepted(Self.li), check: 0))
    #expect(bench.console.entry.user == Self.own)
  }

  @Test("a role that an administrator changes holds at once in consoles that are open")
  func newRole() {
    var bench = Self.bench()
    bench.console.station.people = UserBook(
      [UserBookTests.event(1, "station", .nurse, name: "Station 7B")], zone: Bench.zone)
    bench.effects = bench.console.update(
      .events([
        UserBookTests.event(2, "station", .nurse, name: "Station 7B", active: false, hour: 12)
      ]))
    #expect(bench.console.entry.user?.role == nil)
    #expect(
      bench.effects.contains(.actAs(EntryUser(login: "station", name: "Station 7B", role: nil))))
    bench.press("v")
    #expect(bench.form == nil)
  }

  @Test("the title names who writes, first the role goes, then the name, never the clock")
  func title() {
    let bench = Self.bench()
    let rows = (60...200).map {
      bench.screen($0, 30).split(separator: "\n").first.map(String.init) ?? ""
    }
    #expect(rows.last?.contains("Station 7B, nurse") == true)
    var last = 0
    for row in rows {
      #expect(row.contains("14:27"), "\(row)")
      #expect(row.contains("Wang Fang"), "\(row)")
      let form = row.contains("Station 7B, nurse") ? 3 : row.contains("Station 7B") ? 2 : 1
      last = max(last, form)
    }
    #expect(last == 3)
    #expect(bench.plain.first?.contains("Station 7B, nurse") == true)
  }
}
