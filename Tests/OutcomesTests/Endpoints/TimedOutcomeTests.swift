import Clinical
import Testing

@testable import Outcomes

@Suite("From when to what: duration of response, progression-free and overall survival")
struct TimedOutcomeTests {
  private func outcome(
    _ analysis: SurvivalAnalysis, _ day: Int = 1000, _ build: (inout Invented) -> Void
  ) -> TimedOutcome? {
    var patient = Invented()
    build(&patient)
    return [patient].report(day).timed[analysis]?.first
  }

  private func text(_ outcome: TimedOutcome?) -> String {
    outcome.map { "\($0.from)+\($0.days) \($0.end.rawValue)" } ?? "none"
  }

  @Test(
    "relapse: response from its first assessment, survival without progression from the infusion")
  func relapse() {
    let build: (inout Invented) -> Void = {
      $0.response(30, .partialRemission)
      $0.response(60, .completeRemission)
      $0.response(100, .relapse)
      $0.response(150, .completeRemission)
      $0.status(200, .death)
    }
    #expect(text(outcome(.durationOfResponse, 1000, build)) == "30+70 relapse")
    #expect(text(outcome(.progressionFree, 1000, build)) == "0+100 relapse")
    #expect(text(outcome(.overall, 1000, build)) == "0+200 death")
    #expect(text(outcome(.overall, 199, build)) == "0+150 last seen")
  }

  @Test("no response alone is no event, and in the sensitivity analysis it is")
  func noResponse() {
    let build: (inout Invented) -> Void = {
      $0.response(28, .noResponse)
      $0.status(80, .alive)
    }
    #expect(text(outcome(.durationOfResponse, 1000, build)) == "none")
    #expect(text(outcome(.progressionFree, 1000, build)) == "0+80 last seen")
    #expect(text(outcome(.progressionFreeNoResponse, 1000, build)) == "0+28 no response")
    let late: (inout Invented) -> Void = {
      $0.response(14, .noResponse)
      $0.response(28, .completeRemission)
    }
    #expect(text(outcome(.progressionFreeNoResponse, 1000, late)) == "0+28 last seen")
  }

  @Test("transplant and new therapy censor in the sensitivity analyses alone")
  func therapy() {
    let build: (inout Invented) -> Void = {
      $0.response(30, .completeRemission)
      $0.on(50, .transplant(Transplant()))
      $0.on(70, .newTherapy(NewTherapy(therapy: "x")))
      $0.response(100, .relapse)
    }
    #expect(text(outcome(.progressionFree, 1000, build)) == "0+100 relapse")
    #expect(text(outcome(.progressionFreeCensoredAtTherapy, 1000, build)) == "0+50 transplant")
    #expect(text(outcome(.durationCensoredAtTherapy, 1000, build)) == "30+20 transplant")
    let sameDay: (inout Invented) -> Void = {
      $0.response(50, .relapse)
      $0.on(50, .newTherapy(NewTherapy(therapy: "x")))
    }
    #expect(text(outcome(.progressionFreeCensoredAtTherapy, 1000, sameDay)) == "0+50 relapse")
  }

  @Test(
    "the living are censored at the last status, response or stay; an open stay reaches to the last observation"
  )
  func lastSeen() {
    #expect(text(outcome(.overall) { $0.status(40, .alive) }) == "0+40 last seen")
    #expect(text(outcome(.overall) { $0.response(45, .noResponse) }) == "0+45 last seen")
    #expect(
      text(outcome(.overall) { $0.add(20, .stay(Stay(action: .discharge))) }) == "0+20 last seen")
    #expect(
      text(
        outcome(.overall) {
          $0.add(-5, .stay(Stay(action: .admission)))
          $0.temperature(12, 368)
        }) == "0+12 last seen")
    // At home again what was measured elsewhere is no stay.
    #expect(
      text(
        outcome(.overall) {
          $0.add(-5, .stay(Stay(action: .admission)))
          $0.add(20, .stay(Stay(action: .discharge)))
          $0.temperature(25, 368)
        }) == "0+20 last seen")
    #expect(text(outcome(.overall) { $0.status(60, .lostToFollowUp) }) == "0+60 last seen")
    #expect(text(outcome(.overall) { _ in }) == "0+0 last seen")
  }

  @Test(
    "death on the day of the infusion is an event at time zero; relapse and death on one day is relapse"
  )
  func zero() throws {
    let death = try #require(outcome(.overall) { $0.status(0, .death) })
    #expect(text(death) == "0+0 death")
    #expect(death.time == SurvivalTime(0, isEvent: true))
    #expect(
      text(
        outcome(.progressionFree) {
          $0.response(70, .relapse)
          $0.status(70, .death)
        }) == "0+70 relapse")
  }

  @Test("five patients, worked by hand: medians in months, numbers at risk, competing risks")
  func fivePatients() throws {
    var cohort: [Invented] = []
    for (n, day) in [100, 200, 300, 400].enumerated() {
      var patient = Invented("CD7-00\(n)")
      patient.response(28, .completeRemission)
      if n % 2 == 0 { patient.response(day, .relapse) } else { patient.status(day, .death) }
      cohort.append(patient)
    }
    var alive = Invented("CD7-009")
    alive.status(800, .alive)
    cohort.append(alive)
    let report = cohort.report()
    // S: 0.8, 0.6, 0.4 at day 300.
    let survival = try #require(report.table(named: "survival"))
    let row = try #require(survival.rows.firstIndex { $0[0] == .text("progression-free-survival") })
    #expect(survival.cell("median", row) == .number(300 / 30.4375, .places(1)))
    #expect(survival.cell("events", row) == .count(4))
    let marks = try #require(report.table(named: "survival-landmarks"))
    #expect(
      marks.plain.filter { $0.hasPrefix("progression-free-survival|") }.map {
        $0.prefix { $0 != "." }
      } == [
        "progression-free-survival|6|4|0", "progression-free-survival|12|2|0",
        "progression-free-survival|24|1|0",
      ])
    let risks = try #require(report.table(named: "competing-risks"))
    #expect(
      risks.plain == [
        "100|3.29|5|1|0|0|0.20|0.01|0.58|0.00|--|--|0.80",
        "200|6.57|4|0|1|0|0.20|0.01|0.58|0.20|0.01|0.58|0.60",
        "300|9.86|3|1|0|0|0.40|0.05|0.75|0.20|0.01|0.58|0.40",
        "400|13.14|2|0|1|0|0.40|0.05|0.75|0.40|0.05|0.75|0.20",
        "800|26.28|1|0|0|1|0.40|0.05|0.75|0.40|0.05|0.75|0.20",
      ])
  }
}
