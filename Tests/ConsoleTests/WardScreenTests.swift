import Clinical
import Console
import Grading
import Terminal
import Testing

@Suite("The ward on the screen")
struct WardScreenTests {
  @Test(
    "At 80x24 a line has bed, name, number, day, both grades, the top alert, what is due, fever and pressure"
  )
  func eighty() throws {
    let rows = SampleConsole.watched.rows(80, 24)
    #expect(rows.count == 24)
    #expect(
      rows[0].contains("VIGIL") && rows[0].contains("DEMO DATA") && rows[0].contains("04:30:00"))
    let head = rows[2]
    for column in [
      "Pri", "Bed", "Patient", "No.", "Day", "CRS", "Top alert", "Next", "T °C", "BP",
    ] {
      #expect(head.contains(column), "\(column)")
    }
    let line = try #require(rows.first { $0.contains("王芳") })
    for value in ["***", "B07", "00884471", "D+5", "hypotension", "12m", "38.4", "92/50"] {
      #expect(line.contains(value), "\(value)")
    }
  }

  @Test("At 80x24 a line under the ward says what its columns have no room for")
  func leadingCytokine() throws {
    var console = SampleConsole()
    for _ in 0..<16 {
      let rows = console.rows(80, 24)
      let chosen = try #require(rows.first { $0.contains("▸") && !$0.contains("VIGIL") })
      let row = try #require(
        console.state.ward.listing(at: SampleConsole.moment).rows.first {
          chosen.contains($0.summary.hospitalNumber ?? "?")
        })
      let code = try #require(row.leadingCytokine?.code)
      let label = try #require(LabVariable(rawValue: code)?.label)
      let number = try #require(row.summary.hospitalNumber)
      let line = try #require(
        rows.first { !$0.contains("▸") && $0.contains(number) && $0.contains("SpO2") })
      #expect(line.hasPrefix(row.summary.bed ?? "?") && line.contains(label), "\(line)")
      console.press("Down")
    }
  }

  @Test(
    "The most urgent come first: higher bound below, then above, then the oldest data, then bed")
  func order() {
    let listing = SampleConsole().state.ward.listing(at: SampleConsole.moment)
    let least = listing.rows.map { max($0.crs.atLeast ?? -1, $0.icans.atLeast ?? -1) }
    #expect(least == least.sorted(by: >))
    #expect(listing.rows.count == listing.inHouse)
    for (a, b) in zip(listing.rows, listing.rows.dropFirst())
    where max(a.crs.atLeast ?? -1, a.icans.atLeast ?? -1)
      == max(b.crs.atLeast ?? -1, b.icans.atLeast ?? -1)
    {
      #expect(
        max(a.crs.atMost ?? -1, a.icans.atMost ?? -1)
          >= max(b.crs.atMost ?? -1, b.icans.atMost ?? -1))
    }
  }

  @Test("Grades on the ward are those that the engine gives")
  func sameGrades() throws {
    for row in SampleConsole().state.ward.listing(at: SampleConsole.moment).rows {
      let known = SampleConsole.known(at: SampleConsole.moment)
        .filter { $0.patient == row.id || $0.patient == nil }
      let course = GradedCourse(known, zone: SampleConsole.zone)
      let assessment = course.assessment(at: SampleConsole.moment)
      #expect(row.crs.grade == assessment.crs.grade && row.crs.atLeast == assessment.crs.atLeast)
      #expect(row.icans.status == assessment.icans.status)
    }
  }

  @Test("A hidden patient is always counted, with the worst of them")
  func hidden() {
    var console = SampleConsole()
    console.press("/")
    console.type("Rossi")
    console.press("Enter")
    let rows = console.rows(80, 24)
    #expect(rows.contains { $0.contains("Sofia Rossi") })
    #expect(rows[1].contains("17 hidden, worst ≥4"))
    console.press("Esc")
    #expect(!console.text(80, 24).contains("hidden"))
  }

  @Test("Those not in house are one key away, and asked for only then")
  func outOfHouse() {
    var console = SampleConsole()
    console.state.ward.patients = console.state.ward.patients.filter {
      $0.value.summary.isInHouse(at: SampleConsole.moment, zone: SampleConsole.zone)
    }
    console.press("h")
    #expect(console.effects == [.loadOutOfHouse])
    console.take(.outOfHouse(SampleConsole.patients(at: SampleConsole.moment)))
    #expect(console.state.ward.listing(at: SampleConsole.moment).rows.count == 20)
    console.press("h", "h")
    #expect(console.effects == [.loadOutOfHouse], "read once")
  }

  @Test("What arrives while one looks does not move the choice")
  func arrival() throws {
    var console = SampleConsole()
    console.press("Down", "Down")
    let chosen = try #require(console.state.chosenRow?.id)
    let later = SampleConsole.moment + .hours(3)
    let news = SampleConsole.events.filter {
      let recorded = $0.recorded(in: SampleConsole.zone)
      return recorded > SampleConsole.moment && recorded <= later
    }
    #expect(!news.isEmpty)
    console.take(.tick(later))
    console.take(.events(news))
    #expect(console.state.chosenRow?.id == chosen)
    let stale = console.effects.compactMap { effect -> PatientID? in
      if case .refold(let id) = effect { id } else { nil }
    }
    #expect(Set(stale).count == stale.count, "each patient is folded anew at most once")
  }

  @Test("Pasted text never triggers commands")
  func paste() {
    var console = SampleConsole()
    let before = console.text(80, 24)
    console.take(.terminal(.paste("qqsG\n:quit\n")))
    #expect(console.effects.isEmpty && console.state.screen == .ward)
    console.press("Esc")
    #expect(console.text(80, 24) == before)
    console.press("/")
    console.take(.terminal(.paste("Rossi\nq")))
    #expect(console.state.ward.search.text == "Rossi q")
  }
}
