import Clinical
import Grading
import Surveillance
import Terminal
import Testing

@testable import Console

@Suite("Alerts on the ward")
struct AlertDeskTests {
  @Test("Until everybody was looked at the ward says so, never that there is no alert")
  func loading() {
    let console = SampleConsole()
    #expect(console.text(80, 24).contains("alerts: loading"))
    #expect(console.text(120, 40).contains("alerts: loading"))
    #expect(!console.text(120, 40).contains("no active alert"))
    #expect(SampleConsole.watched.text(80, 24).contains("***"))
    #expect(!SampleConsole.watched.text(80, 24).contains("loading"))
  }

  @Test("Whoever has a highest alert that nobody acknowledged comes first, in every order")
  func first() {
    var console = SampleConsole.watched
    let standing = console.state.alerts.standing
    #expect(!standing.isEmpty)
    for _ in WardOrder.allCases {
      let rows = console.state.ward.listing(at: console.state.now).rows
      let inHouse = rows.filter { standing.contains($0.id) }.count
      #expect(rows.prefix(inHouse).allSatisfy { standing.contains($0.id) })
      console.press("s")
    }
  }

  @Test("Neither filter nor search hides a highest alert that nobody has acknowledged")
  func neverHidden() {
    var console = SampleConsole.watched
    let standing = Set(
      console.state.ward.listing(at: console.state.now).rows.map(\.id).filter(
        console.state.alerts.standing.contains))
    console.press("/")
    console.type("no such name")
    let found = console.state.ward.listing(at: console.state.now).rows.map(\.id)
    #expect(Set(found) == standing)
    console.press("Esc")
    for _ in WardState.Filter.allCases {
      console.press("f")
      let kept = Set(console.state.ward.listing(at: console.state.now).rows.map(\.id))
      #expect(kept.isSuperset(of: standing))
    }
  }

  @Test("The highest alert is seen at every size: bed and text where they fit, at 1x1 the star")
  func everySize() throws {
    let console = SampleConsole.watched
    let highest = try #require(console.state.highestAlert)
    let bed = try #require(console.state.ward.patients[highest.patient]?.summary.bed)
    for height in [1, 2, 3, 4, 5, 6, 8, 10, 13, 15, 16, 17, 24, 31, 40, 50, 63, 80] {
      for width in [
        1, 2, 3, 4, 5, 7, 10, 13, 19, 20, 21, 29, 30, 33, 40, 59, 60, 79, 80, 81, 100, 120, 160,
        200, 250,
      ] {
        let text = console.text(width, height)
        #expect(text.contains("*"), "\(width)x\(height)")
        if width >= 3 { #expect(text.contains("***"), "\(width)x\(height)") }
        if width >= 10 { #expect(text.contains(bed), "\(width)x\(height)") }
        if width >= 20 {
          let begins = [highest.line.text, highest.line.leading.rule.title].map { $0.prefix(4) }
          #expect(begins.contains { text.contains($0) }, "\(width)x\(height): \(text)")
        }
      }
    }
  }

  @Test("Who is searched is chosen, though those who must not wait stand above")
  func searched() {
    var console = SampleConsole.watched
    console.press("/")
    console.type("Rossi")
    #expect(console.state.chosenRow?.summary.name == "Sofia Rossi")
    console.press("Enter", "Enter")
    #expect(console.state.patient?.record.id == console.state.ward.selected)
    #expect(console.text(80, 24).contains("Sofia Rossi"))
  }

  @Test("What is lit is what `a` acknowledges, whatever is raised meanwhile")
  func held() throws {
    let made = MadePatient.withPressure(82)
    var console = made.watchedOnWard(.physician)
    console.press("Enter", "t")
    let open = try #require(console.state.patient)
    let lit = try #require(console.state.chosenAlert(of: open))
    var worse = made
    worse.vitals(.minutes(-1), temperature: 398, systolic: 82, saturation: 84)
    let look = try #require(worse.look())
    #expect(look.alerts.count > console.state.alertsOf(open).count)
    console.take(.watched([look], isWhole: false))
    let after = try #require(console.state.patient)
    #expect(console.state.chosenAlert(of: after)?.id == lit.id)
    console.press("a")
    #expect(console.state.entry.open?.context.alert?.rule == lit.rule.id)
  }

  @Test("At 80x24 an alert is read whole: criterion, guideline, and that the local protocol prevails")
  func read() throws {
    var console = MadePatient.withPressure(82).watchedOnWard(.nurse)
    console.press("Enter", "t", "Enter")
    let screen = console.text(80, 24)
    #expect(screen.contains("criterion") && screen.contains("ends with"), "\(screen)")
    console.press("End")
    let end = console.text(80, 24)
    #expect(end.contains("prevails"), "\(end)")
    console.press("Esc")
    #expect(console.state.patient?.reading == nil && console.state.screen == .patient)
    #expect(console.text(80, 24).contains("Enter reads it whole"))
  }

  @Test("From the first key on the lit line of the ward stays lit when alerts reorder it")
  func heldOnWard() throws {
    var console = SampleConsole()
    let first = try #require(console.state.chosenRow?.id)
    console.press("x")
    let others = SampleConsole.looks.filter { $0.patient != first }
    console.take(.watched(others, isWhole: true))
    #expect(console.state.ward.listing(at: console.state.now).rows.first?.id != first)
    #expect(console.state.chosenRow?.id == first)
  }

  @Test("A bell for a highest alert that is new or back, none for what stood at the start")
  func bell() throws {
    var console = MadePatient.withPressure(82).watchedOnWard()
    #expect(!console.effects.contains(.bell))
    let look = try #require(MadePatient.withPressure(82).look())
    console.take(.watched([look], isWhole: false))
    #expect(!console.effects.contains(.bell))
    var calm = MadePatient.withPressure(118).watchedOnWard()
    calm.take(.watched([look], isWhole: false))
    #expect(calm.effects.filter { $0 == .bell }.count == 1)
    // Worse: it comes back, once.
    var worse = MadePatient.withPressure(82)
    worse.vitals(.minutes(-1), temperature: 368, systolic: 70, saturation: 98)
    let again = try #require(worse.look())
    calm.take(.watched([again], isWhole: false))
    calm.take(.watched([again], isWhole: false))
    #expect(calm.effects.filter { $0 == .bell }.count == 2)
  }

  @Test("The setting alerts.bell takes the bell away")
  func noBell() throws {
    var made = MadePatient.withPressure(118)
    made.add(.hours(-4), .setting(Setting(name: "alerts.bell", value: .flag(false))))
    var console = made.watchedOnWard()
    made.vitals(.minutes(-1), temperature: 368, systolic: 80, saturation: 98)
    let look = try #require(made.look())
    console.take(.watched([look], isWhole: false))
    #expect(!console.effects.contains(.bell))
    #expect(console.text(80, 24).contains("***"))
  }

  @Test("Who is called next, and in how long, stands beside the alert")
  func countdown() {
    var made = MadePatient.withPressure(82)
    made.add(
      .hours(-4), .setting(Setting(name: "onCall", value: .list([.text("registrar")]))))
    let console = made.watchedOnWard()
    #expect(console.text(120, 40).contains("call registrar in 3 min"))
    #expect(console.text(80, 24).contains("registrar in 3 min"))
  }

  @Test("Where no data come the title says so, and for how long")
  func noData() {
    var console = SampleConsole.watched
    let start = SampleConsole.moment
    console.take(.feed(.read))
    console.take(.tick(start + .seconds(59)))
    console.take(.feed(.failed))
    #expect(!console.text(80, 24).contains("NO DATA"))
    console.take(.tick(start + .minutes(3)))
    console.take(.feed(.failed))
    #expect(console.rows(80, 24)[0].contains("NO DATA 3 min"))
    #expect(console.state.plainLines(glyphs: .unicode)[0].contains("NO DATA 3 min"))
    console.take(.feed(.read))
    #expect(!console.text(80, 24).contains("NO DATA"))
    // A store that is gone is said at once.
    console.take(.feed(.gone))
    #expect(console.rows(80, 24)[0].contains("NO DATA"))
  }

  @Test("It says that it is no alarm system: on the ward, in the help, on the page about it")
  func notAnAlarm() {
    var console = SampleConsole.watched
    #expect(console.text(120, 40).contains("not an alarm system"))
    console.press("?")
    #expect(console.text(80, 24).contains("not an alarm system"))
    console.press("Esc", "G")
    #expect(console.text(80, 24).contains("not an alarm system"))
  }

  @Test("Every word about alerts has an English text")
  func words() {
    for word in AlertWord.allCases { #expect(AlertCatalogue.english.has(word), "\(word)") }
  }
}
