import Clinical
import Terminal
import Testing

import Console

@Suite("A screen that nobody uses is covered")
struct CoverTests {
  static func covered(minutes: Int = 5, after: TimeSpan = .minutes(5)) -> SampleConsole {
    var console = SampleConsole()
    console.state.cover = Cover(minutes: minutes)
    console.press("j")
    console.take(.tick(SampleConsole.moment + after))
    return console
  }

  @Test("after five minutes without a key only beds, grades and the clock are left, at every size")
  func covers() {
    var console = Self.covered(after: .minutes(5) - .seconds(1))
    #expect(console.text(100, 30).contains("刘洋"))
    console.take(.tick(SampleConsole.moment + .minutes(5)))
    let names = console.state.ward.patients.values.flatMap {
      [$0.summary.name, $0.summary.hospitalNumber].compactMap { $0 }
    }
    #expect(names.count > 20)
    for (width, height) in [(200, 50), (100, 30), (80, 24), (40, 10), (19, 3), (8, 1)] {
      let text = console.text(width, height)
      for name in names { #expect(!text.contains(name), "\(name) at \(width)x\(height)") }
    }
    let plain = console.state.plainLines(glyphs: .unicode).joined(separator: "\n")
    for name in names { #expect(!plain.contains(name), "\(name)") }
    let text = console.text(80, 24)
    #expect(text.contains("ICU-1"))
    #expect(text.contains("04:35:00"))
    #expect(plain.contains("CRS 4"))
  }

  @Test("the most urgent come first, so that a low window shows these")
  func urgent() {
    let console = Self.covered()
    let order = WardOrder.urgency.sorted(
      console.state.ward.patients.values.map { WardRow($0, at: console.state.now) }
        .filter(\.isInHouse)
    ).compactMap(\.summary.bed)
    let shown = console.rows(80, 24).compactMap { row in
      order.first { row.hasPrefix(" \($0) ") || row.hasPrefix("\($0) ") }
    }
    #expect(shown == Array(order.prefix(shown.count)))
    #expect(shown.count >= 15)
  }

  @Test("any key shows the ward again and does nothing else")
  func anyKey() {
    for key in ["q", "j", "Enter", "Esc", "v", "C-u", "F5"] {
      var console = Self.covered()
      let chosen = console.state.ward.selected
      console.press(key)
      #expect(!console.state.cover.isOn)
      #expect(console.effects.isEmpty, "\(key)")
      #expect(console.state.ward.selected == chosen)
      #expect(console.state.screen == .ward)
      #expect(console.text(100, 30).contains("刘洋"))
    }
    var pasted = Self.covered()
    pasted.take(.terminal(.paste("qqq")))
    #expect(pasted.effects.isEmpty)
    var command = Self.covered()
    // A script means what it says.
    command.take(.command("quit"))
    #expect(command.effects == [.quit])
  }

  @Test("a key in between puts it off; 0 minutes never covers")
  func putOff() {
    var console = Self.covered(after: .minutes(4))
    console.press("j")
    console.take(.tick(SampleConsole.moment + .minutes(8)))
    #expect(!console.state.cover.isOn)
    console.take(.tick(SampleConsole.moment + .minutes(9)))
    #expect(console.state.cover.isOn)
    #expect(!Self.covered(minutes: 0, after: .days(2)).state.cover.isOn)
  }

  @Test("a form under it stays as it was typed")
  func form() {
    var bench = Bench()
    bench.console.cover = Cover(minutes: 5)
    bench.press("v")
    bench.type("368 78")
    _ = bench.console.update(.tick(Bench.now + .minutes(6)))
    #expect(bench.console.cover.isOn)
    #expect(!bench.screen().contains("Wang Fang"))
    bench.press("x")
    #expect(bench.form?.texts["quick"]?.text == "368 78")
    #expect(bench.screen().contains("Wang Fang"))
  }

  @Test("at a station with several people it comes back as the process's own login")
  func station() {
    var bench = PersonTests.bench()
    bench.console.cover = Cover(minutes: 5)
    PersonTests.signIn(&bench, .accepted(PersonTests.li))
    _ = bench.console.update(.tick(Bench.now + .minutes(6)))
    #expect(!bench.screen(160, 30).contains("Li Na"))
    bench.effects = []
    bench.press("x")
    #expect(bench.console.entry.user == PersonTests.own)
    #expect(bench.effects.contains(.actAs(PersonTests.own)))
  }

  @Test(
    "the ward's setting says after how many minutes",
    arguments: [("10", 10), ("0", 0), ("null", 5)])
  func setting(_ value: String, _ minutes: Int) {
    func event(_ value: SettingValue, _ n: UInt64) -> Event {
      Event(
        id: EventID(high: 7, low: n), patient: nil,
        at: .moment(Bench.now - .hours(Int64(10 - n)), utcOffset: 28_800), recordedAt: Bench.now,
        reason: "audit",
        content: .setting(Setting(name: "console.coverAfter", value: value)))
    }
    let set: SettingValue = value == "null" ? .null : .number(value == "10" ? 10 : 0)
    let ward = [event(.number(7), 1), event(set, 2)]
    #expect(ConsoleSettings.coverAfter(of: ward, at: Bench.now, zone: Bench.zone) == minutes)
    // Taken back, it is as if it had never been set.
    let back = Event(
      id: EventID(high: 7, low: 3), patient: nil,
      at: .moment(Bench.now, utcOffset: 28_800), recordedAt: Bench.now, reason: "by mistake",
      content: .retraction(Retraction(retracts: ward[1].id)))
    #expect(ConsoleSettings.coverAfter(of: ward + [back], at: Bench.now, zone: Bench.zone) == 7)
    // And in a console that is open.
    var cover = Cover(minutes: 7)
    cover.set(minutes: minutes)
    #expect(cover.after == Cover(minutes: minutes).after)
    for wrong: SettingValue in [.text("5"), .number(241), .number(-1), .flag(true)] {
      #expect(
        ChoiceSettings.problem(with: Setting(name: "console.coverAfter", value: wrong)) != nil)
    }
  }
}
