import Clinical
import Console
import Terminal
import Testing

@Suite("Before anybody knows which drafts there are")
struct DraftAwaitedTests {
  private func bench() -> Bench {
    var bench = Bench()
    bench.console.entry = EntryDesk(user: bench.console.entry.user)
    return bench
  }

  @Test("what is typed ahead waits for the draft, and goes in behind it")
  func typedAhead() throws {
    var earlier = Bench()
    earlier.press("v")
    earlier.type("385 ")
    let draft = try #require(earlier.drafts.last)
    var bench = bench()
    bench.press("v")
    bench.type("78")
    // Nothing that would stand in the place of the draft is kept.
    #expect(bench.drafts.isEmpty && bench.screen().contains("looking for your draft"))
    bench.effects += bench.console.update(.draft(form: draft.form, draft.content))
    #expect(bench.form?.texts["quick"]?.text == "385 78")
    #expect(
      bench.drafts.last.map { String(decoding: $0.content, as: UTF8.self) }?.contains("385 78")
        == true)
  }

  @Test("where there is none it goes into the empty form")
  func none() {
    var bench = bench()
    bench.press("v")
    bench.type("385")
    let name = bench.form?.name ?? ""
    bench.effects += bench.console.update(.draft(form: name, nil))
    #expect(bench.form?.texts["quick"]?.text == "385")
    #expect(bench.drafts.count == 3)
  }

  @Test("Esc leaves a form in which nothing was typed, and touches no draft")
  func left() {
    var bench = bench()
    bench.press("v", "Esc")
    #expect(bench.form == nil)
    #expect(bench.drafts.isEmpty)
  }
}
