import Clinical
import Testing

@testable import Outcomes

@Suite("Samples: visits, expansion, cytokines, clearance")
struct SampleTests {
  private static let nominal = OutcomeSettings.standardVisits

  @Test(
    "the visit whose window holds a day: half way between two the earlier",
    arguments: [
      (-2, nil), (-1, -1), (0, 0), (1, 1), (2, 1), (3, 4), (5, 4), (6, 7), (12, 10), (13, 14),
      (44, 28), (45, 60), (75, 60), (76, 90), (630, 540), (631, 720), (810, 720), (811, nil),
    ] as [(Int, Int?)])
  func visits(_ day: Int, _ visit: Int?) {
    #expect(AnalyteProfile.visit(of: day, Self.nominal) == visit)
  }

  @Test(
    "of several samples of a visit the nearest, of two equally near the earlier; of two at one time the later fact"
  )
  func nearest() throws {
    var patient = Invented()
    patient.lab(6.2, .carCopies, 10)
    patient.lab(8.2, .carCopies, 20)
    patient.lab(13, .carCopies, 30)
    patient.lab(14, .carCopies, 40)
    patient.lab(14, .carCopies, 50)
    let profile = try #require([patient].report().profiles[.carCopies]?.first)
    #expect(profile.points.map(\.value) == [1, 2, 3, 5])
    #expect(
      profile.visits(Self.nominal).map { "\($0.visit): \($0.point.value)" } == [
        "7: 1.0", "14: 5.0",
      ])
  }

  @Test("below the limit stands lowest, and is never 0 nor the limit")
  func belowLimit() throws {
    var low = Invented("CD7-001")
    low.lab(7, .carCopies, 500, .less)
    var lower = Invented("CD7-002")
    lower.lab(7, .carCopies, 100, lloq: 500)
    var high = Invented("CD7-003")
    high.lab(7, .carCopies, 90_000)
    let table = try #require([low, lower, high].report().table(named: "proliferation"))
    #expect(table.plain.contains("CAR copies, copies/ug|7|3|1|--|--|9000.00"))
    let median = try #require(table.rows.first { $0[1] == .count(7) })
    #expect(median[4] == .missing("below the limit of quantification"))
  }

  @Test(
    "kinetics of the record: days by the clock, persistence censored where the last sample is positive"
  )
  func kinetics() throws {
    var patient = Invented()
    patient.lab(-1, .carCopies, 990)
    for (day, value) in [(7.0, 40), (14, 160), (21, 80), (28, 40), (60, 20)] {
      patient.lab(day, .carCopies, value)
    }
    let report = [patient].report()
    let table = try #require(report.table(named: "kinetics-listing"))
    #expect(table.cell("cmax", 0) == .number(16, .significant(4)))
    #expect(table.cell("tmax", 0) == .number(14, .significant(4)))
    #expect(
      table.cell("auc0to90", 0)
        == .missing("the last sample is before day 90 and still quantifiable"))
    #expect(table.cell("persistenceCensored", 0) == .flag(true))
    #expect(table.cell("n", 0) == .count(5))
    let summary = try #require(report.table(named: "kinetics"))
    #expect(summary.plain.contains("CAR copies, copies/ug|Cmax|1|16.00|--|16.00|16.00|16.00"))
  }

  @Test("a cytokine's baseline, peak of the first month, fold change and area")
  func cytokine() throws {
    var patient = Invented()
    patient.lab(-6, .interleukin6, 900)
    patient.lab(-1, .interleukin6, 40)
    patient.lab(3, .interleukin6, 400)
    patient.lab(5, .interleukin6, 400)
    patient.lab(31, .interleukin6, 9000)
    let course = try #require([patient].report().cytokines[.interleukin6]?.first)
    #expect(course.profile.baseline?.value == 4)
    #expect(course.peak?.time == 3, "the first of ties; day 31 is no day of the first month")
    #expect(course.fold == 10)
    // From 4 up to 40, level, and straight up to 900 on day 31.
    let rise = 40 + 860 * 23 / 26.0
    let area = 66.0 + 80 + (40 + rise) / 2 * 23
    #expect(abs(try #require(course.auc0to28) - area) < 1e-9)
  }

  @Test("a peak above the upper limit is told as such, also beside an equal number")
  func cytokineAboveLimit() throws {
    var patient = Invented("CD7-001")
    patient.lab(-1, .interleukin6, 40)
    patient.lab(3, .interleukin6, 50_000)
    patient.lab(4, .interleukin6, 50_000, .greater)
    let course = try #require([patient].report().cytokines[.interleukin6]?.first)
    #expect(course.peak?.isAbove == true && course.peak?.mark == ">")
    #expect(course.peak?.time == 4)
  }

  @Test("what cannot be given of a cytokine says why")
  func cytokineReasons() throws {
    var none = Invented("CD7-001")
    none.lab(3, .interleukin6, 400)
    var below = Invented("CD7-002")
    below.lab(-1, .interleukin6, 25, .less)
    below.lab(3, .interleukin6, 400)
    var all = Invented("CD7-003")
    all.lab(-1, .interleukin6, 40)
    all.lab(3, .interleukin6, 25, .less)
    let courses = try #require([none, below, all].report().cytokines[.interleukin6])
    #expect(
      courses.map { $0.reason("fold") } == [
        "no sample before the infusion",
        "the sample before the infusion is below the limit of quantification",
        "no sample is above the limit of quantification",
      ])
    #expect(courses[2].peak?.isBelow == true)
    #expect(courses[0].reason("auc0to28") == "no sample before the infusion")
  }

  @Test(
    "cleared: below 1 per cent, confirmed by the next sample", arguments: [(9, true), (10, false)])
  func threshold(_ tenths: Int, _ isCleared: Bool) throws {
    var patient = Invented()
    patient.lab(-1, .cd7Percentage, 300)
    patient.lab(7, .cd7Percentage, tenths)
    patient.lab(14, .cd7Percentage, tenths)
    let course = try #require([patient].report().clearances.first)
    #expect(course.clearedAt == (isCleared ? 7 : nil))
    if !isCleared { #expect(course.reason == "no sample below the threshold in the first month") }
  }

  @Test("unconfirmed is not cleared; recovery ends the clearance, the last sample censors it")
  func recovery() throws {
    var unconfirmed = Invented()
    unconfirmed.lab(7, .cd7Percentage, 5)
    unconfirmed.lab(14, .cd7Percentage, 50)
    unconfirmed.lab(21, .cd7Percentage, 5)
    let open = try #require([unconfirmed].report().clearances.first)
    #expect(open.clearedAt == nil)
    #expect(open.reason == "no sample below the threshold was confirmed by the next")
    var back = Invented()
    for (day, value) in [(7.0, 5), (14, 5), (60, 50)] { back.lab(day, .cd7Percentage, value) }
    let course = try #require([back].report().clearances.first)
    #expect(course.clearedAt == 7 && course.duration == 53 && course.hasRecovered)
    let censored = try #require([back].report(20).clearances.first)
    #expect(censored.duration == 7 && !censored.hasRecovered)
  }

  @Test("counts speak where no percentage exists; below 2 per cent is not known to be below 1")
  func counts() throws {
    var patient = Invented()
    patient.lab(7, .cd7Cells, 49)
    patient.lab(14, .cd7Cells, 49)
    #expect([patient].report().clearances.first?.clearedAt == 7)
    var settings = OutcomeSettings()
    settings.clearedCells = 4
    #expect([patient].report(1000, settings).clearances.first?.clearedAt == nil)
    var vague = Invented()
    for day in [7.0, 14] { vague.lab(day, .cd7Percentage, 20, .less) }
    #expect([vague].report().clearances.first?.clearedAt == nil)
    var sure = Invented()
    for day in [7.0, 14] { sure.lab(day, .cd7Percentage, 10, .less) }
    #expect([sure].report().clearances.first?.clearedAt == 7)
  }
}
