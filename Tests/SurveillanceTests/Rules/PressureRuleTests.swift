import Clinical
import TestSupport
import Testing

@testable import Surveillance

@Suite("A04 hypotension")
struct A04Tests {
  @Test("below the limit of the age")
  func byAge() {
    for (age, limit) in [(28, 90), (11, 90), (10, 90), (9, 88), (5, 80), (1, 72)] {
      check("A04", is: nil, at: 20, "\(limit) at \(age) years", age: age) {
        $0.vitals(20, sys: limit)
      }
      check("A04", is: 1, at: 20, "\(limit - 1) at \(age) years", age: age) {
        $0.vitals(20, sys: limit - 1)
      }
    }
    check("A04", is: 1, at: 20, "89 without a birth date", age: nil) { $0.vitals(20, sys: 89) }
  }

  @Test("above 10 years also below 80 % of the baseline and below 100")
  func byBaseline() {
    func fall(_ baseline: Int, _ now: Int) -> (inout History) -> Void {
      { history in
        history.vitals(-24, sys: baseline)
        history.vitals(20, sys: now)
      }
    }
    check("A04", is: 1, at: 20, "99 of 125 is below 80 %", fall(125, 99))
    check("A04", is: nil, at: 20, "100 of 130 is not below 100", fall(130, 100))
    check("A04", is: nil, at: 20, "96 of 120 is 80 %", fall(120, 96))
    check("A04", is: 1, at: 20, "95 of 120", fall(120, 95))
    check("A04", is: nil, at: 20, "95 of 120 at 10 years", age: 10, fall(120, 95))
    check("A04", is: 1, at: 20, "95 of 120 at 11 years", age: 11, fall(120, 95))
    check("A04", is: nil, at: 20, "no baseline") { $0.vitals(20, sys: 95) }
  }

  @Test("as low as the patient's own is none (D-06), lower still is")
  func own() {
    check("A04", is: nil, at: 20, "80 of 86") {
      $0.vitals(-24, sys: 86)
      $0.vitals(20, sys: 80)
    }
    check("A04", is: 1, at: 20, "75 of 86") {
      $0.vitals(-24, sys: 86)
      $0.vitals(20, sys: 75)
    }
  }

  @Test("it ends with the next pressure that is not low, never by silence")
  func ends() {
    var history = History()
    history.vitals(20, sys: 84)
    #expect(history.priority("A04", 60) == 1)
    history.vitals(61, sys: 90)
    #expect(history.newest("A04", 70)?.ended == History.at(61))
  }

  @Test("the site's limit holds above ten years, the patient's own at any age")
  func settings() {
    check("A04", is: nil, at: 20, "ward 85, adult 86") {
      $0.setting(-30, "A04.systolic", .number(85))
      $0.vitals(20, sys: 86)
    }
    check("A04", is: 1, at: 20, "ward 95, child of 5 at 79", age: 5) {
      $0.setting(-30, "A04.systolic", .number(95))
      $0.vitals(20, sys: 79)
    }
    check("A04", is: nil, at: 20, "ward 95, child of 5 at 85", age: 5) {
      $0.setting(-30, "A04.systolic", .number(95))
      $0.vitals(20, sys: 85)
    }
    check("A04", is: 1, at: 20, "own 95, child of 5 at 85", age: 5) {
      $0.own(-30, "A04.systolic", .number(95))
      $0.vitals(20, sys: 85)
    }
    check("A04", is: nil, at: 30, "back to the default") {
      $0.setting(-30, "A04.systolic", .number(100))
      $0.setting(25, "A04.systolic", .null)
      $0.vitals(20, sys: 95)
    }
  }
}

@Suite("A05 relative drop")
struct A05Tests {
  @Test("40 below the baseline, even at 90 and above; 39 is not")
  func table() {
    func fall(_ now: Int) -> (inout History) -> Void {
      { history in
        history.vitals(-24, sys: 150)
        history.vitals(20, sys: now)
      }
    }
    check("A05", is: 2, at: 20, "110 of 150", fall(110))
    check("A05", is: nil, at: 20, "111 of 150", fall(111))
    check("A05", is: nil, at: 20, "no baseline") { $0.vitals(20, sys: 95) }
  }
}

@Suite("A08 vasopressor started")
struct A08Tests {
  @Test("0 to 1 and 1 to 2 are told, each anew; vasopressin counts only alone")
  func steps() {
    var history = History()
    history.normal(19)
    #expect(history.priority("A08", 19) == nil)
    history.pressor(20, .norepinephrine)
    #expect(history.priority("A08", 20) == 1)
    history.pressor(21, .vasopressin)
    #expect(history.active("A08", 21)?.reRaised == nil)
    history.pressor(22, .epinephrine)
    #expect(history.active("A08", 22)?.reRaised == History.at(22))
    history.pressor(23, .epinephrine, .stop)
    #expect(history.newest("A08", 23)?.ended == History.at(23))
    history.pressor(24, .epinephrine)
    #expect(history.active("A08", 24)?.raised == History.at(24))
  }

  @Test("vasopressin alone is one; an inotrope, or a pressor for another cause, is none")
  func kinds() {
    check("A08", is: 1, at: 20, "vasopressin alone") { $0.pressor(20, .vasopressin) }
    check("A08", is: nil, at: 20, "dobutamine") { $0.pressor(20, .dobutamine) }
    check("A08", is: nil, at: 20, "for anaphylaxis") {
      $0.pressor(20, .epinephrine, for: .anaphylaxis)
    }
    check("A08", is: 1, at: 20, "push dose") { $0.pressor(20, .phenylephrine, .bolus) }
    check("A08", is: nil, at: 21, "an hour after a push dose") {
      $0.pressor(20, .phenylephrine, .bolus)
    }
  }
}

@Suite("A06 hypoxia and A06b low saturation")
struct A06Tests {
  @Test("a typed value below 90 counts at once, on any support")
  func typed() {
    check("A06", is: 1, at: 20, "89") { $0.vitals(20, spo2: 89) }
    check("A06", is: nil, at: 20, "90") { $0.vitals(20, spo2: 90) }
    check("A06", is: 1, at: 20, "89 on a mask") {
      $0.oxygen(19, .simpleFaceMask, flow: 6)
      $0.vitals(20, spo2: 89)
    }
    check("A06", is: nil, at: 21, "90 again") {
      $0.vitals(20, spo2: 85)
      $0.vitals(21, spo2: 90)
    }
  }

  @Test("from a device two readings at least 60 s apart, and the same to end it")
  func device() {
    func stream(_ values: [(Double, Int)]) -> (inout History) -> Void {
      { history in
        for (second, value) in values {
          history.vitals(20 + second / 3600, spo2: value, source: "hl7:monitor")
        }
      }
    }
    check("A06", is: nil, at: 20.001, "one reading", stream([(0, 85)]))
    check("A06", is: nil, at: 20.02, "59 s", stream([(0, 85), (59, 86)]))
    check("A06", is: 1, at: 20.02, "60 s", stream([(0, 85), (60, 86)]))
    check("A06", is: nil, at: 20.03, "interrupted", stream([(0, 85), (30, 93), (60, 86)]))
    check("A06", is: 1, at: 20.03, "one good reading", stream([(0, 85), (60, 86), (70, 95)]))
    check(
      "A06", is: nil, at: 20.05, "good for 60 s",
      stream([(0, 85), (60, 86), (70, 95), (130, 95)]))
  }

  @Test("A06b: 90 to 93 on room air, below 92 on oxygen, not where it is A06")
  func listed() {
    for (value, expected) in [(89, nil), (90, 3), (93, 3), (94, nil)] as [(Int, Int?)] {
      check("A06b", is: expected, at: 20, "\(value) on room air") { $0.vitals(20, spo2: value) }
    }
    for (value, expected) in [(89, nil), (90, 3), (91, 3), (92, nil)] as [(Int, Int?)] {
      check("A06b", is: expected, at: 20, "\(value) on a cannula") {
        $0.oxygen(19, .nasalCannula, flow: 2)
        $0.vitals(20, spo2: value)
      }
    }
  }
}

@Suite("A07 oxygen step up")
struct A07Tests {
  @Test("to class 2 high, to 3 and 4 the highest; not for comfort")
  func classes() {
    check("A07", is: 2, at: 20, "cannula 6") { $0.oxygen(20, .nasalCannula, flow: 6) }
    check("A07", is: 1, at: 20, "cannula 6.1") { $0.oxygen(20, .nasalCannula, flow: 6.1) }
    check("A07", is: 1, at: 20, "mask") { $0.oxygen(20, .simpleFaceMask, flow: 5) }
    check("A07", is: 1, at: 20, "CPAP") { $0.oxygen(20, .cpap) }
    check("A07", is: nil, at: 20, "comfort") {
      $0.oxygen(20, .nasalCannula, flow: 2, for: .comfort)
    }
    check("A07", is: nil, at: 20, "cannula at 0 L/min") { $0.oxygen(20, .nasalCannula, flow: 0) }
  }

  @Test("the same class again is no step; a lower one ends it")
  func steps() {
    var history = History()
    history.oxygen(20, .nasalCannula, flow: 2)
    history.oxygen(21, .nasalCannula, flow: 5)
    #expect(history.active("A07", 21)?.reRaised == nil)
    history.oxygen(22, .simpleFaceMask, flow: 6)
    #expect(history.active("A07", 22)?.reRaised == History.at(22))
    #expect(history.priority("A07", 22) == 1)
    history.oxygen(23, .nasalCannula, flow: 3)
    #expect(history.newest("A07", 23)?.ended == History.at(23))
  }
}
