import Clinical
import Grading
import Testing

@testable import Outcomes

@Suite("What was given for CRS and ICANS, and what stands behind their grades")
struct TreatedTests {
  /// A fever from day 3 at 10:00 to day 4, and a set without signs every 6 h to the end of day 8: CRS
  /// of grade 1 from day 3 to day 5.
  private func febrile(_ name: String = "CD7-001") -> Invented {
    var patient = Invented(name)
    for step in 1...32 {
      let day = Double(step) / 4
      patient.temperature(day, day >= 3 && day <= 4 ? 386 : 368)
    }
    return patient
  }

  @Test(
    "treated: given from the first moment at grade 1 or more, to before it fell to 0",
    arguments: [(2.99, false), (3, true), (4.99, true), (5, false)])
  func during(_ day: Double, _ counts: Bool) throws {
    var patient = febrile()
    patient.add(day, .medication(Medication(drug: "tocilizumab", drugClass: .anticytokine)))
    let course = try #require([patient].report().toxicity[patient.id]?[.crs])
    #expect(course.treatments.map(\.treatment) == (counts ? [.tocilizumab] : []))
  }

  @Test("what is given while both are there is for both, a pressor for CRS alone")
  func both() throws {
    var both = febrile()
    both.add(3.1, .ice(ICE(total: 8)))
    both.add(3.2, .medication(Medication(drug: "dexamethasone", drugClass: .corticosteroid)))
    both.add(3.3, .vasopressor(Vasopressor(agent: .norepinephrine, action: .start)))
    let courses = try #require([both].report().toxicity[both.id])
    #expect(courses[.crs]?.treatments.map(\.treatment) == [.corticosteroid, .vasopressor])
    #expect(courses[.icans]?.treatments.map(\.treatment) == [.corticosteroid])
    let table = try #require([both, febrile("CD7-002")].report().table(named: "toxicity"))
    let lines = table.plain.filter { $0.contains("treated with") }.map { $0.prefix { $0 != "." } }
    #expect(
      lines == [
        "CRS|treated with tocilizumab|0|0", "CRS|treated with other anticytokine|0|0",
        "CRS|treated with corticosteroid|1|0", "CRS|treated with vasopressor|1|0",
        "ICANS|treated with tocilizumab|0|0", "ICANS|treated with other anticytokine|0|0",
        "ICANS|treated with corticosteroid|1|0",
      ])
  }

  @Test("behind a graded CRS stand the readings with which it began and came to its worst")
  func events() throws {
    var patient = Invented()
    patient.temperature(2.75, 368)
    let fever = patient.add(
      3, .vitals(Vitals(temperature: Quantity(DecimalNumber(tenths: 386), .celsius))))
    let low = patient.add(
      3.5,
      .vitals(
        Vitals(
          temperature: Quantity(DecimalNumber(tenths: 386), .celsius),
          systolic: Quantity(82, .millimetreOfMercury), spo2: Quantity(98, .percent))))
    let report = [patient].report()
    let course = try #require(report.toxicity[patient.id]?[.crs])
    #expect(course.worst == 2)
    #expect(course.events == [fever, low])
    #expect(report.reported.entries.first?.events == [fever, low])
    let listing = try #require(report.table(named: "toxicity-listing"))
    #expect(listing.patient(0)?.1 == low, "the reading of the worst grade opens")
  }

  @Test("half a day is not rounded away: the median onset of days 3 and 4 is 3.5")
  func halfDay() throws {
    var late = Invented("CD7-002")
    late.temperature(4, 386)
    let table = try #require([febrile(), late].report().table(named: "toxicity"))
    let row = try #require(table.rows.firstIndex { $0[1] == .text("onset, day") })
    #expect(
      ["median", "minimum", "maximum"].map { table.cell($0, row)?.text } == ["3.5", "3", "4"])
  }
}
