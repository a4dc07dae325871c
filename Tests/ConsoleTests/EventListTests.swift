import Clinical
import Console
import Grading
import Terminal
import Testing

@Suite("The list of events: what is lit is what is corrected")
struct EventListTests {
  /// A patient with a round an hour ago that was then corrected, and the list of events in front.
  private func bench() -> Bench {
    var bench = Bench([
      (
        Bench.moment("2026-03-07", 10),
        .vitals(Vitals(temperature: Quantity(DecimalNumber(tenths: 378), .celsius)))
      ),
      (Bench.moment("2026-03-07", 11), .note("family visited")),
    ])
    // An event of the ward counts among those known, and is no line of the list.
    let ward = Event(
      id: EventID(high: 8, low: 8), patient: nil,
      at: .moment(Bench.moment("2026-03-01", 8), utcOffset: 28_800),
      content: .site(Site(name: "7B", timeZone: "Asia/Shanghai")))
    _ = bench.console.update(.events([ward]))
    if let id = Bench.patient {
      _ = bench.console.update(
        .patient(PatientRecord(id, events: [ward] + bench.events, zone: Bench.zone)))
    }
    bench.press("Tab", "Tab")
    return bench
  }

  private func lit(_ bench: Bench) -> String {
    bench.screen().split(separator: "\n").first { $0.hasPrefix("▸") }.map(String.init) ?? ""
  }

  @Test("from the last line one key goes to the one before, and C acts on it")
  func ends() {
    var bench = bench()
    bench.press("End")
    let last = lit(bench)
    bench.press("Up")
    #expect(lit(bench) != last)
    bench.press("C")
    #expect(bench.form != nil || bench.console.message != nil)
  }

  @Test("C on a round opens that round, wherever it stands")
  func corrects() {
    var bench = bench()
    bench.press("Down")
    #expect(lit(bench).contains("37.8"))
    bench.press("C")
    #expect(bench.form?.kind == .vitals)
    #expect(bench.form?.originals.map(\.kind) == [.vitals])
  }

  @Test("what a colleague writes meanwhile does not move the light onto another event")
  func arrival() {
    var bench = bench()
    #expect(lit(bench).contains("family visited"))
    let news = Event(
      id: EventID(high: 7, low: 1), patient: Bench.patient,
      at: .moment(Bench.moment("2026-03-07", 14), utcOffset: 28_800),
      recordedAt: Bench.now, by: "zhao", role: .nurse, content: .note("sleeps"))
    _ = bench.console.update(.events([news]))
    #expect(bench.screen().contains("sleeps"))
    #expect(lit(bench).contains("family visited"))
    bench.press("u")
    bench.press("Home")
    #expect(lit(bench).contains("sleeps"))
  }

  @Test("a click on a line chooses it, and a click on a day goes to that day")
  func clicks() throws {
    var bench = bench()
    let round = try #require(bench.events.first { $0.kind == .vitals }?.id)
    _ = bench.console.update(.click("event:\(round)"))
    #expect(bench.console.patient?.chosen == round)
    #expect(lit(bench).contains("37.8"))
    _ = bench.console.update(.click("day:3"))
    #expect(bench.console.patient?.moment == Bench.now - .days(3))
    _ = bench.console.update(.click("day:20"))
    #expect(bench.console.patient?.moment == Bench.now - .days(3), "a day to come")
    _ = bench.console.update(.click("day:6"))
    #expect(bench.console.patient?.moment == nil, "today is now")
  }
}
