import Clinical
import Testing

import Console

@Suite("Oxygen, boluses, vasopressors, drugs")
struct TreatmentTests {
  @Test("a bolus of 500 mL for hypotension")
  func bolus() {
    var bench = Bench()
    bench.press("b")
    bench.type("500")
    bench.press("Tab")
    bench.type("h")
    bench.press("F2")
    #expect(
      bench.contents == [
        .fluidBolus(FluidBolus(volume: Quantity(500, .millilitre), indication: .hypotension))
      ])
  }

  @Test("a vasopressor by its abbreviation, with its rate in the unit that is printed")
  func vasopressor() {
    var bench = Bench()
    bench.press("P")
    bench.type("ne")
    bench.press("Tab")
    bench.type("s0.08")
    bench.press("F2")
    // It makes CRS at least 3 only with a fever on record; without one nothing is asked again.
    #expect(
      bench.contents == [
        .vasopressor(
          Vasopressor(
            agent: .norepinephrine, action: .start,
            rate: Quantity(
              DecimalNumber(tenths: 8).scaled(by: 1, over: 10, places: 2),
              .microgramPerKilogramMinute)))
      ])
  }

  @Test("a rate in mL/h has no meaning and is refused")
  func rateWithoutMeaning() {
    var bench = Bench()
    bench.press("P")
    bench.type("ne")
    bench.press("Tab")
    bench.type("s5 mL/h")
    bench.press("F2")
    #expect(bench.saved.isEmpty)
    #expect(bench.notice == .notAnAmount)
  }

  @Test("what runs is listed with its rate; stopping what does not run is marked")
  func running() {
    var bench = Bench([
      (
        Bench.moment("2026-03-07", 8),
        .vasopressor(
          Vasopressor(
            agent: .norepinephrine, action: .start,
            rate: Quantity(DecimalNumber(tenths: 1), .microgramPerKilogramMinute)))
      )
    ])
    bench.press("P")
    let screen = bench.screen(120, 40)
    #expect(screen.contains("norepinephrine"))
    #expect(screen.contains("0.1 mcg/kg/min"))
    bench.type("epi")
    bench.press("Tab")
    bench.type("x")
    #expect(bench.screen(120, 40).contains("epinephrine does not run"))
  }

  @Test("of two drugs outside the table the name tells which one runs")
  func otherAgents() {
    var bench = Bench([
      (
        Bench.moment("2026-03-07", 9),
        .vasopressor(Vasopressor(agent: .other, name: "novapressin", action: .start))
      )
    ])
    bench.press("P")
    bench.type("other")
    bench.press("Tab")
    bench.type("metaraminol")
    bench.press("Tab")
    bench.type("x")
    #expect(bench.screen(120, 40).contains("metaraminol does"))
  }

  @Test("the ledger shows a dose from the dated weight, and says that nothing is ordered")
  func ledger() {
    var bench = Bench()
    bench.press("m")
    bench.type("actemra")
    let screen = bench.plain.joined(separator: "\n")
    #expect(screen.contains("464 mg = 8 mg/kg x 58 kg"))
    #expect(screen.contains("Nothing is ordered here"))
    #expect(bench.value("drug") == .text("tocilizumab"))
  }

  static func doses(_ hours: [Int]) -> [(Instant, Content)] {
    hours.map { hour in
      (
        Bench.now - .hours(Int64(hour)),
        .medication(
          Medication(
            drug: "tocilizumab", drugClass: .anticytokine, dose: Quantity(464, .milligram)))
      )
    }
  }

  @Test("a dose within 8 h of the last needs a reason, and is then recorded")
  func tooSoon() {
    var bench = Bench(Self.doses([7]))
    bench.press("m")
    bench.type("toci")
    bench.press("Tab")
    bench.type("480")
    bench.press("F2")
    #expect(bench.saved.isEmpty)
    #expect(bench.form?.focus == "reason")
    #expect(bench.notice == .stopTooSoon)
    bench.press("F2")
    #expect(bench.saved.isEmpty)
    bench.type("second dose as agreed with Dr Moss")
    bench.press("F2")
    #expect(bench.saved.last?.items.first?.reason == "second dose as agreed with Dr Moss")
    #expect(bench.contents.count == 1)
  }

  @Test("8 h after the last dose nothing stops another")
  func eightHours() {
    var bench = Bench(Self.doses([8]))
    bench.press("m")
    bench.type("toci")
    bench.press("Tab")
    bench.type("464")
    bench.press("F2")
    #expect(bench.contents.count == 1)
  }

  @Test("a retracted dose frees its place at once")
  func retracted() {
    var bench = Bench(Self.doses([7]))
    let dose = bench.events.last?.id ?? EventID(high: 0, low: 0)
    bench.press("m")
    bench.type("toci")
    #expect(bench.form?.reading.spec("reason") != nil)
    let retraction = Event(
      id: EventID(high: 9, low: 9), patient: Bench.patient,
      at: .moment(Bench.now, utcOffset: 28_800), recordedAt: Bench.now, by: "zhao", role: .nurse,
      reason: "wrong patient", content: .retraction(Retraction(retracts: dose)))
    _ = bench.console.update(.events([retraction]))
    #expect(bench.form?.reading.spec("reason") == nil)
  }

  @Test("a drug that the table does not hold asks for its class")
  func unknownDrug() {
    var bench = Bench()
    bench.press("m")
    bench.type("novumab")
    bench.press("F2")
    #expect(bench.form?.focus == "class")
  }
}
