import Clinical
import Testing

@testable import Outcomes

@Suite("Nothing observed after the cut-off enters")
struct CutoffTests {
  @Test("who is not infused by then is left out, and counted")
  func population() {
    let waiting = Invented("CD7-002", infused: false)
    #expect([Invented(), waiting].cohort().cases.map(\.id.text) == ["CD7-001"])
    #expect([Invented(), waiting].cohort().notInfused == 1)
    #expect([Invented()].cohort(-2).cases.isEmpty)
    #expect(
      [Invented(), waiting].report().population.hasSuffix(
        "all 1 infused patients; not infused and left out: 1."))
  }

  @Test("a relapse of the day after is not known, one of the day is")
  func events() throws {
    var patient = Invented()
    patient.response(28, .completeRemission)
    patient.response(60, .relapse)
    patient.status(50, .alive)
    let before = try #require([patient].report(59).timed[.progressionFree]?.first)
    #expect(before.end == .lastSeen)
    #expect(before.days == 50)
    let after = try #require([patient].report(60).timed[.progressionFree]?.first)
    #expect(after.end == .relapse)
    #expect(after.days == 60)
  }

  @Test("nobody infused: every table is made, no share is 0 of 0, and all say why")
  func nobody() throws {
    let report = [Invented]().report()
    for table in report.tables(listings: true) {
      for row in table.rows {
        let shares = row.count { if case .percent = $0 { true } else { false } }
        #expect(shares == 0, "\(table.name) gives a share of nobody")
      }
      #expect(!table.conventions.isEmpty, "\(table.name)")
    }
    let overview = try #require(report.table(named: "overview"))
    #expect(overview.cell("value", 0) == .missing("nobody to count among"))
  }

  @Test("each table and listing has a name of its own, and a line as wide as its columns")
  func names() throws {
    var patient = Invented()
    patient.temperature(2, 391)
    patient.response(28, .completeRemission, mrd: "negative")
    patient.add(3, .adjudication(Adjudication(scale: "CRS", grade: 1)))
    let report = [patient].report()
    let names = OutcomeReport.tableNames + OutcomeReport.listingNames
    #expect(Set(names).count == names.count)
    for name in names {
      let table = try #require(report.table(named: name))
      #expect(table.name == name)
      #expect(table.isListing == OutcomeReport.listingNames.contains(name), "\(name)")
      #expect(Set(table.columns.map(\.key)).count == table.columns.count, "\(name)")
      for row in table.rows { #expect(row.count == table.columns.count, "\(name)") }
    }
    #expect(report.table(named: "nothing") == nil)
  }
}
