import Clinical
import Grading
import TestSupport
import Testing

/// The other scales asked of a course, at a time.
@Suite("Other scales of a course")
struct ScaleCourseTests {
  private func ask(_ history: History, _ scale: String, _ hours: Double) throws -> ScaleResult {
    let scale = try #require(OtherScale.named(scale))
    return scale.result(ScaleRecord(history.graded, at: History.at(hours)))
  }

  private func why(_ result: ScaleResult, _ name: String) -> String? {
    result.missing.first { $0.name == name }?.why
  }

  // MARK: NEWS2

  private var well: History {
    var h = History()
    h.normal(10)
    h.ice(10, 10)
    return h
  }

  @Test("NEWS2 names each input with its value as written, unit and event")
  func newsInputs() throws {
    let result = try ask(well, "NEWS2", 11)
    #expect(result.score == 0 && result.verdict == "low" && result.missing == [])
    let rate = try #require(result.inputs.first { $0.name == "respiratoryRate" })
    #expect(rate.text == "16" && rate.unit == "/min" && rate.at == History.at(10))
    #expect(rate.events.count == 1)
    #expect(result.inputs.first { $0.name == "oxygen" }?.text == "no oxygen was ever entered")
  }

  @Test("A reading 8 h old is expired: no score, and it says so")
  func newsExpired() throws {
    #expect(try ask(well, "NEWS2", 17.9).score == 0)
    let late = try ask(well, "NEWS2", 18)
    #expect(late.score == nil && why(late, "temperature") == "expired")
  }

  @Test("Without a birth date there is no NEWS2; at 15 it is not for the patient")
  func newsAge() throws {
    var unknown = History(age: nil)
    unknown.normal(10)
    unknown.ice(10, 10)
    #expect(why(try ask(unknown, "NEWS2", 11), "age") == "no birth date")
    var child = History(age: 15)
    child.normal(10)
    let result = try ask(child, "NEWS2", 11)
    #expect(result.score == nil && result.notApplicable == "under 16: use the site's PEWS")
  }

  @Test(
    "Lost orientation is new confusion; a lost point of writing is not",
    arguments: [
      (ICE(orientation: 3, naming: 3, commands: 1, writing: 1, attention: 1), 3),
      (ICE(orientation: 4, naming: 3, commands: 1, writing: 0, attention: 1), 0),
      (ICE(status: .unarousable), 3),
    ])
  func newsConfusion(_ ice: ICE, _ score: Int) throws {
    var h = well
    h.add(10.5, .ice(ice))
    #expect(try ask(h, "NEWS2", 11).score == DecimalNumber(score))
  }

  // MARK: Laboratory

  private func lab(
    _ history: inout History, _ hours: Double, _ results: [(LabVariable, Double, String)],
    upper: Double? = nil
  ) {
    history.add(
      hours,
      .lab(
        Lab(
          results: results.map {
            LabResult(
              code: $0.0.rawValue, value: .of($0.1), unit: $0.2,
              upper: upper.map { DecimalNumber.of($0) })
          })))
  }

  @Test("EASIX of the newest results, for 48 h; afterwards missing, never 0")
  func easix() throws {
    var h = History()
    lab(
      &h, 20,
      [
        (.lactateDehydrogenase, 250, "U/L"), (.creatinine, 70.72, "umol/L"),
        (.platelets, 120, "10*9/L"), (.cReactiveProtein, 35, "mg/L"),
      ])
    #expect(try ask(h, "EASIX", 21).score == DecimalNumber.of(1.667))
    #expect(try ask(h, "m-EASIX", 67.9).score == DecimalNumber.of(7.292))
    let late = try ask(h, "m-EASIX", 68)
    #expect(late.score == nil && why(late, "crp") == "expired")
    #expect(why(try ask(h, "EASIX", 10), "ldh") == "not recorded")
  }

  @Test("Before lymphodepletion: the last result before its day, not earlier than day -14")
  func hematotox() throws {
    let counts: [(LabVariable, Double, String)] = [
      (.platelets, 110, "10*9/L"), (.neutrophils, 0.95, "10*9/L"), (.haemoglobin, 101, "g/L"),
      (.cReactiveProtein, 42, "mg/L"), (.ferritin, 540, "ug/L"),
    ]
    var h = History()
    #expect(why(try ask(h, "CAR-HEMATOTOX", 1), "crp") == "no lymphodepletion on record")
    let first = try #require(CalendarDate(year: 2026, month: 2, day: 24))
    h.addDay(first, .lymphodepletion(Lymphodepletion(drug: "fludarabine")))
    // Days -15, -7 and -4: only the second is before lymphodepletion and not too early.
    lab(&h, -15 * 24, counts.map { ($0.0, $0.1 * 3, $0.2) })
    #expect(
      why(try ask(h, "CAR-HEMATOTOX", 1), "crp")
        == "no result between day -14 and lymphodepletion")
    lab(&h, -7 * 24, counts)
    lab(&h, -4 * 24, [(.platelets, 20, "10*9/L")])
    #expect(try ask(h, "CAR-HEMATOTOX", 1).score == 3)
  }

  @Test("Blood of the day of lymphodepletion: the first of the day was drawn before it")
  func hematotoxSameDay() throws {
    var h = History()
    let first = try #require(CalendarDate(year: 2026, month: 2, day: 24))
    h.addDay(first, .lymphodepletion(Lymphodepletion(drug: "fludarabine")))
    // Day -5 at 10:00 and 18:00.
    for (hours, platelets) in [(-5.0 * 24, 110.0), (-5 * 24 + 8, 60)] {
      lab(
        &h, hours,
        [
          (.platelets, platelets, "10*9/L"), (.lactateDehydrogenase, 220, "U/L"),
          (.creatinine, 1, "mg/dL"),
        ])
    }
    #expect(try ask(h, "EASIX-pre", 1).score == 2)
  }

  @Test("Early ICAHT counts days by the site's calendar, so far")
  func icaht() throws {
    var h = History()
    for day in 0...9 { lab(&h, Double(day) * 24, [(.neutrophils, day >= 2 ? 0.3 : 2, "10*9/L")]) }
    let so = try ask(h, "ICAHT-early", 8 * 24 + 1)
    #expect(so.grade == 2 && so.verdict == "so far, to day 8")
    #expect(try ask(h, "ICAHT-early", 7 * 24 + 1).grade == 1)
    #expect(try ask(h, "ICAHT-early", -1).notApplicable == "before the infusion")
    #expect(try ask(h, "ICAHT-late", 200).notApplicable == "from day 31 on")
  }

  @Test("IEC-HS: the console suspects, the grade is the one that a clinician entered")
  func iecHS() throws {
    var h = History()
    lab(&h, -30, [(.ferritin, 300, "ug/L")], upper: 400)
    lab(
      &h, 200, [(.ferritin, 12_000, "ug/L")], upper: 400)
    h.add(201, .finding(Clinical.Finding(name: "haemophagocytosis", present: true)))
    let result = try ask(h, "IEC-HS", 210)
    #expect(result.verdict == "to be suspected" && result.grade == nil)
    h.add(205, .adjudication(Adjudication(scale: "IEC-HS", grade: 3)))
    #expect(try ask(h, "IEC-HS", 210).grade == 3)
    #expect(try ask(h, "IEC-HS", 204).grade == nil)
  }

  // MARK: CRS beside ASTCT

  private func feverish(_ more: (inout History) -> Void) -> History {
    var h = History()
    h.add(-47, .patient(PatientDetails(weight: Quantity(60, .kilogram))))
    h.vitals(10, t: 38.6, sys: 84, spo2: 97, hr: 110, rr: 20)
    more(&h)
    return h
  }

  private func norepinephrine(_ rate: Double, _ unit: Clinical.Unit = .microgramPerKilogramMinute)
    -> Content
  {
    .vasopressor(
      Vasopressor(
        agent: .norepinephrine, action: .start, rate: Quantity(.of(rate), unit)))
  }

  @Test("Organ toxicity is not carried by events: a lower bound, and what is missing")
  func lowerBound() throws {
    let h = feverish { $0.bolus(10.2) }
    let lee = try ask(h, "Lee-2014", 11)
    #expect(lee.grade == nil && lee.bounds == 2...4)
    #expect(lee.missing.map(\.name) == ["organGrade", "transaminaseGrade"])
    #expect(try ask(h, "MSKCC", 11).grade == 1)
    #expect(h.crs(11).grade == 2)
  }

  @Test(
    "A high dose is 20 ug/min of norepinephrine for 3 h, by weight",
    arguments: [
      // 60 kg: 0.333 is 19.98, 0.334 is 20.04 ug/min.
      (0.333, 13.5, 2), (0.334, 13.5, 3), (0.334, 13.4, 2),
    ])
  func highDose(_ rate: Double, _ hours: Double, _ grade: Int) throws {
    let h = feverish { $0.add(10.5, norepinephrine(rate)) }
    #expect(try ask(h, "Lee-2014", hours).bounds?.lowerBound == grade)
    #expect(try ask(h, "Penn", hours).bounds?.lowerBound == grade + 1)
  }

  @Test("Vasopressin with 10 ug/min of norepinephrine is a high dose; Penn counts it alone")
  func vasopressin() throws {
    func course(_ rate: Double?) -> History {
      feverish {
        $0.pressor(10.5, .vasopressin)
        if let rate { $0.add(10.5, norepinephrine(rate, .microgramPerMinute)) }
      }
    }
    #expect(try ask(course(nil), "Penn", 11).grade == 4)
    let alone = try ask(course(nil), "Lee-2014", 14)
    #expect(alone.bounds?.lowerBound == 2)
    let high = try ask(course(10), "Lee-2014", 14)
    #expect(high.inputs.first { $0.name == "highDose" }?.value == .flag(true))
    let low = try ask(course(9.9), "Lee-2014", 14)
    #expect(low.inputs.first { $0.name == "highDose" }?.value == .flag(false))
  }

  @Test("A rate that was not recorded, or a rate per kg without a weight, leaves the dose open")
  func unknownDose() throws {
    let unrecorded = feverish { $0.pressor(10.5, .norepinephrine) }
    let lee = try ask(unrecorded, "Lee-2014", 14)
    #expect(why(lee, "highDose") == "the rate of norepinephrine was not recorded")
    var light = History()
    light.vitals(10, t: 38.6, sys: 84, spo2: 97)
    light.add(10.5, norepinephrine(0.4))
    #expect(
      why(try ask(light, "Lee-2014", 14), "highDose")
        == "the rate of norepinephrine needs the weight")
    let metaraminol = feverish { $0.pressor(10.5, .metaraminol) }
    #expect(
      why(try ask(metaraminol, "Lee-2014", 14), "highDose")
        == "no high dose is defined for metaraminol")
  }

  @Test("A push dose is a vasopressor for 1 h, at a low dose")
  func pushDose() throws {
    let h = feverish { $0.pressor(10.5, .phenylephrine, .bolus) }
    #expect(try ask(h, "MSKCC", 11.4).grade == 2)
    #expect(try ask(h, "MSKCC", 11.5).grade == 1)
    #expect(try ask(h, "CTCAE-CRS", 11).bounds?.lowerBound == 3)
  }

  @Test(
    "A drug for another cause counts in no scale, however its rate changes; an inotrope is none")
  func otherCause() throws {
    let h = feverish {
      $0.pressor(10.5, .norepinephrine, for: .sepsis)
      $0.pressor(10.8, .norepinephrine, .change)
      $0.pressor(10.6, .dobutamine)
    }
    #expect(try ask(h, "MSKCC", 11).grade == 1)
    #expect(try ask(h, "Lee-2014", 11).bounds?.lowerBound == 2)
  }

  @Test("MSKCC by the hours since any vasopressor has run without a break")
  func hours() throws {
    let h = feverish {
      $0.pressor(10.5, .norepinephrine)
      $0.pressor(20, .epinephrine)
      $0.pressor(21, .norepinephrine, .stop)
      for hour in stride(from: 14.0, through: 40, by: 4) {
        $0.vitals(hour, t: 38.2, sys: 95, spo2: 97)
      }
    }
    #expect(try ask(h, "MSKCC", 34.4).bounds?.lowerBound == 2)
    #expect(try ask(h, "MSKCC", 34.5).bounds?.lowerBound == 3)
  }

  @Test(
    "Oxygen without FiO2 leaves 2 or 3 open; with it the 40 % decide",
    arguments: [
      (nil, "2-3"), (39.0, "2"), (40.0, "3"),
    ])
  func oxygen(_ fio2: Double?, _ grade: String) throws {
    var h = History()
    h.vitals(10, t: 38.6, sys: 120, spo2: 92)
    h.add(
      10.2,
      .oxygen(
        Oxygen(
          device: .nasalCannula, flow: Quantity(4, .litrePerMinute),
          fio2: fio2.map { Quantity(.of($0), .percent) })))
    #expect(try ask(h, "MSKCC", 11).gradeText == grade)
    #expect(try ask(h, "Penn", 11).grade == 3)
  }

  @Test("CPAP is 3 by Penn and 4 by ASTCT")
  func cpap() throws {
    var h = History()
    h.vitals(10, t: 38.6, sys: 120, spo2: 92)
    h.oxygen(10.2, .cpap)
    #expect(try ask(h, "Penn", 11).grade == 3 && h.crs(11).grade == 4)
  }

  @Test("What is attributed to another cause counts in no scale")
  func attributed() throws {
    let h = feverish {
      $0.pressor(10.5, .norepinephrine)
      $0.attribute(10.6, .hypotension, .other)
    }
    #expect(try ask(h, "MSKCC", 11).grade == 1)
  }

  @Test("Without CRS every scale of it is 0; without a temperature none has a grade")
  func noCRS() throws {
    var none = History()
    none.normal(10)
    var blank = History()
    blank.vitals(10, sys: 120, spo2: 97)
    for scale in ["Lee-2014", "Penn", "MSKCC", "CARTOX-CRS", "CTCAE-CRS"] {
      #expect(try ask(none, scale, 11).grade == 0)
      let open = try ask(blank, scale, 11)
      #expect(open.grade == nil && why(open, "crs") == "no temperature in force", "\(scale)")
    }
  }

  @Test("Death from CRS is 5 by every scale of it")
  func death() throws {
    let h = feverish { $0.add(12, .status(Status(state: .death, principalCause: .crs))) }
    for scale in ["Lee-2014", "Penn", "MSKCC", "CARTOX-CRS", "CTCAE-CRS"] {
      #expect(try ask(h, scale, 13).grade == 5)
    }
  }

  @Test("ICE is never converted to CARTOX-10: CRES is bounded by what else events carry")
  func cres() throws {
    var h = well
    let open = try ask(h, "CARTOX-CRES", 11)
    #expect(open.bounds == 0...3 && open.missing.map(\.name) == ["cartox10"])
    h.add(10.5, .motor(Motor(finding: .deepFocalWeakness)))
    #expect(try ask(h, "CARTOX-CRES", 11).grade == 4)
  }

  @Test("What a trainee wrote is marked until it is co-signed")
  func trainee() throws {
    var events = well.events
    for index in events.indices where events[index].kind == .vitals {
      events[index].role = .trainee
    }
    let course = GradedCourse(events, zone: History.zone)
    let scale = try #require(OtherScale.named("NEWS2"))
    let result = scale.result(ScaleRecord(course, at: History.at(11)))
    #expect(result.inputs.first { $0.name == "systolic" }?.awaitsCosignature == true)
    #expect(result.inputs.first { $0.name == "consciousness" }?.awaitsCosignature == false)
  }
}
