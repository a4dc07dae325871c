import Clinical
import Grading
import TestSupport
import Testing

@Suite("Courses in time")
struct CoursesInTimeTests {
  @Test(
    "Days are calendar days: one of 23 or 25 hours counts one",
    arguments: [
      // New York: clocks go forward on 8 March and back on 1 November 2026.
      (7, 3, "2026-03"), (31, 10, "2026-10"),
    ])
  func clockChange(_ day: Int, _ month: Int, _ name: String) throws {
    let zone = try #require(Zone(identifier: "America/New_York"))
    let date = try #require(CalendarDate(year: 2026, month: month, day: day))
    let infusion = zone.startOfDay(date) + .hours(23)
    let event = Event(
      id: EventID(high: 1, low: 1), patient: History.patient,
      at: .moment(infusion, utcOffset: 0), content: .infusion(Infusion(product: "anti-CD7")))
    let course = GradedCourse([event], zone: zone)
    for n in 0...16 {
      let start = zone.startOfDay(number: date.dayNumber + Int64(n))
      if n > 0 {
        #expect(course.assessment(at: start).day == n)
        #expect(
          course.assessment(at: Instant(microseconds: start.microseconds - 1)).day == n - 1)
      }
    }
    // The day after the change began 22 or 24 hours into its predecessor's clock, not 23.
    let lengths = (0...2).map { n in
      zone.startOfDay(number: date.dayNumber + Int64(n) + 1)
        - zone.startOfDay(number: date.dayNumber + Int64(n))
    }
    #expect(lengths.contains(month == 3 ? .hours(23) : .hours(25)))
  }

  @Test("In Shanghai the day changes at 16:00 UTC; a second infusion does not begin anew")
  func shanghai() throws {
    let zone = try #require(Zone(identifier: "Asia/Shanghai"))
    var h = History()
    h.add(30, .infusion(Infusion(product: "anti-CD7 CAR-T")))
    let course = GradedCourse(h.events, zone: zone)
    // Infused at 10:00 on 1 March.
    #expect(course.assessment(at: History.at(13.99)).day == 0)
    #expect(course.assessment(at: History.at(14)).day == 1)
    #expect(course.assessment(at: History.at(40)).day == 2)
    #expect(course.assessment(at: History.at(-10.01)).day == nil)
    #expect(course.changes(through: History.at(50)).first?.at == History.infusion)
  }

  @Test("An onset after day 14 is accepted and asks for another cause")
  func lateOnset() {
    // Day 15 begins 14 h into the last of 14 days after an infusion at 10:00.
    let limit = 14.0 + 14 * 24
    for (hour, isLate) in [(limit - 0.01, false), (limit, true)] {
      var h = History()
      h.vitals(hour, t: 38.5, sys: 118, spo2: 97)
      #expect(h.crs(hour).grade == 1)
      #expect(h.crs(hour).flags == (isLate ? ["lateOnsetReview"] : []))
    }
  }

  @Test("Limits are reached at exactly their time: eight, thirteen, four and one hours")
  func limits() {
    var h = History()
    h.vitals(10, t: 38.5, sys: 118, spo2: 97)
    h.ice(10, 8)
    func hair(_ hours: Double) -> Instant {
      Instant(microseconds: History.at(hours).microseconds - 1)
    }
    #expect(h.graded.assessment(at: hair(18)).crs.grade == 1)
    #expect(h.crs(18).status == .indeterminate)
    #expect(h.graded.assessment(at: hair(23)).icans.grade == 1)
    #expect(h.icans(23).status == .indeterminate)
    var push = History()
    push.vitals(10, t: 38.5, sys: 118, spo2: 97)
    push.pressor(10, .phenylephrine, .bolus)
    #expect(push.graded.assessment(at: hair(11)).crs.grade == 3)
    #expect(push.crs(10).status == .provisional && push.crs(11).grade == 1)
  }

  @Test("A seizure is over with what is observed 24 h after its end, not a hair sooner")
  func seizureEnd() {
    for (early, grade) in [(0.0, 0), (1.0 / 3_600_000_000, 3)] {
      var h = History()
      h.seizure(10, seconds: 60, resolved: true, returned: true)
      h.ice(34 + 1 / 60.0 - early, 10)
      #expect(h.icans(34.1).grade == grade)
    }
  }

  @Test("Missing says which domain, since when and why")
  func missing() {
    var h = History()
    h.vitals(10, t: 38.5, spo2: 97)
    h.ice(10, 8)
    h.add(19, .notDone(NotDone(what: .vitals, because: .asleep)))
    h.ice(20, .refused)
    let early = h.crs(12)
    #expect(early.missing.map(\.domain) == [.hypotension])
    #expect(early.missing.first?.why == .neverRecorded)
    #expect(early.missing.first?.since == History.infusion)
    let crs = h.crs(18.5)
    // The fever is known for its 24 h, though the reading has run out.
    #expect(crs.missing.map(\.domain) == [.hypotension, .hypoxia])
    #expect(crs.missing.map(\.why) == [.neverRecorded, .expired])
    #expect(crs.missing.last?.since == History.at(18))
    #expect(h.crs(19).missing.map(\.why) == [.notDone, .notDone])
    #expect(h.crs(19).missing.first?.since == History.at(19))
    #expect(h.crs(34).missing.map(\.domain) == [.fever, .hypotension, .hypoxia])
    let icans = h.icans(24)
    #expect(icans.missing.first?.domain == .cognition && icans.missing.first?.why == .refused)
    #expect(icans.missing.first?.since == History.at(20))
  }

  @Test("The last grade is kept with its time while there is none; a fever still bounds from below")
  func last() {
    var h = History()
    h.vitals(10, t: 38.5, sys: 118, spo2: 97)
    h.bolus(12)
    h.vitals(12.5, sys: 96)
    let silent = h.crs(21)
    #expect(silent.status == .indeterminate && silent.grade == nil)
    #expect(silent.atLeast == 1 && silent.atMost == 4)
    #expect(silent.last?.grade == 1)
    #expect(h.crs(14).last == nil, "there is a grade")
  }

  @Test("The worst of 24 h takes in what was carried into the window, and no more")
  func worst() {
    var h = History()
    h.vitals(10, t: 38.5, sys: 118, spo2: 97)
    h.oxygen(10, .bipap)
    for hour in stride(from: 14.0, through: 80, by: 4) {
      h.vitals(hour, t: 38.2, sys: 118, spo2: 97)
    }
    h.oxygen(30, .nasalCannula, flow: 2)
    h.oxygen(40, .roomAir)
    #expect(h.crs(50).worst24h == 4, "4 until 30 h, inside the window")
    #expect(h.crs(53.99).worst24h == 4)
    #expect(h.crs(54.01).worst24h == 2)
    #expect(h.crs(64.01).worst24h == 1)
  }

  @Test("An attribution lapses when its sign has been gone for 24 h, and then counts again")
  func lapseByAbsence() {
    var h = History()
    h.vitals(10, t: 38.5, sys: 80, spo2: 97)
    h.attribute(12, .hypotension, .other)
    for hour in [14.0, 18, 22, 26, 30, 33.9] { h.vitals(hour, t: 38.2, sys: 118, spo2: 97) }
    h.vitals(34, t: 38.2, sys: 80, spo2: 97)
    let again = h.crs(34)
    // Last low at 10 h: gone for 24 h at 34 h, two hours before the attribution's own end.
    #expect(again.grade == 2 && again.flags.contains("attributionLapsed"))
  }

  @Test("A fever that was attributed at its own time opens nothing, and never does later")
  func attributedFever() {
    var h = History()
    h.attribute(9, .fever, .other)
    h.vitals(10, t: 39, sys: 118, spo2: 97)
    #expect(h.crs(10).grade == 0 && h.crs(10).episode == nil)
    h.attribute(12, .fever, .crs)
    #expect(h.crs(12).grade == 0)
    h.vitals(13, t: 38.1, sys: 118, spo2: 97)
    #expect(h.crs(13).grade == 1)
  }

  @Test("An attribution that was renewed holds on")
  func renewed() {
    var h = History()
    h.vitals(10, t: 38.5, sys: 118, spo2: 97)
    h.pressor(10, .norepinephrine)
    h.attribute(11, .hypotension, .other)
    h.attribute(34, .hypotension, .other)
    for hour in stride(from: 14.0, through: 58, by: 4) {
      h.vitals(hour, t: 38.5, sys: 118, spo2: 97)
    }
    #expect(h.crs(36).grade == 1 && h.crs(57.9).grade == 1 && h.crs(58).grade == 3)
  }

  @Test("An adjudication of the same instant is beside the grade computed then")
  func adjudicationOfTheInstant() {
    var h = History()
    h.add(10, .adjudication(Adjudication(scale: "ASTCT-CRS-2019", grade: 2)), by: "lee")
    h.vitals(10, t: 38.5, sys: 118, spo2: 97)
    #expect(h.crs(10).grade == 1 && h.crs(10).adjudicated?.grade == 2)
    #expect(h.crs(17.99).adjudicated?.grade == 2)
    #expect(h.crs(18).adjudicated == nil, "the computed grade ran out")
  }

  @Test("A death known by the day alone ends the course with that day's last grade")
  func deathByDay() {
    var h = History()
    h.vitals(10, t: 38.5, sys: 118, spo2: 97)
    let date = CalendarDate(year: 2026, month: 3, day: 2)
    if let date { h.addDay(date, .status(Status(state: .death, principalCause: .infection))) }
    // The second of March begins 14 h after the infusion.
    h.vitals(16, t: 38.5, sys: 118, spo2: 97)
    h.pressor(17, .norepinephrine)
    h.vitals(60, t: 36, sys: 118, spo2: 97)
    #expect(h.crs(13.9).status == .final && h.crs(13.9).grade == 1)
    #expect(h.crs(37.9).grade == 3 && h.crs(37.9).status == .final)
    #expect(h.crs(100).grade == 3 && h.crs(100).atMost == 3)
    #expect(h.crs(100).missing.isEmpty && h.crs(100).wouldChange.isEmpty)
  }

  @Test("Death of ICANS is 5 on that scale only")
  func deathOfICANS() {
    var h = History()
    h.vitals(10, t: 38.5, sys: 118, spo2: 97)
    h.ice(10, 4)
    h.add(12, .status(Status(state: .death, principalCause: .icans)))
    #expect(h.icans(12).grade == 5 && h.icans(12).evidence.first?.rule == "ICANS-DEATH")
    #expect(h.icans(12).episode?.maximum == 5)
    #expect(h.crs(12).grade == 1 && h.crs(12).status == .final)
  }

  @Test("A masked episode is provisional until a fever comes, and has its own number and onset")
  func maskedEpisode() {
    var h = History()
    h.vitals(10, t: 38.5, sys: 118, spo2: 98)
    h.drug(11, "tocilizumab")
    for hour in stride(from: 14.0, through: 34, by: 4) { h.normal(hour) }
    h.oxygen(60, .nasalCannula, flow: 2)
    h.vitals(60, t: 36.9, sys: 118, spo2: 95)
    #expect(h.crs(60).status == .provisional && h.crs(60).episode?.onset == History.at(60))
    h.oxygen(62, .simpleFaceMask)
    #expect(h.crs(62).grade == 3 && h.crs(62).status == .provisional)
    h.vitals(63, t: 38.3, sys: 118, spo2: 95)
    #expect(h.crs(63).grade == 3 && h.crs(63).status == .final)
    #expect(h.crs(63).flags.isEmpty && h.crs(63).episode?.number == 2)
    #expect(h.crs(63).episode?.maximum == 3)
  }

  @Test("A sign before closure belongs to the open episode; a fever after it begins the next")
  func recurrence() {
    var h = History()
    h.vitals(10, t: 38.5, sys: 118, spo2: 98)
    for hour in stride(from: 14.0, through: 30, by: 4) { h.normal(hour) }
    h.vitals(33, t: 38.4, sys: 118, spo2: 98)
    #expect(h.crs(33).episode?.number == 1)
    for hour in stride(from: 37.0, through: 57, by: 4) { h.normal(hour) }
    #expect(h.crs(57).episode?.ended == History.at(57))
    h.vitals(58, t: 38.0, sys: 118, spo2: 98)
    #expect(h.crs(58).episode?.number == 2 && h.crs(58).episode?.maximum == 1)
  }

  @Test("What would change the grade is what the engine says when asked with it")
  func wouldChange() {
    var h = History()
    h.vitals(10, t: 38.5, sys: 118, spo2: 97)
    h.pressor(10, .norepinephrine)
    let now = h.crs(10)
    #expect(now.grade == 3 && now.wouldChange.allSatisfy { $0.grade == 4 })
    #expect(now.wouldChange.first?.text == "a second vasopressor (not vasopressin)")
    h.pressor(10.1, .epinephrine)
    #expect(h.crs(10.1).grade == 4 && h.crs(10.1).wouldChange.isEmpty)
    // Without a fever nothing short of one counts.
    var cool = History()
    cool.normal(10)
    #expect(cool.crs(10).wouldChange.map(\.text) == ["a temperature of 38.0 °C or more"])
    // Support of the patient's own is no step up.
    var own = History()
    own.oxygen(-20, .nasalCannula, flow: 3, for: .chronic)
    own.vitals(10, t: 38.5, sys: 118, spo2: 97)
    #expect(!own.crs(10).wouldChange.contains { $0.text.hasPrefix("nasal cannula at 6") })
  }

  @Test(
    "A systolic limit follows the age on the day: PALS to ten years, 90 from then on",
    arguments: [
      (CalendarDate(year: 2026, month: 2, day: 5), 60),
      (CalendarDate(year: 2026, month: 1, day: 20), 70),
      (CalendarDate(year: 2025, month: 3, day: 3), 70),
      (CalendarDate(year: 2025, month: 3, day: 2), 72),
      (CalendarDate(year: 2017, month: 3, day: 2), 88),
      (CalendarDate(year: 2016, month: 3, day: 2), 90),
      (CalendarDate(year: 2015, month: 3, day: 2), 90),
      (CalendarDate(year: 1990, month: 3, day: 2), 90),
    ] as [(CalendarDate?, Int)])
  func systolicByAge(_ birth: CalendarDate?, _ limit: Int) {
    for (value, grade) in [(limit - 1, 2), (limit, 1)] {
      var h = History(age: nil)
      h.add(-30, .patient(PatientDetails(birthDate: birth)))
      h.vitals(24, t: 38.5, sys: value, spo2: 97)
      #expect(h.crs(24).grade == grade, "\(value)")
    }
  }

  @Test("D-06: a low baseline excuses a small fall, not a larger one, and never beside a bolus")
  func lowBaseline() {
    for (value, grade) in [(80, 1), (74, 1), (73, 2)] {
      var h = History()
      for hour in [-30.0, -20, -10] { h.vitals(hour, sys: 84) }
      h.vitals(10, t: 38.5, sys: value, spo2: 97)
      #expect(h.crs(10).grade == grade, "\(value)")
      #expect(h.crs(10).flags.contains("systolicAtBaseline") == (grade == 1))
      h.bolus(11)
      #expect(h.crs(11).grade == 2)
    }
  }

  @Test("A switch counts as one while both run, and the successor alone after")
  func switched() {
    var h = History()
    h.vitals(10, t: 38.5, sys: 118, spo2: 97)
    h.pressor(10, .dopamine)
    h.pressor(11, .norepinephrine, from: .dopamine)
    #expect(h.crs(11).grade == 3)
    h.pressor(11.5, .epinephrine)
    #expect(h.crs(11.5).grade == 4, "a third agent is a second one that counts")
    h.pressor(12, .epinephrine, .stop)
    h.pressor(12, .dopamine, .stop)
    #expect(h.crs(12).grade == 3)
    h.add(
      13,
      .vasopressor(
        Vasopressor(
          agent: .norepinephrine, action: .change,
          rate: Quantity(0, .microgramPerKilogramMinute))))
    #expect(h.crs(13).grade == 1, "a rate of 0 is a stop")
  }

  @Test("Support at or below the patient's own is no hypoxia; above it the whole counts")
  func ownSupport() {
    for (device, flow, grade) in [
      (Oxygen.Device.nasalCannula, 3.0, 1), (.nasalCannula, 2, 1), (.nasalCannula, 3.1, 2),
      (.nasalCannula, 7, 3), (.simpleFaceMask, 3, 3),
    ] {
      var h = History()
      h.oxygen(-20, .nasalCannula, flow: 3, for: .chronic)
      h.oxygen(10, device, flow: flow)
      h.vitals(10, t: 38.5, sys: 118, spo2: 97)
      #expect(h.crs(10).grade == grade, "\(device) \(flow)")
    }
  }

  @Test("A record that is corrected or retracted is graded as if it had been right at once")
  func corrections() {
    var h = History()
    let wrong = h.vitals(10, t: 39.8, sys: 118, spo2: 97)
    h.normal(11)
    #expect(h.crs(11).grade == 1)
    let correction = h.add(
      10, .vitals(Vitals(temperature: Quantity(DecimalNumber.of(36.8), .celsius))), recorded: 12,
      corrects: wrong, reason: "typed wrong")
    #expect(h.crs(11).grade == 0 && h.crs(11).episode == nil)
    let retraction = h.add(
      10, .retraction(Retraction(retracts: correction)), recorded: 13, reason: "wrong patient")
    #expect(h.graded.facts.count == 3)
    h.add(
      10, .retraction(Retraction(retracts: retraction)), recorded: 14, reason: "right after all")
    #expect(h.graded.facts.count == 4 && h.crs(11).grade == 0)
  }
}
