import Clinical
import TestSupport
import Testing

@testable import Surveillance

@Suite("Alerts say what is behind them and leave nothing out")
struct EvidenceOfAlertTests {
  @Test("a seizure still going on after 2 min when entered is a status at 5 min")
  func ongoingWithLength() {
    var history = History()
    history.add(20, .seizure(Seizure(duration: Quantity(2, .minute), resolved: false)))
    let five = 20 + 5.0 / 60
    #expect(history.active("A13", five - History.moment)?.text.contains("status call") == false)
    #expect(history.active("A13", five)?.text.contains("ongoing after 5 min: status call") == true)
  }

  @Test("a short seizure that is over does not stop the clock of one that goes on")
  func ongoingBehindLater() {
    var history = History()
    let first = history.add(20, .seizure(Seizure(resolved: false)))
    let second = history.add(
      20 + 1.0 / 60, .seizure(Seizure(duration: Quantity(20, .second), resolved: true)))
    let alert = history.active("A13", 20 + 5.0 / 60)
    #expect(alert?.text.contains("status call") == true)
    #expect(alert?.events == [first, second])
  }

  @Test("signs without fever: a bolus without any pressure on record, and no other event named")
  func signsWithoutFever() {
    var history = History()
    history.vitals(10, t: 36.8, spo2: 98)
    let bolus = history.bolus(11)
    #expect(history.active("A18", 11)?.events == [bolus])
    var other = History()
    other.normal(10)
    let second = other.bolus(11)
    #expect(other.active("A18", 11)?.events == [second])
  }

  @Test("pressure and oxygen together name the bolus and the cannula")
  func together() {
    var history = History()
    history.vitals(10, t: 38.5, sys: 118, spo2: 92)
    let oxygen = history.oxygen(11, .nasalCannula, flow: 3)
    let bolus = history.bolus(12)
    #expect(history.active("A35", 12)?.events == [oxygen, bolus])
  }

  @Test("home oxygen and CPAP for sleep apnoea before the infusion are no step up")
  func ownSupport() {
    check("A07", is: nil, at: -20, "home oxygen") {
      $0.oxygen(-30, .nasalCannula, flow: 2, for: .chronic)
    }
    check("A07", is: nil, at: -20, "CPAP at night") { $0.oxygen(-30, .cpap, for: .sleepApnoea) }
    check("A07", is: nil, at: 1, "CPAP over the infusion") {
      $0.oxygen(-30, .cpap, for: .sleepApnoea)
    }
    check("A07", is: 1, at: -20, "a mask for hypoxia") { $0.oxygen(-30, .nonRebreather) }
    check("A07", is: 2, at: 5, "more than at home") {
      $0.oxygen(-30, .nasalCannula, flow: 2, for: .chronic)
      $0.oxygen(5, .nasalCannula, flow: 4, for: .chronic)
    }
  }

  @Test("a first grade is told as first graded, and as urgently as a jump from 0")
  func firstGraded() {
    var history = History()
    history.vitals(20, t: 38.5, sys: 84, spo2: 97)
    let alert = history.active("A09", 20)
    #expect(alert?.text.contains("CRS 2, first graded at") == true)
    #expect(alert?.priority == .highest)
    history.drug(19, "dexamethasone", .start)
    history.drug(19.5, "dexamethasone", .stop)
    #expect(history.active("A23", 20)?.text.contains("CRS 2, first graded at") == true)
  }
}

@Suite("A limit that was set counts, be it to the default")
struct SetLimitTests {
  @Test("a child's own limit of 90 holds although the age has 80; null returns to the age")
  func ofTheChild() {
    func course(_ value: SettingValue?) -> (inout History) -> Void {
      { history in
        if let value {
          history.own(5, "A04.systolic", .number(90)); history.own(6, "A04.systolic", value)
        }
        history.vitals(20, t: 37, sys: 85, spo2: 97)
      }
    }
    check("A04", is: nil, at: 20, "85 at the age of 5", age: 5, course(nil))
    check("A04", is: 1, at: 20, "85, own limit 90", age: 5, course(.number(90)))
    check("A04", is: nil, at: 20, "85, own limit given up", age: 5, course(.null))
  }

  @Test("the ward's 90 above 10 years stands against another limit without a birth date")
  func ofTheWard() {
    func course(_ isSet: Bool) -> (inout History) -> Void {
      { history in
        history.setting(4, "D-32", .number(100))
        if isSet { history.setting(5, "A04.systolic", .number(90)) }
        history.vitals(20, t: 37, sys: 95, spo2: 97)
      }
    }
    check("A04", is: 1, at: 20, "95 under the 100 of D-32", age: nil, course(false))
    check("A04", is: nil, at: 20, "95, the ward's limit 90", age: nil, course(true))
  }

  @Test("a site that allows six doses of tocilizumab has no alert at the fifth")
  func tocilizumab() {
    check("A20", is: nil, at: 100, "a 5th of 6") { history in
      history.setting(4, "A20.total", .number(6))
      for hour in [20.0, 40, 60, 80, 100] { history.dose(hour, "tocilizumab", 480) }
    }
  }

  @Test("where ICE always counts from ten, 8 is below it whatever the patient's own was")
  func ice() {
    func course(_ base: String) -> (inout History) -> Void {
      { history in
        history.setting(-30, "D-24", .text(base))
        history.ice(-20, 8)
        history.ice(20, 8)
      }
    }
    check("A11", is: nil, at: 20, "8, own 8", course("baseline"))
    check("A11", is: 2, at: 20, "8 of ten", course("ten"))
  }
}
