import Clinical
import Grading
import TestSupport
import Testing

@testable import Surveillance

@Suite("A09 CRS grade up")
struct A09Tests {
  @Test("to 1 and 2 high, to 3 and more the highest")
  func grades() {
    check("A09", is: 2, at: 20, "fever") { $0.vitals(20, t: 38.2, sys: 120, spo2: 97) }
    check("A09", is: 2, at: 50, "1 to 2 after 30 h") {
      $0.vitals(20, t: 38.2, sys: 120, spo2: 97)
      $0.vitals(44, t: 38.2, sys: 120, spo2: 97)
      $0.oxygen(50, .nasalCannula, flow: 3)
    }
    check("A09", is: 1, at: 50, "1 to 3 by a mask") {
      $0.vitals(20, t: 38.2, sys: 120, spo2: 97)
      $0.vitals(44, t: 38.2, sys: 120, spo2: 97)
      $0.oxygen(50, .simpleFaceMask, flow: 5)
    }
  }

  @Test("by two grades within 12 h the highest: at 12 h it is no jump any longer")
  func jump() {
    func course(_ second: Double) -> (inout History) -> Void {
      { history in
        history.vitals(19, t: 37, sys: 120, spo2: 97)
        history.vitals(20, t: 38.2, sys: 120, spo2: 97)
        history.oxygen(20 + second, .nasalCannula, flow: 3)
      }
    }
    check("A09", is: 1, at: 31.99, "0 to 1 to 2 within 12 h", course(11.99))
    check("A09", is: 2, at: 32, "at 12 h", course(12))
  }

  @Test("a grade that was not known for a while is no rise when it is known again")
  func unknown() {
    var history = History()
    history.vitals(20, t: 38.2, sys: 84, spo2: 97)
    history.acknowledge(20.1, "A09", until: 32)
    history.acknowledge(32.1, "A09", until: 44)
    #expect(history.graded.grades(at: History.at(40)).crs.status == .indeterminate)
    history.vitals(41, t: 38.3, sys: 84, spo2: 97)
    #expect(history.active("A09", 41)?.status == .acknowledged)
  }

  @Test("it ends with a lower grade")
  func ends() {
    var history = History()
    history.vitals(20, t: 38.2, sys: 84, spo2: 97)
    history.vitals(24, t: 38.2, sys: 110, spo2: 97)
    #expect(history.newest("A09", 24)?.ended == History.at(24))
    #expect(history.newest("A09", 24)?.text.contains("CRS 2, first graded at") == true)
  }
}

@Suite("A18 signs without fever, A35 pressure and oxygen together")
struct SignTests {
  @Test("hypotension or hypoxia, never febrile")
  func withoutFever() {
    check("A18", is: 2, at: 20, "SBP 84") { $0.vitals(20, t: 37, sys: 84, spo2: 97) }
    check("A18", is: 2, at: 20, "on a cannula") {
      $0.vitals(19, t: 37, sys: 120, spo2: 95)
      $0.oxygen(20, .nasalCannula, flow: 3)
    }
    check("A18", is: nil, at: 20, "with fever") { $0.vitals(20, t: 38, sys: 84, spo2: 97) }
    check("A18", is: nil, at: 20, "neither") { $0.vitals(20, t: 37, sys: 90, spo2: 97) }
    var history = History()
    history.drug(18, "paracetamol")
    history.vitals(20, t: 37, sys: 84, spo2: 97)
    #expect(history.active("A18", 20)?.text.contains("possibleMaskedCRS") == true)
  }

  @Test("two domains at 2 and more")
  func together() {
    check("A35", is: 2, at: 20, "both") {
      $0.oxygen(19, .nasalCannula, flow: 3)
      $0.vitals(20, t: 38.5, sys: 84, spo2: 94)
    }
    check("A35", is: nil, at: 20, "pressure alone") { $0.vitals(20, t: 38.5, sys: 84, spo2: 94) }
    check("A35", is: nil, at: 20, "oxygen for comfort") {
      $0.oxygen(19, .nasalCannula, flow: 3, for: .comfort)
      $0.vitals(20, t: 38.5, sys: 84, spo2: 94)
    }
  }
}

@Suite("A20 tocilizumab limit, A21 not given, A22 no response, A23 flare")
struct DrugRuleTests {
  private func doses(_ hours: [Double], _ milligrams: Double = 480) -> (inout History) -> Void {
    { history in for hour in hours { history.dose(hour, "tocilizumab", milligrams) } }
  }

  @Test("a 4th dose in 24 h, a 5th in all, less than 8 h after the last, above 800 mg")
  func limits() {
    check("A20", is: nil, at: 36, "3 in 24 h", doses([20, 28, 36]))
    check("A20", is: 1, at: 43.9, "a 4th within 24 h", doses([20, 28, 36, 43.9]))
    check("A20", is: nil, at: 44, "a 4th at 24 h", doses([20, 28, 36, 44]))
    check("A20", is: 1, at: 120, "a 5th", doses([20, 40, 60, 80, 120]))
    check("A20", is: nil, at: 80, "a 4th", doses([20, 40, 60, 80]))
    check("A20", is: nil, at: 28, "8 h apart", doses([20, 28]))
    check("A20", is: 1, at: 27.9, "7.9 h apart", doses([20, 27.9]))
    check("A20", is: nil, at: 20, "800 mg", doses([20], 800))
    check("A20", is: 1, at: 20, "801 mg", doses([20], 801))
    check("A20", is: nil, at: 44, "over after 24 h", doses([20], 801))
  }

  @Test("a dose by weight counts in mg")
  func byWeight() {
    func course(_ kilograms: Double) -> (inout History) -> Void {
      { history in
        history.add(
          -20, .patient(PatientDetails(weight: Quantity(DecimalNumber.of(kilograms), .kilogram))))
        history.add(
          20,
          .medication(
            Medication(
              drug: "tocilizumab", drugClass: .anticytokine,
              dose: Quantity(8, .milligramPerKilogram))))
      }
    }
    check("A20", is: nil, at: 20, "8 mg/kg of 100 kg", course(100))
    check("A20", is: 1, at: 20, "8 mg/kg of 100.5 kg", course(100.5))
  }

  @Test("CRS 2 for more than 2 h and nothing recorded")
  func notGiven() {
    func febrile(_ history: inout History) { history.vitals(20, t: 38.5, sys: 84, spo2: 96) }
    check("A21", is: nil, at: 22, "at 2 h", febrile)
    check("A21", is: 3, at: 22 + History.moment, "after 2 h", febrile)
    for drug in ["tocilizumab", "dexamethasone"] {
      check("A21", is: nil, at: 23, drug) {
        febrile(&$0)
        $0.dose(21, drug, 10)
      }
    }
    check("A21", is: nil, at: 23, "CRS 1") { $0.vitals(20, t: 38.5, sys: 120, spo2: 96) }
  }

  @Test("8 h after a dose at 2 and more the grade is not lower")
  func noResponse() {
    func treated(_ history: inout History) {
      history.vitals(20, t: 38.5, sys: 84, spo2: 96)
      history.dose(21, "tocilizumab", 480)
    }
    check("A22", is: nil, at: 29 - History.moment, "before 8 h", treated)
    check("A22", is: 2, at: 29, "at 8 h", treated)
    check("A22", is: nil, at: 29, "lower meanwhile") {
      treated(&$0)
      $0.vitals(24, t: 38.2, sys: 110, spo2: 97)
    }
    check("A22", is: nil, at: 30, "a further dose") {
      treated(&$0)
      $0.dose(29.5, "tocilizumab", 480)
    }
    check("A22", is: nil, at: 30, "given at 1") {
      $0.vitals(20, t: 38.5, sys: 120, spo2: 96)
      $0.dose(21, "tocilizumab", 480)
    }
  }

  @Test("a rise within 72 h of a cut, or of a stop")
  func flare() {
    func cut(_ at: Double, _ second: Double = 4) -> (inout History) -> Void {
      { history in
        history.vitals(10, t: 37, sys: 120, spo2: 97)
        history.dose(12, "dexamethasone", 8)
        history.dose(at, "dexamethasone", second)
        history.vitals(100, t: 38.5, sys: 120, spo2: 97)
      }
    }
    check("A23", is: 2, at: 100, "71 h after", cut(29))
    check("A23", is: nil, at: 100, "72 h after", cut(28))
    check("A23", is: nil, at: 100, "no cut", cut(29, 8))
  }
}

@Suite("A29 prolonged, A30 late, A31 again")
struct EpisodeRuleTests {
  @Test("open for more than 7 days")
  func prolonged() {
    func course(_ history: inout History) {
      for hours in stride(from: 20.0, through: 220, by: 8) {
        history.vitals(hours, t: 38.3, sys: 120, spo2: 97)
      }
    }
    check("A29", is: nil, at: 20 + 168, "at 7 days", course)
    check("A29", is: 2, at: 20 + 168 + History.moment, "after 7 days", course)
  }

  @Test("3 and more for more than 72 h")
  func severe() {
    func course(_ history: inout History) {
      history.vitals(20, t: 38.5, sys: 100, spo2: 97)
      history.pressor(21, .norepinephrine)
      for hours in stride(from: 24.0, through: 100, by: 4) {
        history.vitals(hours, t: 38.3, sys: 100, spo2: 97)
      }
    }
    check("A29", is: nil, at: 93, "at 72 h", course)
    check("A29", is: 2, at: 93 + History.moment, "after 72 h", course)
  }

  @Test("onset on day 14 is not late, on day 15 it is")
  func late() {
    // The infusion was at 10:00; day 15 begins 14 h and 14 days later.
    check("A30", is: nil, at: 349.9, "day 14") { $0.vitals(349.9, t: 38.3, sys: 120, spo2: 97) }
    check("A30", is: 2, at: 350, "day 15") { $0.vitals(350, t: 38.3, sys: 120, spo2: 97) }
  }

  @Test("a second episode")
  func recurrence() {
    var history = History()
    history.vitals(20, t: 38.3, sys: 120, spo2: 97)
    history.normal(46)
    #expect(history.priority("A31", 46) == nil)
    history.vitals(72, t: 38.5, sys: 120, spo2: 97)
    #expect(history.priority("A31", 72) == 2)
    history.normal(98)
    #expect(history.newest("A31", 98)?.ended == History.at(98))
  }
}
