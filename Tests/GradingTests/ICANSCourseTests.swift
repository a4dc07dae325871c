import Clinical
import Grading
import TestSupport
import Testing

@Suite("ICANS along a course")
struct ICANSCourseTests {
  @Test("ICE 0 is a score: awake it is 3, and without a level of consciousness it may be 4")
  func zero() {
    var h = History()
    h.ice(10, 0)
    #expect(h.icans(10).grade == 3 && h.icans(10).atMost == 4 && h.icans(10).status == .partial)
    h.level(10, .awake)
    #expect(h.icans(10).grade == 3 && h.icans(10).status == .final)
    h.ice(11, .unarousable)
    #expect(h.icans(11).grade == 4)
  }

  @Test(
    "ICE by its table",
    arguments: [(10, 0), (9, 1), (7, 1), (6, 2), (3, 2), (2, 3), (1, 3)])
  func table(_ score: Int, _ grade: Int) {
    var h = History()
    h.ice(10, score)
    let icans = h.icans(10)
    #expect(icans.grade == grade && icans.status == .final)
    #expect(h.assessment(10).instrument == .ice)
  }

  @Test("Items left out give bounds, never a lower grade")
  func items() {
    var h = History()
    h.add(10, .ice(ICE(orientation: 4, naming: 3, commands: 1)))
    let icans = h.icans(10)
    #expect(icans.grade == nil && icans.atLeast == 0 && icans.atMost == 1)
    #expect(icans.missing.contains { $0.domain == .cognition })
  }

  @Test("Refused, asleep or not done gives nothing and ends no earlier score")
  func refused() {
    var h = History()
    h.ice(10, 8)
    h.ice(18, .refused)
    #expect(h.icans(18).grade == 1)
    let expired = h.icans(23)
    #expect(expired.status == .indeterminate && expired.grade == nil)
    #expect(expired.missing.first?.why == .refused)
    #expect(expired.last?.grade == 1)
  }

  @Test("A sedated patient with nothing else entered is not assessable")
  func sedated() {
    var h = History()
    h.ice(10, .sedated)
    #expect(h.icans(10).status == .notAssessable && h.icans(10).grade == nil)
    h.add(11, .motor(Motor(finding: .deepFocalWeakness)))
    #expect(h.icans(11).grade == 4)
  }

  @Test("An ICE at the patient's own baseline is 0")
  func baseline() {
    var h = History()
    h.ice(-20, 8)
    h.ice(10, 8)
    #expect(h.icans(10).grade == 0)
    h.ice(12, 7)
    #expect(h.icans(12).grade == 1)
  }

  @Test("Children under 12 are graded by CAPD; an ICE is shown and gives no grade")
  func children() {
    var h = History(age: 7)
    h.capd(-24, 2)
    h.capd(10, 2)
    #expect(h.icans(10).grade == 0)
    h.capd(12, 3)
    #expect(h.icans(12).grade == 1)
    h.capd(14, 9)
    #expect(h.icans(14).grade == 3)
    h.ice(15, 4)
    #expect(h.icans(15).grade == 3 && h.icans(15).flags.contains("instrumentMismatch"))
    var bare = History(age: 7)
    bare.capd(10, 3)
    #expect(bare.icans(10).grade == 1 && bare.icans(10).status == .provisional)
    #expect(bare.icans(10).flags == ["capdBaselineMissing"])
  }

  @Test("Five minutes are not more than five; one microsecond later they are")
  func seizureLength() {
    for (seconds, grade) in [(300, 3), (301, 4)] {
      var h = History()
      h.ice(9, 10)
      h.add(
        10,
        .seizure(
          Seizure(
            type: .generalised, duration: Quantity(DecimalNumber(seconds), .second),
            resolved: true, returnedToBaseline: true)))
      #expect(h.icans(10).grade == grade)
    }
    var ongoing = History()
    ongoing.ice(9, 10)
    let start = ongoing.add(10, .seizure(Seizure(resolved: false)))
    let five = History.at(10) + .minutes(5)
    #expect(ongoing.graded.assessment(at: five).icans.grade == 3)
    #expect(
      ongoing.graded.assessment(at: Instant(microseconds: five.microseconds + 1)).icans.grade == 4)
    ongoing.add(10.05, .seizure(Seizure(resolved: true, continues: start)))
    #expect(ongoing.icans(11).grade == 3)
  }

  @Test("A second seizure without return to baseline is 4; not recorded leaves it open to 4")
  func repetition() {
    for (returned, grade, most) in [(false as Bool?, 4, 4), (nil, 3, 4), (true, 3, 3)] {
      var h = History()
      h.ice(9, 10)
      for hour in [10.0, 11] {
        h.add(
          hour,
          .seizure(
            Seizure(
              duration: Quantity(60, .second), resolved: true, returnedToBaseline: returned)))
      }
      #expect(h.icans(11).grade == grade && h.icans(11).atMost == most)
    }
  }

  @Test("A seizure speaks for 24 h, and on until the first neurological observation after it")
  func seizureWindow() {
    var h = History()
    h.ice(9, 10)
    h.add(
      10,
      .seizure(
        Seizure(duration: Quantity(60, .second), resolved: true, returnedToBaseline: true)))
    h.ice(20, 10)
    h.ice(30, 10)
    #expect(h.icans(40).grade == 3)
    h.ice(41, 10)
    #expect(h.icans(41).grade == 0)
  }

  @Test("Haemorrhage excludes oedema, and papilloedema of any stage is 4")
  func intracranial() {
    let table: [([Intracranial.Sign], Int)] = [
      ([.focalOedema], 3), ([.diffuseOedema], 4), ([.haemorrhage], 0),
      ([.haemorrhage, .diffuseOedema], 0), ([.haemorrhage, .papilloedema], 4),
      ([.sixthNervePalsy], 4), ([.none], 0),
    ]
    for (findings, grade) in table {
      var h = History()
      h.ice(10, 10)
      h.add(10, .intracranial(Intracranial(findings: findings)))
      #expect(h.icans(10).grade == grade, "\(findings)")
    }
  }

  @Test("Drowsiness of sedation gives no grade and takes the plain 0 away")
  func sedation() {
    var h = History()
    h.ice(10, 10)
    h.level(11, .tactile, .sedation)
    let icans = h.icans(11)
    #expect(icans.grade == nil && icans.atLeast == 0 && icans.atMost == 4)
    h.ice(12, 10)
    #expect(h.icans(12).grade == 0)
  }

  @Test("An episode of ICANS closes after 24 h at baseline")
  func closing() {
    var h = History()
    h.ice(10, 6)
    h.ice(18, 10)
    h.ice(26, 10)
    h.ice(33.9, 10)
    #expect(h.icans(33.9).episode?.ended == nil)
    h.ice(34, 10)
    #expect(h.icans(34).episode?.ended == History.at(34) && h.icans(34).episode?.maximum == 2)
    h.ice(50, 9)
    #expect(h.icans(50).episode?.number == 2)
  }

  @Test("Without a birth date the recorded instrument is used, provisionally")
  func unknownAge() {
    var h = History(age: nil)
    h.ice(10, 8)
    #expect(h.icans(10).grade == 1 && h.icans(10).status == .provisional)
    #expect(h.icans(10).flags == ["ageUnknown"])
  }
}
