import Clinical
import Console
import Grading
import Outcomes
import Terminal
import Testing

@Suite("The Trial screen")
struct TrialScreenTests {
  @Test("c asks for the endpoints, says that they are being read, then shows them; Esc leads back")
  func opening() {
    var console = SampleConsole.watched
    console.press("c")
    #expect(console.effects.contains(.loadTrial))
    #expect(console.text(80, 24).contains("are being read"))
    console.take(.trial(TrialReading(TrialConsole.report)))
    #expect(console.text(80, 24).contains("20 infused, cut-off 2024-08-03 10:10"))
    console.press("Esc")
    #expect(console.state.screen == .ward)
  }

  @Test("nobody infused is said in words, not shown as tables of nothing")
  func nobody() {
    var console = SampleConsole.watched
    console.press("c")
    console.take(
      .trial(
        TrialReading(
          OutcomeReport(
            Cohort([], OutcomeQuestion(cutoff: TrialConsole.cutoff, zone: TrialConsole.zone))))))
    #expect(console.text(80, 24).contains("Nobody has been infused yet"))
  }

  @Test("what cannot be read is said, and what was read before stays")
  func failure() {
    var console = SampleConsole.watched
    console.press("c")
    console.take(.trialFailed("the store is gone"))
    #expect(console.text(80, 24).contains("could not be read: the store is gone"))
    #expect(console.text(80, 24).contains("leave this screen and come back"))
    #expect(!console.text(80, 24).contains("are being read"))
    console.press("Esc", "c")
    #expect(console.text(80, 24).contains("are being read"))
    var known = TrialConsole.read
    known.take(.trialFailed("the store is gone"))
    #expect(known.text(80, 24).contains("20 infused"))
  }

  @Test("what is read while the patients behind a line stand open is shown when they are closed")
  func pending() {
    var console = TrialConsole.at(.survival)
    console.press("Enter")
    let nobody = OutcomeReport(
      Cohort([], OutcomeQuestion(cutoff: TrialConsole.cutoff, zone: TrialConsole.zone)))
    console.take(.trial(TrialReading(nobody)))
    #expect(console.text(120, 40).contains("Behind: duration-of-response"))
    #expect(console.text(120, 40).contains("20 infused"))
    console.press("Esc")
    #expect(console.text(120, 40).contains("Nobody has been infused yet"))
  }

  @Test("Tab goes through every figure and round, Left back")
  func parts() {
    var console = TrialConsole.read
    var seen: [TrialState.Part] = []
    for _ in TrialState.Part.allCases {
      seen.append(console.state.trial.part)
      console.press("Tab")
    }
    #expect(seen == TrialState.Part.allCases)
    #expect(console.state.trial.part == .overview)
    console.press("Left")
    #expect(console.state.trial.part == .concordance)
  }

  @Test("every line of a figure opens the patients behind it: as many as the figure counts")
  func behind() throws {
    let overview = try #require(TrialConsole.report.table(named: "overview"))
    for row in overview.rows.indices where overview.cell("unit", row) == .text("%") {
      guard case .count(let x)? = overview.cell("x", row), x > 0 else { continue }
      let lines = try #require(TrialConsole.report.behind(overview, row: row))
      let patients = Set(lines.rows.indices.compactMap { lines.patient($0)?.0 })
      #expect(patients.count == x, "\(overview.rows[row][0])")
    }
    let events = try #require(TrialConsole.report.table(named: "adverse-events"))
    for row in events.rows.indices {
      let lines = try #require(TrialConsole.report.behind(events, row: row))
      let patients = Set(lines.rows.indices.compactMap { lines.patient($0)?.0 })
      #expect(events.cell("subjects", row) == .count(patients.count))
    }
    let survival = try #require(TrialConsole.report.table(named: "survival"))
    for row in survival.rows.indices {
      let lines = try #require(TrialConsole.report.behind(survival, row: row))
      #expect(survival.cell("n", row) == .count(lines.rows.count))
      let happened = lines.rows.indices.count { lines.cell("event", $0) == .flag(true) }
      #expect(survival.cell("events", row) == .count(happened))
    }
    let cytokines = try #require(TrialConsole.report.table(named: "cytokines"))
    for row in cytokines.rows.indices {
      let lines = try #require(TrialConsole.report.behind(cytokines, row: row))
      #expect(cytokines.cell("patients", row) == .count(lines.rows.count))
    }
  }

  @Test(
    "in every figure each line that counts somebody opens patients, and with each an event of the record",
    arguments: TrialState.Part.allCases)
  func everyFigure(_ part: TrialState.Part) throws {
    let known = Set(TrialConsole.events.map(\.id))
    var console = TrialConsole.at(part)
    let count = console.state.trial.lines.count
    #expect(count > 0)
    for place in 0..<count {
      console.press("Enter")
      if let behind = console.state.trial.behind?.table {
        for row in behind.rows.indices {
          let (_, event) = try #require(behind.patient(row), "\(part), line \(place)")
          if let event {
            #expect(known.contains(event))
          } else {
            // Nothing happened: grade 0 throughout.
            #expect(behind.cell("worst", row) == .count(0), "\(part), line \(place)")
          }
        }
        console.press("Esc")
      } else {
        #expect(console.text(200, 50).contains("nothing stands behind"), "\(part), line \(place)")
      }
      console.press("Down")
    }
  }

  @Test("Enter shows the patients, Enter again opens one at the event, Esc leads back to the line")
  func opensPatient() throws {
    var console = TrialConsole.at(.survival)
    console.press("Down", "Down", "Enter", "Down")
    #expect(console.text(120, 40).contains("Behind: progression-free-survival"))
    let behind = try #require(console.state.trial.behind)
    let (patient, event) = try #require(behind.table.patient(1))
    _ = console.state.update(.command("trial.behind"))
    let own = TrialConsole.events.filter { $0.patient == patient || $0.patient == nil }
    console.take(.patient(PatientRecord(patient, events: own, zone: TrialConsole.zone)))
    #expect(console.state.screen == .patient)
    #expect(console.state.patient?.part == .events)
    #expect(console.state.patient?.chosen == event)
    console.press("Esc")
    #expect(console.state.screen == .trial)
    #expect(console.state.trial.behind?.row == 1)
    console.press("Esc")
    #expect(console.state.trial.behind == nil)
    #expect(console.state.trial.row == 2)
    console.press("Esc")
    #expect(console.state.screen == .ward)
  }

  @Test("a click chooses a line, a click on the chosen one opens it, a click on a tab shows it")
  func clicks() {
    var console = TrialConsole.read
    console.take(.click("line:3"))
    #expect(console.state.trial.row == 3)
    #expect(console.state.trial.behind == nil)
    console.take(.click("line:0"))
    console.take(.click("line:0"))
    #expect(console.state.trial.behind?.table.rows.count == 19)
    console.take(.click("behind:2"))
    #expect(console.state.trial.behind?.row == 2)
    console.take(.click("trial-part:grades"))
    #expect(console.state.trial.part == .grades)
    for strange in ["line:99", "line:x", "trial-part:none", "behind:0", "nothing"] {
      console.take(.click(strange))
    }
    #expect(console.state.trial.part == .grades)
  }

  @Test("f shows the next curve, and of the grades the other scale")
  func other() {
    var curves = TrialConsole.at(.survival)
    curves.press("f", "f")
    #expect(curves.text(120, 40).contains("─ progression-free-survival ─"))
    var grades = TrialConsole.at(.grades)
    #expect(grades.text(120, 40).contains("SIM-015 3"))
    grades.press("f")
    #expect(grades.text(120, 40).contains("SIM-015 0"))
    #expect(grades.text(120, 40).contains(" ICANS "))
  }

  @Test("the conventions stand under every figure, and why something cannot be given")
  func conventions() {
    for part in TrialState.Part.allCases {
      let text = TrialConsole.at(part).text(200, 50)
      #expect(text.contains("Conventions"), "\(part)")
      #expect(text.contains("Population: all 20 infused patients."), "\(part)")
    }
    var console = TrialConsole.at(.overview)
    for _ in 0..<10 { console.press("Down") }
    #expect(console.text(120, 40).contains("value: S(t) does not fall to 0.5"))
  }

  @Test("plain lines say every row of every figure")
  func plain() throws {
    for part in TrialState.Part.allCases {
      let lines = TrialConsole.at(part).state.plainLines(glyphs: .unicode).joined(separator: "\n")
      let name = try #require(
        [
          .overview: "overview", .swimmer: "patients", .survival: "survival",
          .grades: "grades-by-day", .cytokines: "cytokines", .expansion: "kinetics-listing",
          .events: "adverse-events", .concordance: "concordance",
        ][part])
      let table = try #require(TrialConsole.report.table(named: name))
      for row in table.rows { #expect(lines.contains(row[0].text ?? "-"), "\(part)") }
    }
  }

  @Test("every word stands in both languages, with the same places")
  func words() {
    for word in TrialWord.allCases {
      let english = TrialCatalogue.english[word]
      let chinese = TrialCatalogue.simplifiedChinese[word]
      #expect(english?.isEmpty == false, "\(word)")
      #expect(chinese?.isEmpty == false, "\(word)")
      #expect(
        Catalogue.places(in: english ?? "") == Catalogue.places(in: chinese ?? ""), "\(word)")
    }
  }
}
