import Clinical
import TestSupport
import Testing

@testable import Surveillance

@Suite("the plan of vital signs")
struct VitalsPlanTests {
  /// When the next round is due after one at `hours`, in hours after the infusion.
  private func next(
    after hours: Double, asked: Double? = nil, _ more: (inout History) -> Void = { _ in }
  )
    -> Double?
  {
    var history = History()
    history.normal(hours)
    more(&history)
    guard let due = history.due(.vitals, asked ?? hours + 0.01) else { return nil }
    return Double((due.due - History.infusion).microseconds) / 3_600_000_000
  }

  @Test("by the days after infusion")
  func bands() {
    #expect(next(after: 30) == 34)
    // Day 15 begins at 350 h, day 22 at 518 h, day 31 at 734 h.
    #expect(next(after: 360) == 366)
    #expect(next(after: 530) == 538)
    #expect(next(after: 740, asked: 740.01) { $0.stay(-40, .admission) } == 748)
  }

  @Test("every 15 min in the first hour, every hour for 4 h, then every 4 h")
  func afterInfusion() {
    #expect(next(after: -1, asked: 0.01) == 0.25)
    #expect(next(after: 0.25) == 0.5)
    #expect(next(after: 1) == 2)
    #expect(next(after: 4) == 5)
    #expect(next(after: 5) == 9)
  }

  @Test("every hour from CRS 2 on and for 4 h after; from when it began, not from before")
  func severe() {
    func grade2(_ history: inout History) {
      history.vitals(30.5, t: 38.5, sys: 84, spo2: 97, hr: 90, rr: 16)
    }
    #expect(next(after: 30, asked: 30.6, grade2) == 31.5)
    func over(_ history: inout History) {
      grade2(&history)
      history.vitals(31.5, t: 37.5, sys: 110, spo2: 97, hr: 90, rr: 16)
    }
    #expect(next(after: 30, asked: 31.6, over) == 32.5)
    #expect(
      next(after: 30, asked: 35.6) {
        over(&$0)
        $0.normal(35.4)
      } == 36.4 + 3)
  }

  @Test("oxygen begins between two rounds: the next is due an hour after it began")
  func between() {
    #expect(
      next(after: 30, asked: 33) {
        $0.vitals(30, t: 38.5, sys: 120, spo2: 95, hr: 90, rr: 16)
        $0.oxygen(32, .nasalCannula, flow: 3)
      } == 33)
  }

  @Test("every 2 h with fever and a heart rate above 100; at 100 or 37.9 every 4 h")
  func tachycardia() {
    func round(_ t: Double, _ hr: Int) -> (inout History) -> Void {
      { $0.vitals(30, t: t, sys: 120, spo2: 97, hr: hr, rr: 16) }
    }
    #expect(next(after: 20, asked: 30.1, round(38, 101)) == 32)
    #expect(next(after: 20, asked: 30.1, round(38, 100)) == 34)
    #expect(next(after: 20, asked: 30.1, round(37.9, 120)) == 34)
  }

  @Test("a child's heart rate is held against the limit of its age")
  func child() {
    var history = History(age: 4)
    history.vitals(30, t: 38.5, sys: 100, spo2: 97, hr: 118, rr: 20)
    #expect(history.due(.vitals, 30.1)?.due == History.at(34))
    history.setting(-30, "plan.tachycardia.3-5", .number(110))
    #expect(history.due(.vitals, 30.1)?.due == History.at(32))
  }

  @Test("levels at their very moments")
  func levels() {
    var history = History()
    history.normal(30)
    let levels = [
      (34 - History.moment, DueLevel.upcoming), (34, .due), (35, .amber), (38, .overdue),
    ]
    for (hours, level) in levels {
      #expect(history.due(.vitals, hours)?.level(at: History.at(hours)) == level)
    }
    #expect(history.due(.vitals, 34.51)?.lateMinutes(at: History.at(34.51)) == 30)
  }

  @Test("what was left out of a round stays due")
  func incomplete() {
    var history = History()
    history.normal(26)
    history.vitals(30, t: 37, spo2: 97)
    #expect(history.due(.vitals, 30.1)?.due == History.at(30))
    #expect(history.due(.vitals, 30.1)?.why.contains("not then pressure") == true)
  }

  @Test("refused counts, asleep and off the ward do not")
  func refused() {
    for (reason, due) in [
      (NotDone.Reason.refused, 38.0), (.asleep, 34), (.offWard, 34), (.procedure, 34),
    ] {
      #expect(next(after: 30, asked: 34.5) { $0.notDone(34, .vitals, reason) } == due)
    }
  }

  @Test("nothing is due out of house, on leave or while it is paused; then from the return")
  func away() {
    var history = History()
    history.stay(-40, .admission)
    history.normal(30)
    history.stay(32, .leave)
    #expect(history.due(.vitals, 40) == nil)
    history.stay(42, .return)
    #expect(history.due(.vitals, 42)?.due == History.at(42))
    history.normal(42.5)
    history.own(43, "plan.vitals.pause", .number(6))
    #expect(history.due(.vitals, 48.9) == nil)
    #expect(history.due(.vitals, 49)?.due == History.at(49))
    history.own(50, "plan.pause", .flag(true))
    #expect(history.surveillance(60).due.isEmpty)
    history.own(61, "plan.pause", .null)
    #expect(history.due(.vitals, 61)?.due == History.at(61))
    history.stay(62, .discharge)
    #expect(history.surveillance(63).due.isEmpty)
  }

  @Test("the patient's own plan stands before the ward's")
  func own() {
    #expect(
      next(after: 30) {
        $0.setting(-30, "plan.vitals.1-14", .number(6))
        $0.own(-20, "plan.vitals.1-14", .number(2))
      } == 32)
    #expect(next(after: 30) { $0.setting(-30, "plan.vitals.1-14", .number(6)) } == 36)
  }
}

@Suite("the plan of ICE and CAPD")
struct NeuroPlanTests {
  private func due(_ history: History, _ hours: Double) -> Double? {
    history.due(.ice, hours).map {
      Double(($0.due - History.infusion).microseconds) / 3_600_000_000
    }
  }

  @Test("every 8 h, every 12 h from day 15, daily from day 22; once on day 0")
  func bands() {
    for (done, next) in [(-20.0, 8.0), (30, 38), (360, 372), (530, 554)] {
      var history = History()
      history.ice(done, 10)
      #expect(due(history, max(done, 0) + 0.1) == next)
    }
  }

  @Test("after a lost point every 30 min for 2 h, then every 4 h while below the own")
  func afterLoss() {
    var history = History()
    history.ice(-20, 10)
    history.ice(30, 10)
    history.ice(38, 9)
    #expect(due(history, 38.1) == 38.5)
    for done in [38.5, 39, 39.5] {
      history.ice(done, 9)
      #expect(due(history, done + 0.1) == done + 0.5)
    }
    history.ice(40, 9)
    #expect(due(history, 40.1) == 44)
    history.ice(44, 10)
    #expect(due(history, 44.1) == 52)
  }

  @Test("another lost point begins the 2 h anew; a point lost above the own is none")
  func again() {
    var history = History()
    history.ice(-20, 8)
    history.ice(30, 10)
    history.ice(38, 9)
    #expect(due(history, 38.1) == 46)
    history.ice(46, 7)
    #expect(due(history, 46.1) == 46.5)
    history.ice(48, 7)
    #expect(due(history, 48.1) == 52)
    history.ice(52, 6)
    #expect(due(history, 52.1) == 52.5)
  }

  @Test("counted from the last done or refused; asleep is not done")
  func attempts() {
    for (status, next) in [
      (InstrumentStatus.refused, 46.0), (.sedated, 46), (.asleep, 38), (.notDone, 38),
      (.unarousable, 38.5),
    ] {
      var history = History()
      history.ice(30, 10)
      history.ice(38, status)
      #expect(due(history, 38.1) == next, "\(status)")
    }
  }

  @Test("a child is due for CAPD")
  func capd() {
    var history = History(age: 6)
    history.capd(-20, 3)
    history.capd(30, 3)
    #expect(history.due(.capd, 31)?.due == History.at(38))
    #expect(history.due(.ice, 31) == nil)
    history.capd(38, 5)
    #expect(history.due(.capd, 38.1)?.due == History.at(38.5))
  }
}

@Suite("the plan of laboratory rounds")
struct LabPlanTests {
  private func round(_ history: inout History, _ hours: Double) {
    history.lab(
      hours, ("WBC", "1"), ("CREA", "60"), ("CRP", "20"), ("FERR", "400"), ("FIB", "3"))
  }

  @Test("daily, every 2 days from day 15, every 4 from day 22; the part that waits longest counts")
  func labs() {
    for (done, next) in [(30.0, 54.0), (360, 408), (530, 626)] {
      var history = History()
      round(&history, done)
      #expect(history.due(.labs, done + 1)?.due == History.at(next))
    }
    var history = History()
    round(&history, 30)
    history.lab(54, ("WBC", "1"))
    #expect(history.due(.labs, 55)?.due == History.at(54))
    #expect(history.due(.labs, 55)?.why.contains("ferritin") == true)
    #expect(history.due(.labs, 60)?.level(at: History.at(60)) == .amber)
    #expect(history.due(.labs, 78)?.level(at: History.at(78)) == .overdue)
  }

  @Test("cytokines every 3 days, daily from CRS 2 on; amber at 84 h, overdue at 96 h")
  func cytokines() {
    var history = History()
    history.lab(30, ("IL6", "20"))
    #expect(history.due(.cytokines, 31)?.due == History.at(102))
    #expect(history.due(.cytokines, 31)?.amber == History.at(114))
    #expect(history.due(.cytokines, 31)?.overdue == History.at(126))
    history.vitals(40, t: 38.5, sys: 84, spo2: 97)
    #expect(history.due(.cytokines, 41)?.due == History.at(64))
  }

  @Test("CAR-T only where the site has put it into the plan; a row can be left out")
  func carT() {
    var history = History()
    #expect(history.due(.carT, 30) == nil)
    history.setting(-30, "plan.carT.1-14", .number(72))
    history.lab(30, ("CARCOP", "1000"))
    #expect(history.due(.carT, 31)?.due == History.at(102))
    history.setting(-30, "plan.cytokines.1-14", .flag(false))
    #expect(history.due(.cytokines, 31) == nil)
  }

  @Test("before the infusion a baseline is due once")
  func baseline() {
    var history = History(infused: false)
    history.stay(-60, .admission)
    for what in [ObservedThing.ice, .labs, .cytokines] {
      #expect(history.due(what, -47)?.due == History.at(-36), "\(what)")
    }
    history.ice(-46, 10)
    round(&history, -46)
    history.lab(-46, ("IL6", "3"))
    #expect(history.surveillance(-40).due.map(\.what) == [.vitals])
  }
}
