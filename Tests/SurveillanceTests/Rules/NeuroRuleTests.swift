import Clinical
import TestSupport
import Testing

@testable import Surveillance

@Suite("A10 ICANS grade up")
struct A10Tests {
  @Test("0 to 1 high; any rise that reaches 2 the highest")
  func grades() {
    func course(_ score: Int) -> (inout History) -> Void {
      { history in
        history.ice(-20, 10)
        history.ice(10, 10)
        history.ice(20, score)
      }
    }
    check("A10", is: nil, at: 20, "10", course(10))
    check("A10", is: 2, at: 20, "9", course(9))
    check("A10", is: 2, at: 20, "7", course(7))
    check("A10", is: 1, at: 20, "6", course(6))
  }
}

@Suite("A11 ICE drop")
struct A11Tests {
  private func course(_ scores: [(Double, Int)]) -> (inout History) -> Void {
    { history in for (hours, score) in scores { history.ice(hours, score) } }
  }

  @Test("3 points below any valid score of the last 24 h the highest; below the own high")
  func table() {
    check("A11", is: 2, at: 20, "10 to 8", course([(-20, 10), (12, 10), (20, 8)]))
    check("A11", is: 1, at: 20, "10 to 7", course([(-20, 10), (12, 10), (20, 7)]))
    check("A11", is: 1, at: 28, "10 to 8 to 7", course([(-20, 10), (12, 10), (20, 8), (28, 7)]))
    check("A11", is: nil, at: 20, "10", course([(-20, 10), (12, 10), (20, 10)]))
    check("A11", is: 2, at: 36, "the 10 is 24 h old", course([(12, 10), (36, 7)]))
    check("A11", is: 1, at: 35.9, "the 10 is 23.9 h old", course([(12, 10), (35.9, 7)]))
    check("A11", is: nil, at: 20, "8, own 8", course([(-20, 8), (20, 8)]))
    check("A11", is: 2, at: 20, "7, own 8", course([(-20, 8), (20, 7)]))
    check("A11", is: 2, at: 20, "9 without a baseline", course([(20, 9)]))
  }

  @Test("unarousable counts as 0; items left out fall only as far as is certain")
  func kinds() {
    check("A11", is: 1, at: 20, "unarousable") {
      $0.ice(12, 10)
      $0.ice(20, .unarousable)
    }
    check("A11", is: nil, at: 20, "orientation and naming full, the rest not asked") {
      $0.ice(12, 10)
      $0.add(20, .ice(ICE(orientation: 4, naming: 3)))
    }
    check("A11", is: nil, at: 20, "asleep") {
      $0.ice(12, 10)
      $0.ice(20, .asleep)
    }
  }

  @Test("it ends at the own, and is told again when it falls further")
  func ends() {
    var history = History()
    history.ice(12, 10)
    history.ice(20, 9)
    history.acknowledge(20.1, "A11", until: 100)
    history.ice(24, 9)
    #expect(history.active("A11", 24)?.status == .acknowledged)
    history.ice(28, 8)
    #expect(history.active("A11", 28)?.reRaised == History.at(28))
    history.ice(32, 10)
    #expect(history.newest("A11", 32)?.ended == History.at(32))
  }
}

@Suite("A11b CAPD rise")
struct A11bTests {
  private func course(_ scores: [(Double, Int)]) -> (inout History) -> Void {
    { history in for (hours, score) in scores { history.capd(hours, score) } }
  }

  @Test("by 3 within 24 h or to 9 the highest; above the own high")
  func table() {
    check("A11b", is: nil, at: 20, "own", age: 6, course([(-20, 3), (12, 3), (20, 3)]))
    check("A11b", is: 2, at: 20, "2 above", age: 6, course([(-20, 3), (12, 3), (20, 5)]))
    check("A11b", is: 1, at: 20, "3 above", age: 6, course([(-20, 3), (12, 3), (20, 6)]))
    check("A11b", is: 2, at: 36, "3 above in 24 h", age: 6, course([(-20, 3), (12, 3), (36, 6)]))
    check("A11b", is: 1, at: 36, "to 9", age: 6, course([(-20, 7), (12, 7), (36, 9)]))
    check("A11b", is: nil, at: 20, "own 10", age: 6, course([(-20, 10), (20, 10)]))
    check("A11b", is: nil, at: 20, "no baseline, 5", age: 6, course([(20, 5)]))
    check("A11b", is: 1, at: 20, "no baseline, 9", age: 6, course([(20, 9)]))
  }
}

@Suite("A12 handwriting")
struct A12Tests {
  private func writing(_ hours: Double, _ point: Int, marked: Bool? = nil) -> (inout History) ->
    Void
  {
    { history in
      history.add(
        hours,
        .ice(
          ICE(
            orientation: 4, naming: 3, commands: 1, writing: point, attention: 1,
            handwritingChanged: marked)))
    }
  }

  @Test("from 1 to 0, or marked; it ends with a sentence that is written")
  func table() {
    check("A12", is: 2, at: 20, "1 to 0") {
      writing(12, 1)(&$0)
      writing(20, 0)(&$0)
    }
    check("A12", is: nil, at: 20, "0 without one before") { writing(20, 0)(&$0) }
    check("A12", is: 2, at: 20, "marked") { writing(20, 1, marked: true)(&$0) }
    check("A12", is: nil, at: 28, "written again") {
      writing(12, 1)(&$0)
      writing(20, 0)(&$0)
      writing(28, 1)(&$0)
    }
    check("A12", is: 2, at: 28, "not asked for") {
      writing(12, 1)(&$0)
      writing(20, 0)(&$0)
      $0.ice(28, .refused)
    }
  }
}

@Suite("A13 seizure, A14 focal sign")
struct SeizureAndFocalTests {
  @Test("any seizure; a status call from 5 min on while its end is not entered")
  func seizure() {
    var history = History()
    history.add(20, .seizure(Seizure(type: .generalised, resolved: false)))
    #expect(history.priority("A13", 20) == 1)
    let five = 20 + 5.0 / 60
    #expect(history.active("A13", five - History.moment)?.reRaised == nil)
    #expect(history.active("A13", five)?.reRaised == History.at(five))
    #expect(history.active("A13", five)?.text.contains("status call") == true)
  }

  @Test("a seizure that is over is told and timed no longer; a second one is told anew")
  func over() {
    var history = History()
    history.add(
      20, .seizure(Seizure(type: .focal, duration: Quantity(60, .second), resolved: true)))
    #expect(history.priority("A13", 21) == 1)
    #expect(history.active("A13", 21)?.reRaised == nil)
    history.add(22, .seizure(Seizure(type: .focal, resolved: true, returnedToBaseline: false)))
    #expect(history.active("A13", 22)?.reRaised == History.at(22))
  }

  @Test("weakness and each intracranial sign; none clears; tremor is no focal sign")
  func focal() {
    check("A14", is: 1, at: 20, "weakness") {
      $0.add(20, .motor(Motor(finding: .deepFocalWeakness)))
    }
    check("A14", is: nil, at: 20, "tremor") { $0.add(20, .motor(Motor(finding: .tremor))) }
    for sign in Intracranial.Sign.allCases {
      check("A14", is: sign == .none ? nil : 1, at: 20, sign.rawValue) {
        $0.add(20, .intracranial(Intracranial(findings: [sign])))
      }
    }
    check("A14", is: nil, at: 22, "cleared") {
      $0.add(20, .intracranial(Intracranial(findings: [.papilloedema])))
      $0.add(22, .intracranial(Intracranial(findings: [.none])))
    }
  }

  @Test("Cushing's triad by numbers: each side of each limit")
  func cushing() {
    func course(_ sys: Int, _ hr: Int, _ rr: Int, age: Double = 0) -> (inout History) -> Void {
      { history in
        history.vitals(-24, sys: 120)
        history.vitals(20 - age, hr: hr, rr: rr)
        history.vitals(20, sys: sys)
      }
    }
    check("A14", is: 1, at: 20, "150, 59, 9", course(150, 59, 9))
    check("A14", is: 1, at: 20, "150, 59, 25", course(150, 59, 25))
    check("A14", is: nil, at: 20, "149", course(149, 59, 9))
    check("A14", is: nil, at: 20, "heart rate 60", course(150, 60, 9))
    check("A14", is: nil, at: 20, "10 breaths", course(150, 59, 10))
    check("A14", is: nil, at: 20, "24 breaths", course(150, 59, 24))
    check("A14", is: nil, at: 20, "an hour apart", course(150, 59, 9, age: 1))
  }
}

@Suite("A15 not assessable, A16 overdue")
struct NeuroDueRuleTests {
  @Test("not assessable for more than 12 h, from the first entry that says so")
  func notAssessable() {
    func course(_ history: inout History) {
      history.ice(10, 10)
      history.ice(20, .sedated)
      history.ice(28, .sedated)
    }
    check("A15", is: nil, at: 32, "at 12 h", course)
    check("A15", is: 2, at: 32 + History.moment, "after 12 h", course)
    check("A15", is: nil, at: 33, "scored meanwhile") {
      course(&$0)
      $0.ice(31, 10)
    }
  }

  @Test("every 8 h: listed after 10 h, high after 13 h")
  func overdue() {
    func course(_ history: inout History) { history.ice(30, 10) }
    check("A16", is: nil, at: 40, "at 10 h", course)
    check("A16", is: 3, at: 40 + History.moment, "after 10 h", course)
    check("A16", is: 3, at: 43, "at 13 h", course)
    check("A16", is: 2, at: 43 + History.moment, "after 13 h", course)
    check("A16", is: nil, at: 42, "refused") {
      course(&$0)
      $0.ice(41, .refused)
    }
    check("A16", is: 3, at: 42, "asleep is not done") {
      course(&$0)
      $0.ice(41, .asleep)
    }
    check("A16", is: nil, at: 50, "discharged") {
      course(&$0)
      $0.stay(-40, .admission)
      $0.stay(39, .discharge)
    }
  }
}

@Suite("A34 platelets and a drop, A38 sedative given")
struct OtherNeuroTests {
  @Test("platelets below 20 with an ICE drop")
  func platelets() {
    func course(_ count: String, _ score: Int) -> (inout History) -> Void {
      { history in
        history.lab(10, ("PLT", count))
        history.ice(12, 10)
        history.ice(20, score)
      }
    }
    check("A34", is: 1, at: 20, "19", course("19", 9))
    check("A34", is: nil, at: 20, "20", course("20", 9))
    check("A34", is: 1, at: 20, "<20", course("<20", 9))
    check("A34", is: nil, at: 20, "<30 does not settle it", course("<30", 9))
    check("A34", is: nil, at: 20, "no drop", course("10", 10))
  }

  @Test("a fall of consciousness within 2 h of a sedative, until it is attributed")
  func sedative() {
    func course(_ gap: Double) -> (inout History) -> Void {
      { history in
        history.drug(20, "midazolam")
        history.level(20 + gap, .voice)
      }
    }
    check("A38", is: 3, at: 21.9, "1.9 h", course(1.9))
    check("A38", is: nil, at: 22, "2 h", course(2))
    check("A38", is: nil, at: 22, "the cause was entered") {
      $0.drug(20, "midazolam")
      $0.level(21, .voice, .sedation)
    }
    check("A38", is: nil, at: 23, "attributed") {
      course(1)(&$0)
      $0.attribute(22, .consciousness, .other)
    }
    check("A38", is: nil, at: 23, "awake again") {
      course(1)(&$0)
      $0.level(22, .awake)
    }
  }
}
