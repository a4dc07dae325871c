import Clinical
import Grading
import Surveillance
import Terminal
import Testing

@testable import Console

@Suite("The list of alerts, and the alerts of a patient")
struct AlertScreensTests {
  @Test("The list has every active alert of those in house, the most urgent first")
  func list() {
    var console = SampleConsole.watched
    console.press("!")
    #expect(console.state.screen == .alerts)
    let listed = console.state.alerts.listed(console.state.alerts.list)
    #expect(!listed.isEmpty)
    #expect(zip(listed, listed.dropFirst()).allSatisfy { !Alert.precedes($1, $0) })
    let text = console.text(200, 50)
    #expect(text.contains("***") && text.contains("unacked"))
  }

  @Test(
    "Each filter keeps what it names; a highest one that stands is in all but that of the ended")
  func filters() {
    let console = SampleConsole.watched
    let standing = SampleConsole.looks.filter(\.isInHouse).flatMap(\.alerts).filter {
      $0.status == .active && $0.priority == .highest
    }.map(\.id)
    for filter in AlertListState.Filter.allCases {
      var list = AlertListState()
      list.filter = filter
      let kept = console.state.alerts.listed(list)
      switch filter {
      case .ended: #expect(kept.allSatisfy { $0.status == .ended && !$0.isSeen })
      case .unacknowledged: #expect(kept.allSatisfy { $0.status == .active })
      case .highest: #expect(kept.allSatisfy { $0.priority == .highest && $0.status != .ended })
      case .high: #expect(kept.allSatisfy { $0.priority >= .high && $0.status != .ended })
      case .active, .all: break
      }
      if filter != .ended { #expect(Set(kept.map(\.id)).isSuperset(of: standing), "\(filter)") }
    }
  }

  @Test("Enter opens the patient at the alert's moment")
  func opens() throws {
    var console = SampleConsole.watched
    console.press("!", "Down")
    let alert = try #require(console.state.chosenAlert)
    console.press("Enter")
    #expect(console.state.screen == .patient)
    #expect(console.state.patient?.record.id == alert.patient)
    #expect(console.state.patient?.moment == alert.reRaised ?? alert.raised)
    console.press("0")
    #expect(console.state.patient?.moment == nil)
  }

  @Test("At an earlier moment the alerts are those of that moment, and are acknowledged only now")
  func earlier() throws {
    var made = MadePatient()
    made.vitals(.hours(-3), temperature: 368, systolic: 118, saturation: 98)
    made.vitals(.minutes(-20), temperature: 368, systolic: 74, saturation: 98)
    var console = made.watchedOnWard(.physician)
    console.press("Enter")
    while console.state.patient?.part != .alerts { console.press("Tab") }
    let now = try #require(console.state.patient.flatMap { console.state.alertsOf($0) })
    #expect(now.contains { $0.rule.id == "A04" })
    console.press("S-Left")
    let before = try #require(console.state.patient.flatMap { console.state.alertsOf($0) })
    #expect(console.state.patient?.moment != nil)
    #expect(!before.contains { $0.rule.id == "A04" })
    console.press("a")
    #expect(console.state.entry.open == nil)
    #expect(console.state.message?.text.contains("earlier moment") == true)
    console.press("0")
    #expect(console.state.patient?.past == nil)
    console.press("a")
    #expect(console.state.entry.open?.kind == .acknowledge)
  }

  @Test("What ended unseen stays, marked with its time, until somebody has acknowledged it")
  func ended() throws {
    var made = MadePatient.withPressure(82)
    made.vitals(.minutes(-1), temperature: 368, systolic: 118, saturation: 98)
    var console = made.watchedOnWard(.physician)
    console.press("!")
    #expect(console.text(200, 50).contains("ended 04:29, not yet seen"))
    #expect(console.text(80, 24).contains("ended 04:29"))
    console.press("a")
    #expect(console.state.entry.open?.kind == .acknowledge)
    console.press("F2")
    #expect(
      console.effects.contains { if case .append = $0 { true } else { false } })
  }

  @Test("A patient's alerts say why, whence, what became of them and what the guideline says")
  func patient() throws {
    var console = MadePatient.withPressure(82).opened
    let look = try #require(MadePatient.withPressure(82).look())
    console.take(.watched([look], isWhole: true))
    console.press("t")
    let text = console.text(200, 50)
    for words in [
      "SBP 82 mmHg", "act now", "criterion", "SBP < limit of the age", "source", "A04",
      "local protocol prevails", "ends with", "a systolic pressure that meets neither",
      "because of", "raised", "vital signs", "unacked",
    ] { #expect(text.contains(words), "\(words)") }
    // The top alert stands under the name in every part.
    console.press("Tab")
    #expect(console.text(80, 24).contains("*** B21 SBP 82 mmHg"))
    #expect(console.text(40, 10).contains("*** B21"))
  }

  @Test("Fever with neutropenia asks for cultures and antibiotics beside the grade")
  func sepsis() throws {
    var made = MadePatient()
    made.add(
      .hours(-6),
      .lab(Lab(results: [LabResult(code: "ANC", value: DecimalNumber(tenths: 1), unit: "10*9/L")])))
    made.vitals(.minutes(-30), temperature: 386, systolic: 118, saturation: 98)
    let look = try #require(made.look())
    #expect(look.sepsis != nil)
    var console = made.opened
    console.take(.watched([look], isWhole: true))
    console.state.entry.user = EntryUser(login: "li", name: "Li", role: .nurse)
    let text = console.text(120, 40)
    #expect(text.contains("Sepsis beside CRS?") && text.contains("none on record: U records them"))
    #expect(text.contains("CRS"))
    console.press("U")
    #expect(console.state.entry.open?.kind == .finding)
    #expect(console.state.entry.open?.texts["name"]?.text == "blood cultures taken")
  }

  @Test("Plain lines say priority, alert and what is due in words and stars")
  func plain() {
    let lines = SampleConsole.watched.state.plainLines(glyphs: .ascii)
    #expect(lines.contains { $0.contains("Pri ***") && $0.contains("Top alert") })
    #expect(lines.contains { $0.hasPrefix("Alerts (") })
    #expect(lines.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
  }
}

@Suite("What saving a form would raise or end")
struct ForesightTests {
  private func answered(_ bench: inout Bench) {
    for effect in bench.effects {
      guard case .foresee(let submission, let user, let now) = effect, let id = Bench.patient else {
        continue
      }
      let course = GradedCourse(bench.events, zone: Bench.zone)
      _ = bench.console.update(
        .foreseen(
          submission,
          WatchedCourse(id, course).news(
            ofAdding: submission.events(by: user, now: now), to: course, at: now)))
    }
  }

  private func asked(_ bench: Bench) -> Int {
    bench.effects.count { if case .foresee = $0 { true } else { false } }
  }

  @Test("A round with a low pressure says that it raises the alert, beside the grade")
  func raises() {
    var bench = Bench()
    bench.press("v")
    #expect(asked(bench) == 0)
    bench.type("368 118 82/44 22 97 r a")
    #expect(asked(bench) > 0)
    #expect(
      bench.screen().contains("alerts: being worked out")
        || bench.screen().contains("being worked out"))
    answered(&bench)
    let text = bench.screen(120, 40)
    #expect(text.contains("raises") && text.contains("*** SBP 82 mmHg"))
    #expect(text.contains("CRS"))
  }

  @Test("It is asked once for each change of what would be stored, never for a key that moves")
  func once() {
    var bench = Bench()
    bench.press("v")
    bench.type("368 118 118/70 18 97 r a")
    let before = asked(bench)
    bench.press("Up", "Down", "Up", "Down")
    #expect(asked(bench) == before)
    answered(&bench)
    #expect(
      bench.screen(120, 40).contains("no alert raised or ended")
        || bench.screen(120, 40).contains("ends"))
  }
}
