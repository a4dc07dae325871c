import Clinical
import Grading
import Surveillance
import Terminal
import Testing

@testable import Console

/// What a command acts on is what is lit, and what is remembered belongs to whoever did it.
@Suite("A command acts on what is in front, for who is there")
struct FrontTests {
  @Test("On the list of alerts a form is of the lit alert's patient, not of the ward's lit line")
  func alertList() throws {
    var console = SampleConsole.watched
    console.state.entry.user = EntryUser(login: "li", name: "Li", role: .nurse)
    console.press("Down", "Down", "Down", "!")
    let lit = try #require(console.state.chosenAlert?.patient)
    let line = try #require(console.state.chosenRow?.id)
    #expect(lit != line)
    console.take(.command("enter.vitals"))
    #expect(console.state.entry.open?.context.patient == lit)
  }

  @Test("On the page about grading a form has nobody to be of")
  func about() {
    var console = SampleConsole.watched
    console.state.entry.user = EntryUser(login: "li", name: "Li", role: .nurse)
    console.press("G")
    console.take(.command("enter.vitals"))
    #expect(console.state.entry.open == nil)
    #expect(console.state.message?.weight == .warning)
  }

  @Test("A click on what is due lights its patient; one on nobody changes nothing")
  func due() throws {
    var console = SampleConsole.watched
    let other = try #require(console.state.ward.listing(at: console.state.now).rows.last?.id)
    console.take(.click("due:\(other.text):vitals"))
    #expect(console.state.chosenRow?.id == other)
    console.take(.click("nobody"))
    #expect(console.state.chosenRow?.id == other)
  }

  @Test("Who is past a patient's discharge rings no bell and stands in no cover")
  func gone() throws {
    var made = MadePatient.withPressure(118)
    made.add(.minutes(-3), .stay(Stay(action: .discharge)))
    var console = made.watchedOnWard()
    made.vitals(.minutes(-1), temperature: 368, systolic: 70, saturation: 98)
    console.take(.watched([try #require(made.look())], isWhole: false))
    #expect(!console.effects.contains(.bell))
    #expect(console.state.ward.standing.isEmpty)
  }

  @Test("The list of alerts opens on what is active, whatever it was left on")
  func fresh() {
    var console = SampleConsole.watched
    console.press("Enter", "!")
    #expect(console.state.alerts.list.filter == .all)
    console.press("w", "!")
    #expect(console.state.alerts.list.filter == .active && console.state.alerts.list.patient == nil)
  }

  @Test("Whoever cannot be graded is in no filter taken for mild")
  func unknown() throws {
    let console = SampleConsole()
    let rows = console.state.ward.listing(at: console.state.now).rows
    let unknown = try #require(rows.first { $0.gravest == nil && $0.day != nil })
    for filter in [WardState.Filter.graded, .severe] { #expect(filter.keeps(unknown)) }
  }

  // MARK: People

  private let receipt = EntryReceipt(
    form: "vitals:CD7-003", patient: Bench.patient, kind: .vitals, ids: [EventID(high: 1, low: 1)],
    storedAt: Bench.now, login: "station")

  @Test("What somebody saved who has gone is not the next person's to take back")
  func receipts() {
    var bench = PersonTests.bench()
    PersonTests.signIn(&bench, .accepted(PersonTests.li))
    let effects = bench.console.update(.appended(receipt))
    #expect(effects.isEmpty && bench.console.entry.lastReceipt == nil)
    #expect(bench.screen().contains("saved"))
    var same = PersonTests.bench()
    #expect(same.console.update(.appended(receipt)) == [.discardDraft(form: receipt.form)])
    #expect(same.console.entry.lastReceipt == receipt)
  }

  @Test("A check that never answers holds nobody; one that fails counts as no wrong PIN")
  func stuck() {
    var bench = PersonTests.bench()
    bench.press("C-u")
    bench.type("li")
    bench.press("Enter")
    bench.type("2468")
    bench.press("Enter", "Esc")
    #expect(!bench.console.station.isAskingWho)
    // Late, it is nobody's, also where somebody else waits for an answer meanwhile.
    _ = bench.console.update(.signIn(.accepted(PersonTests.li), check: 0))
    #expect(bench.console.entry.user == PersonTests.own)
    bench.press("C-u")
    bench.type("chen")
    bench.press("Enter")
    bench.type("1357")
    bench.press("Enter")
    _ = bench.console.update(.signIn(.accepted(PersonTests.li), check: 0))
    #expect(bench.console.station.isAskingWho)
    #expect(bench.console.entry.user == PersonTests.own)
    bench.press("Esc")
    #expect(bench.console.entry.user == PersonTests.own)
    PersonTests.signIn(&bench, .failed("the store is busy"))
    #expect(!bench.console.station.isAskingWho)
    #expect(bench.console.message?.weight == .failure)
    #expect(bench.console.station.tries.wait(at: Bench.now) == nil)
  }

  @Test("One's own right PIN takes away no wrong ones of another login")
  func guessing() {
    var tries = PINTries()
    for _ in 0..<2 {
      tries.failed("moss", at: Bench.now)
      tries.failed("moss", at: Bench.now)
      tries.succeeded("li")
    }
    #expect(tries.wait(at: Bench.now).map { $0 >= .seconds(30) } == true)
    var own = PINTries()
    own.failed("li", at: Bench.now)
    own.succeeded("li")
    own.failed("li", at: Bench.now)
    #expect(own.wait(at: Bench.now) == .seconds(1))
  }

  @Test("Whoever comes is told what is new for them")
  func looks() {
    var bench = PersonTests.bench()
    PersonTests.signIn(&bench, .accepted(PersonTests.li))
    #expect(
      bench.effects.contains {
        if case .loadLooks = $0 { true } else { false }
      })
  }

  @Test("A failure that nobody has read stays under the cover")
  func failure() {
    var bench = Bench()
    bench.console.cover.set(minutes: 5)
    bench.press("Down")
    _ = bench.console.update(.message(Message("not saved", .failure)))
    _ = bench.console.update(.tick(Bench.now + .minutes(6)))
    #expect(bench.console.cover.isOn)
    #expect(!bench.screen().contains("not saved"))
    bench.press("x")
    #expect(bench.console.message?.text == "not saved")
  }

  @Test("An admission waits for its draft as every form does")
  func admission() {
    var bench = Bench()
    bench.console.entry = EntryDesk(user: bench.console.entry.user)
    bench.press("w", "+")
    bench.type("CD7-0")
    #expect(bench.drafts.isEmpty)
    #expect(
      bench.effects.contains {
        if case .loadDraft = $0 { true } else { false }
      })
  }
}
