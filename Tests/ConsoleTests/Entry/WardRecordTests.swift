import Clinical
import Terminal
import Testing

@testable import Console

@Suite("Settings, users and place on record")
struct WardRecordTests {
  private static func bench(_ role: Clinical.Role) -> Bench {
    var bench = Bench(role: role)
    func add(_ day: Int, _ content: Content) {
      bench.events.append(
        Event(
          id: EventID(high: 2, low: UInt64(bench.events.count)), patient: nil,
          at: .moment(Bench.moment("2026-02-2\(day)", 8), utcOffset: 28_800),
          recordedAt: Bench.moment("2026-02-2\(day)", 8), by: "zhao", role: .administrator,
          source: "console", content: content))
    }
    add(0, .site(Site(name: "Ward 7", timeZone: "Asia/Shanghai", languages: ["en"])))
    add(1, .setting(Setting(name: "onCall", value: .list([.text("registrar"), .text("head")]))))
    add(2, .user(User(login: "li", name: "RN Li", role: .nurse)))
    bench.reopen()
    return bench
  }

  private static let command = "ward.record"

  @Test("an administrator finds every one, chooses one, and corrects it with a reason")
  func correct() throws {
    var bench = Self.bench(.administrator)
    bench.effects += bench.console.update(.command(Self.command))
    let screen = bench.screen(120, 34)
    #expect(screen.contains("setting onCall = [registrar, head]"), "\(screen)")
    #expect(screen.contains("li  RN Li  nurse") || screen.contains("li RN Li nurse"), "\(screen)")
    #expect(screen.contains("Ward 7"))
    bench.type("onCall")
    bench.press("Enter")
    #expect(bench.form?.kind == .setting)
    #expect(bench.form?.texts["value"]?.text == "[registrar, head]")
    bench.console.entry.open?.focus(on: "value")
    for _ in 0..<30 { bench.press("Backspace") }
    bench.type("[registrar, chief]")
    bench.console.entry.open?.focus(on: "reason")
    bench.type("head is away")
    let submission = try #require(bench.form?.submission)
    #expect(submission.items.count == 1)
    let item = try #require(submission.items.first)
    #expect(!item.isOfPatient)
    #expect(item.corrects == bench.events.first { $0.kind == .setting }?.id)
    #expect(
      item.content
        == .setting(
          Setting(name: "onCall", value: .list([.text("registrar"), .text("chief")]))))
  }

  @Test("from the ward the record of the lit line is asked for, and what is chosen opens its form")
  func fromTheWard() throws {
    var console = SampleConsole()
    console.state.entry.user = EntryUser(login: "li", name: "Li", role: .administrator)
    console.take(.command(Self.command))
    #expect(console.state.screen == .ward)
    guard case .wardRecord? = console.state.list?.kind else {
      Issue.record("no list: \(console.text(120, 34))")
      return
    }
    #expect(console.text(120, 34).contains("Haematology 7B"))
    console.press("Enter")
    let form = try #require(console.state.entry.open)
    #expect([.site, .setting, .user].contains(form.kind))
    #expect(form.isCorrection)
    #expect(form.originals.count == 1)
  }

  @Test("a physician is told who may, and none is taken back by the key that retracts")
  func refused() {
    var bench = Self.bench(.physician)
    bench.effects += bench.console.update(.command(Self.command))
    #expect(bench.console.list == nil)
    #expect(bench.console.message?.text.contains("administrator") == true)
  }

  @Test("the place is corrected whole, and keeps what its form does not show")
  func place() throws {
    var bench = Self.bench(.administrator)
    bench.effects += bench.console.update(.command(Self.command))
    bench.type("Ward 7")
    bench.press("Enter")
    #expect(bench.form?.kind == .site)
    bench.console.entry.open?.focus(on: "languages")
    bench.type(", zh-Hans")
    let content = bench.form?.submission.items.first?.content
    #expect(
      content
        == .site(
          Site(name: "Ward 7", timeZone: "Asia/Shanghai", languages: ["en", "zh-Hans"])))
  }
}
