import Clinical
import Console
import Grading
import Testing

@Suite("Co-signing what a trainee wrote")
struct CosigningTests {
  private static func bench(as role: Clinical.Role) -> Bench {
    var bench = Bench(role: role)
    let event = Event(
      id: EventID(high: 8, low: 1), patient: Bench.patient,
      at: .moment(Bench.now - .hours(1), utcOffset: 28_800), recordedAt: Bench.now - .hours(1),
      by: "tan", role: .trainee, source: "console",
      content: .vitals(Vitals(temperature: Quantity(DecimalNumber(tenths: 366), .celsius))))
    _ = bench.console.update(.events([event]))
    bench.press("Tab", "Tab")
    return bench
  }

  @Test("the list says that it waits; the same again under a nurse's name co-signs it")
  func nurse() {
    var bench = Self.bench(as: .nurse)
    #expect(bench.screen(160, 40).contains("not co-signed"))
    bench.press("C")
    bench.console.entry.open?.focus(on: "reason")
    bench.type("co-signed")
    bench.press("F2")
    #expect(bench.saved.last?.items.first?.corrects == EventID(high: 8, low: 1))
    #expect(bench.contents.map(\.kind) == [.vitals])
  }

  @Test("a trainee's own sameness signs nothing")
  func trainee() {
    var bench = Self.bench(as: .trainee)
    bench.console.entry.user = EntryUser(login: "tan", name: "Tan", role: .trainee)
    bench.press("C")
    bench.console.entry.open?.focus(on: "reason")
    bench.type("again")
    bench.press("F2")
    #expect(bench.saved.isEmpty)
  }
}
