import Clinical
import Testing

@testable import Outcomes

@Suite("Remission: best, and at month 3")
struct ResponseTests {
  private func course(_ build: (inout Invented) -> Void) throws -> ResponseCourse {
    var patient = Invented()
    build(&patient)
    let report = [patient].report()
    return try #require(report.responses[patient.id])
  }

  @Test(
    "month 3 is the assessment nearest to day 90 within 14 days",
    arguments: [(75, false), (76, true), (104, true), (105, false)])
  func window(_ day: Int, _ counts: Bool) throws {
    let course = try course { $0.response(day, .completeRemission) }
    #expect((course.atMonthThree != nil) == counts)
  }

  @Test("of two equally near the earlier, of others the nearer")
  func nearest() throws {
    let tie = try course {
      $0.response(95, .partialRemission)
      $0.response(85, .completeRemission)
    }
    #expect(tie.atMonthThree?.day == 85)
    let nearer = try course {
      $0.response(85, .completeRemission)
      $0.response(94, .partialRemission)
    }
    #expect(nearer.atMonthThree?.day == 94)
  }

  @Test("best is up to day 104, and before relapse or new therapy; transplant does not end it")
  func best() throws {
    let late = try course {
      $0.response(28, .partialRemission)
      $0.response(105, .completeRemission)
    }
    #expect(late.best?.response == .partialRemission)
    let relapsed = try course {
      $0.response(28, .completeRemissionIncomplete)
      $0.response(40, .relapse)
      $0.response(70, .completeRemission)
    }
    #expect(relapsed.best?.response == .completeRemissionIncomplete)
    let treated = try course {
      $0.response(28, .noResponse)
      $0.on(30, .newTherapy(NewTherapy(therapy: "venetoclax")))
      $0.response(60, .completeRemission)
    }
    #expect(treated.best?.response == .noResponse)
    let transplanted = try course {
      $0.response(28, .completeRemissionIncomplete)
      $0.on(50, .transplant(Transplant()))
      $0.response(60, .completeRemission)
    }
    #expect(transplanted.best?.response == .completeRemission)
    #expect(transplanted.best?.day == 60)
  }

  @Test("of several assessments of one day the least counts, and MRD is negative where all are")
  func sites() throws {
    let course = try course {
      $0.response(28, .completeRemission, mrd: "negative")
      $0.response(28, .partialRemission)
      $0.response(60, .completeRemission, mrd: "negative")
      $0.response(60, .notEvaluable)
      $0.response(90, .completeRemission, mrd: "negative")
      $0.response(90, .completeRemission, mrd: "0.02 %")
    }
    #expect(
      course.assessments.map(\.response) == [
        .partialRemission, .completeRemission, .completeRemission,
      ])
    #expect(course.assessments.map(\.isMRDNegative) == [true, true, false])
  }

  @Test(
    "of MRD what is no result is neither negative nor positive",
    arguments: [
      ("negative", true), ("阴性", true), ("positive", false), ("0.01 %", false),
      ("not done", nil), ("Pending", nil), ("未做", nil), (" ", nil),
    ] as [(String, Bool?)])
  func disease(_ text: String, _ isNegative: Bool?) throws {
    let course = try course { $0.response(28, .completeRemission, mrd: text) }
    #expect(course.assessments.map(\.isMRDNegative) == [isNegative])
  }

  @Test("not evaluable or not assessed counts as no response in the denominator")
  func denominator() throws {
    var responder = Invented("CD7-001")
    responder.response(28, .completeRemission, mrd: "negative")
    var unknown = Invented("CD7-002")
    unknown.response(28, .notEvaluable)
    let missing = Invented("CD7-003")
    var before = Invented("CD7-004")
    before.response(-10, .completeRemission)
    let table = try #require(
      [responder, unknown, missing, before].report().table(named: "response"))
    let best = table.plain.filter { $0.hasPrefix("best") }
    #expect(best[0] == "best|CR|1|0.25|0.01|0.81|4")
    #expect(best[4].hasPrefix("best|overall: CR + CRi + PR|1|0.25"))
    #expect(best[7].hasPrefix("best|not evaluable or not assessed|3|0.75"))
    #expect(best[8] == "best|MRD negative, of CR + CRi with a result|1|1.00|0.03|1.00|1")
    #expect(table.plain.last == "month 3|MRD negative, of CR + CRi with a result|0|--|--|--|0")
  }

  @Test("why there is no assessment at month 3")
  func reasons() throws {
    var died = Invented("CD7-001")
    died.status(40, .death)
    var relapsed = Invented("CD7-002")
    relapsed.response(50, .relapse)
    let unseen = Invented("CD7-003")
    let report = [died, relapsed, unseen].report()
    let table = try #require(report.table(named: "response-listing"))
    #expect(
      (0...2).map { table.cell("month3", $0) } == [
        .missing("died before month 3"), .missing("relapse before month 3"),
        .missing("no assessment within 14 days of day 90"),
      ])
    let early = try #require([unseen].report(40).table(named: "response-listing"))
    #expect(early.cell("month3", 0) == .missing("the cut-off is before month 3"))
  }
}
