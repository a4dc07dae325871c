import Clinical
import TestSupport
import Testing

@testable import Surveillance

@Suite("A01 new fever")
struct A01Tests {
  @Test("38.0 is a fever, 37.9 is none, and before the infusion there is none")
  func threshold() {
    check("A01", is: 2, at: 20, "38.0") { $0.vitals(20, t: 38.0) }
    check("A01", is: nil, at: 20, "37.9") { $0.vitals(20, t: 37.9) }
    check("A01", is: 2, at: 20, "37.95 is 38.0 by D-02") { $0.vitals(20, t: 37.95) }
    check("A01", is: nil, at: 0.5, "before the infusion") { $0.vitals(-1, t: 39.0) }
  }

  @Test("it is new again after 24 h below 38.0, not one moment sooner")
  func newAgain() {
    func fever(_ gap: Double) -> (inout History) -> Void {
      { history in
        history.vitals(20, t: 38.5)
        history.vitals(21, t: 37.0)
        history.vitals(20 + gap, t: 38.5)
      }
    }
    check("A01", is: nil, at: 43.9, "after 23.9 h", fever(23.9))
    check("A01", is: 2, at: 44, "after 24 h", fever(24))
  }

  @Test("it ends with the first temperature below 38.0, or after 24 h: then it is not new")
  func ends() {
    check("A01", is: nil, at: 25, "gone") {
      $0.vitals(20, t: 38.5)
      $0.vitals(25, t: 37.9)
    }
    check("A01", is: 2, at: 44 - History.moment, "just before 24 h") {
      $0.vitals(20, t: 38.5)
      $0.vitals(40, t: 38.5)
    }
    check("A01", is: nil, at: 44, "after 24 h") {
      $0.vitals(20, t: 38.5)
      $0.vitals(40, t: 38.5)
    }
  }

  @Test("with neutrophils at 0.5 and below it is the highest; a limit counts when it settles that")
  func neutropenia() {
    for (count, expected) in [
      ("0.5", 1), ("0.51", 2), ("<0.5", 1), ("<0.6", 2), (">0.5", 2), ("0", 1),
    ] {
      check("A01", is: expected, at: 20, "ANC \(count)") {
        $0.lab(10, ("ANC", count))
        $0.vitals(20, t: 38.2)
      }
    }
    check("A01", is: 1, at: 22, "ANC comes after the fever") {
      $0.vitals(20, t: 38.2)
      $0.lab(22, ("ANC", "0.3"))
    }
  }

  @Test("the text of a possibly low count says so, and the neutropenic one asks for cultures")
  func words() {
    var history = History()
    history.lab(10, ("ANC", "<0.6"))
    history.vitals(20, t: 38.2)
    #expect(history.active("A01", 20)?.text.contains("may be that low") == true)
    history.lab(21, ("ANC", "0.2"))
    let text = history.active("A01", 21)?.text ?? ""
    #expect(text.contains("cultures and antibiotics"))
    #expect(text.contains("38.2 °C"))
  }

  @Test("the site moves the count")
  func setting() {
    check("A01", is: 1, at: 20, "A01.neutrophils 1") {
      $0.setting(-10, "A01.neutrophils", .number(1))
      $0.lab(10, ("ANC", "0.9"))
      $0.vitals(20, t: 38.2)
    }
  }
}

@Suite("A02 early high fever")
struct A02Tests {
  @Test("38.9 within 36 h; 38.8, or at 36 h, is not")
  func table() {
    check("A02", is: 2, at: 30, "38.9 at 30 h") { $0.vitals(30, t: 38.9) }
    check("A02", is: nil, at: 30, "38.8 at 30 h") { $0.vitals(30, t: 38.8) }
    check("A02", is: 2, at: 36 - 0.01, "just before 36 h") { $0.vitals(36 - 0.01, t: 39.5) }
    check("A02", is: nil, at: 36, "at 36 h") { $0.vitals(36, t: 39.5) }
    check("A02", is: nil, at: 34, "gone below 38.0") {
      $0.vitals(30, t: 39.0)
      $0.vitals(34, t: 37.9)
    }
    check("A02", is: 2, at: 34, "38.0 is still a fever") {
      $0.vitals(30, t: 39.0)
      $0.vitals(34, t: 38.0)
    }
  }
}

@Suite("A03 refractory fever")
struct A03Tests {
  /// A fever every 8 h from 20 h on, the last so many hours after the first.
  private func fevers(_ last: Double) -> (inout History) -> Void {
    { history in
      for hours in stride(from: 0, to: last, by: 8) { history.vitals(20 + hours, t: 38.3) }
      history.vitals(20 + last, t: 38.3)
    }
  }

  @Test("in each 24 h for more than 3 days: at 72 h not yet, after it")
  func boundary() {
    check("A03", is: nil, at: 92, "72 h", fevers(72))
    check("A03", is: 2, at: 92.1, "72.1 h", fevers(72.1))
  }

  @Test("a gap of 24 h begins anew")
  func gap() {
    check("A03", is: nil, at: 100, "a day without") {
      $0.vitals(20, t: 38.3)
      $0.vitals(44, t: 38.3)
      $0.vitals(67, t: 38.3)
      $0.vitals(90, t: 38.3)
      $0.vitals(100, t: 38.3)
    }
  }

  @Test("it ends with a temperature below 38.0 a day after the last fever, never by silence")
  func ends() {
    let base = fevers(80)
    check("A03", is: 2, at: 123.9, "below 38.0 after 23.9 h") {
      base(&$0)
      $0.vitals(123.9, t: 37.0)
    }
    check("A03", is: nil, at: 124, "below 38.0 after 24 h") {
      base(&$0)
      $0.vitals(124, t: 37.0)
    }
    check("A03", is: 2, at: 160, "silence", base)
  }
}

@Suite("A19 masked fever")
struct A19Tests {
  private func course(_ drug: Double, _ reading: Double, _ t: Double) -> (inout History) -> Void {
    { history in
      history.vitals(20, t: 38.5)
      history.drug(drug, "paracetamol")
      history.vitals(reading, t: t)
    }
  }

  @Test("below 38.0 within 6 h of an antipyretic, in an open episode")
  func table() {
    check("A19", is: 3, at: 26.9, "5.9 h after", course(21, 26.9, 37.2))
    check("A19", is: nil, at: 27, "6 h after", course(21, 27, 37.2))
    check("A19", is: nil, at: 25, "still a fever", course(21, 25, 38.0))
    check("A19", is: nil, at: 24, "no episode") {
      $0.drug(21, "paracetamol")
      $0.vitals(24, t: 37.2)
    }
    check("A19", is: nil, at: 24, "no antipyretic") {
      $0.vitals(20, t: 38.5)
      $0.drug(21, "dexamethasone")
      $0.vitals(24, t: 37.2)
    }
  }
}
