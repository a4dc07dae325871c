import Clinical
import TestSupport
import Testing

@testable import Surveillance

@Suite("A24 IL-6 rising, A25 IL-6 very high")
struct IL6Tests {
  private func course(_ first: String, _ second: String, gap: Double = 24) -> (inout History) ->
    Void
  {
    { history in
      history.lab(20, ("IL6", first))
      history.lab(20 + gap, ("IL6", second))
    }
  }

  @Test("definitely doubled within 24 h and above 100")
  func rising() {
    check("A24", is: 3, at: 44, "60 to 120", course("60", "120"))
    check("A24", is: nil, at: 44, "60.1 to 120", course("60.1", "120"))
    check("A24", is: nil, at: 44, "50 to 100", course("50", "100"))
    check("A24", is: nil, at: 44.1, "in 24.1 h", course("60", "120", gap: 24.1))
    check("A24", is: 3, at: 44, "<2.5 to 120", course("<2.5", "120"))
    check("A24", is: nil, at: 44, ">5000 to >5000 is not known", course(">5000", ">5000"))
    check("A24", is: 3, at: 44, "400 to >5000", course("400", ">5000"))
    check("A24", is: nil, at: 44, "4800 to >5000 may be small", course("4800", ">5000"))
  }

  @Test("not within 7 d after tocilizumab")
  func muted() {
    func treated(_ before: Double) -> (inout History) -> Void {
      { history in
        history.dose(200 - before, "tocilizumab", 480)
        history.lab(190, ("IL6", "500"))
        history.lab(200, ("IL6", "2000"))
      }
    }
    for rule in ["A24", "A25"] {
      check(rule, is: nil, at: 200, "7 d less a moment", treated(168 - 0.01))
      check(rule, is: rule == "A24" ? 3 : 2, at: 200, "7 d", treated(168))
    }
  }

  @Test("definitely at 1000 and more")
  func veryHigh() {
    for (value, expected) in [
      ("999", nil), ("1000", 2), (">1000", 2), (">500", nil), (">=1000", 2), ("<5000", nil),
    ] as [(String, Int?)] {
      check("A25", is: expected, at: 20, value) { $0.lab(20, ("IL6", value)) }
    }
  }
}

@Suite("A26 ferritin, A27 fibrinogen")
struct FerritinTests {
  @Test("above 10,000 high, above 100,000 the highest, perhaps above listed")
  func ferritin() {
    for (value, expected) in [
      ("10000", nil), ("10001", 2), ("100000", 2), ("100001", 1), (">10000", 2), (">2000", 3),
      (">100000", 1), (">=100000", 2), ("<20000", 3),
    ] as [(String, Int?)] {
      check("A26", is: expected, at: 20, value) { $0.lab(20, ("FERR", value)) }
    }
  }

  @Test("below 1.5 g/L high, below 1.0 the highest; 150 mg/dL are 1.5 g/L")
  func fibrinogen() {
    for (value, expected) in [
      ("1.5", nil), ("1.49", 2), ("1", 2), ("0.99", 1), ("<1.5", 2), ("<1", 1), ("<2", 3),
      (">1.2", 3),
    ] as [(String, Int?)] {
      check("A27", is: expected, at: 20, value) { $0.lab(20, ("FIB", value)) }
    }
    check("A27", is: 2, at: 20, "149 mg/dL") {
      $0.add(
        20,
        .lab(Lab(results: [LabResult(code: "FIB", value: 149, unit: "mg/dL")])))
    }
  }

  @Test("it ends with a value that does not meet, not by silence, and with the stay")
  func ends() {
    var history = History()
    history.stay(-40, .admission)
    history.lab(20, ("FERR", "12000"))
    #expect(history.priority("A26", 300) == 2)
    history.lab(301, ("FERR", "9000"))
    #expect(history.newest("A26", 302)?.ended == History.at(301))
    history.lab(310, ("FERR", "12000"))
    history.stay(320, .discharge)
    #expect(history.newest("A26", 330)?.ended == History.at(320))
  }
}

@Suite("A28 IEC-HS suspicion")
struct IECHSTests {
  private func course(
    ferritin: String = "2000", baseline: String = "400", fibrinogen: String = "1.2",
    at hours: Double = 200
  ) -> (inout History) -> Void {
    { history in
      history.lab(-24, ("FERR", baseline), ("AST", "30"))
      history.lab(hours, ("FERR", ferritin), ("FIB", fibrinogen), ("AST", "40"))
    }
  }

  @Test("ferritin above twice the baseline, a feature, and the setting")
  func whole() {
    check("A28", is: 2, at: 200, "all three", course())
    check("A28", is: nil, at: 200, "ferritin 800 is twice 400", course(ferritin: "800"))
    check("A28", is: 2, at: 200, "ferritin 801", course(ferritin: "801"))
    check("A28", is: nil, at: 200, "no feature", course(fibrinogen: "1.5"))
    check("A28", is: nil, at: 100, "day 4, no CRS", course(at: 100))
  }

  @Test("the setting: day 8, CRS falling or closed, a second fever")
  func setting() {
    // Day 8 begins 182 h after an infusion at 10:00.
    check("A28", is: nil, at: 181.9, "day 7", course(at: 181.9))
    check("A28", is: 2, at: 182, "day 8 by the clock alone", course(at: 181))
    check("A28", is: 2, at: 100, "CRS falling") {
      $0.vitals(60, t: 38.5, sys: 84, spo2: 97)
      $0.vitals(70, t: 38.2, sys: 110, spo2: 97)
      course(at: 100)(&$0)
    }
    check("A28", is: 2, at: 120, "a second fever") {
      $0.vitals(40, t: 38.5)
      $0.vitals(100, t: 38.5)
      course(at: 120)(&$0)
    }
  }

  @Test("the features: AST or ALT, haemophagocytosis, a count that falls again")
  func features() {
    check("A28", is: 2, at: 200, "AST 151 of 30") {
      course(fibrinogen: "2")(&$0)
      $0.lab(199, ("ALT", "20"))
      $0.lab(200.0, ("AST", "151"))
    }
    check("A28", is: nil, at: 201, "AST 150 of 30") {
      course(fibrinogen: "2")(&$0)
      $0.lab(201, ("AST", "150"))
    }
    check("A28", is: 2, at: 201, "AST above 5 x the laboratory's limit") {
      course(fibrinogen: "2")(&$0)
      $0.lab(201, ("AST", "141"), upper: 28)
    }
    check("A28", is: 2, at: 201, "haemophagocytosis") {
      course(fibrinogen: "2")(&$0)
      $0.add(201, .finding(Finding(name: "haemophagocytosis", present: true)))
    }
    check("A28", is: 2, at: 250, "platelets fall again") {
      $0.lab(50, ("PLT", "20"))
      $0.lab(150, ("PLT", "60"))
      course(fibrinogen: "2")(&$0)
      $0.lab(250, ("PLT", "40"))
    }
    check("A28", is: nil, at: 250, "platelets fall by less") {
      $0.lab(50, ("PLT", "20"))
      $0.lab(150, ("PLT", "60"))
      course(fibrinogen: "2")(&$0)
      $0.lab(250, ("PLT", "41"))
    }
  }

  @Test("doubled within 24 h, without a baseline")
  func doubled() {
    func course(_ gap: Double, _ second: String) -> (inout History) -> Void {
      { history in
        history.lab(200, ("FERR", "500"), ("FIB", "1.2"))
        history.lab(200 + gap, ("FERR", second))
      }
    }
    check("A28", is: 2, at: 224, "in 24 h", course(24, "1000"))
    check("A28", is: nil, at: 224.1, "in 24.1 h", course(24.1, "1000"))
    check("A28", is: nil, at: 224, "not quite", course(24, "999"))
  }
}

@Suite("A32 GVHD and viruses, A33 haematotoxicity, A39 tumour lysis")
struct OtherLabTests {
  @Test("a finding by name, or a laboratory code that is positive")
  func viruses() {
    check("A32", is: 3, at: 20, "GVHD") {
      $0.add(20, .finding(Finding(name: "GVHD skin", present: true)))
    }
    check("A32", is: nil, at: 30, "gone") {
      $0.add(20, .finding(Finding(name: "GVHD skin", present: true)))
      $0.add(30, .finding(Finding(name: "GVHD skin", present: false)))
    }
    check("A32", is: 3, at: 20, "EBV 1200 copies") { $0.lab(20, ("X:EBV-DNA", "1200")) }
    check("A32", is: nil, at: 20, "EBV <500") { $0.lab(20, ("X:EBV-DNA", "<500")) }
    check("A32", is: nil, at: 20, "another code") { $0.lab(20, ("X:Anti-HLA", "5")) }
  }

  @Test("early: 14 days at 0.5 or 7 days at 0.1, gaps of 3 days bridged")
  func early() {
    func counts(_ value: String, _ days: [Int]) -> (inout History) -> Void {
      { history in for day in days { history.lab(Double(day) * 24, ("ANC", value)) } }
    }
    check("A33", is: nil, at: 14 * 24, "13 days", counts("0.5", Array(2...14)))
    check("A33", is: 2, at: 15 * 24, "14 days", counts("0.5", Array(2...15)))
    check("A33", is: nil, at: 15 * 24, "0.51", counts("0.51", Array(2...15)))
    check("A33", is: 2, at: 16 * 24, "3 apart", counts("0.4", [2, 5, 8, 11, 14, 16]))
    check("A33", is: nil, at: 16 * 24, "4 apart", counts("0.4", [2, 5, 8, 12, 14, 16]))
    check("A33", is: nil, at: 8 * 24, "0.1 for 6 days", counts("0.1", Array(3...8)))
    check("A33", is: 2, at: 9 * 24, "0.1 for 7 days", counts("0.1", Array(3...9)))
  }

  @Test("late: two measurements at 0.5 and below after day 30; it ends with recovery")
  func late() {
    check("A33", is: nil, at: 35 * 24, "one") {
      $0.stay(-40, .admission)
      $0.lab(35 * 24, ("ANC", "0.4"))
    }
    check("A33", is: 2, at: 36 * 24, "two") {
      $0.stay(-40, .admission)
      $0.lab(35 * 24, ("ANC", "0.4"))
      $0.lab(36 * 24, ("ANC", "0.5"))
    }
    check("A33", is: nil, at: 37 * 24, "recovered") {
      $0.stay(-40, .admission)
      $0.lab(35 * 24, ("ANC", "0.4"))
      $0.lab(36 * 24, ("ANC", "0.5"))
      $0.lab(37 * 24, ("ANC", "0.6"))
    }
  }

  @Test("two of the four, each side of each limit, in the week after the infusion")
  func lysis() {
    check("A39", is: 2, at: 20, "K 6.0 and urate 476") {
      $0.lab(20, ("K", "6.0"), ("URATE", "476"))
    }
    check("A39", is: nil, at: 20, "K 5.99") { $0.lab(20, ("K", "5.99"), ("URATE", "476")) }
    check("A39", is: nil, at: 20, "one alone") { $0.lab(20, ("K", "7")) }
    check("A39", is: 2, at: 20, "PO4 1.45 and Ca 1.75") {
      $0.lab(20, ("PHOS", "1.45"), ("CA", "1.75"))
    }
    check("A39", is: nil, at: 20, "Ca 1.76") { $0.lab(20, ("PHOS", "1.45"), ("CA", "1.76")) }
    check("A39", is: nil, at: 20, "PO4 2.0 in a child", age: 17) {
      $0.lab(20, ("PHOS", "2.0"), ("CA", "1.7"))
    }
    check("A39", is: 2, at: 20, "PO4 2.1 in a child", age: 17) {
      $0.lab(20, ("PHOS", "2.1"), ("CA", "1.7"))
    }
    check("A39", is: 2, at: 20, "25 % up and down") {
      $0.lab(-24, ("K", "4"), ("CA", "2.4"))
      $0.lab(20, ("K", "5"), ("CA", "1.8"))
    }
    check("A39", is: nil, at: 20, "24 % up") {
      $0.lab(-24, ("K", "4"), ("CA", "2.4"))
      $0.lab(20, ("K", "4.99"), ("CA", "1.8"))
    }
    check("A39", is: 2, at: 167.9, "in the 7th day") {
      $0.lab(167.9, ("K", "6.0"), ("URATE", "476"))
    }
    check("A39", is: nil, at: 168, "at 7 d") { $0.lab(168, ("K", "6.0"), ("URATE", "476")) }
  }
}

@Suite("A17 vitals overdue, A36 check entry, A37 indeterminate")
struct RecordRuleTests {
  @Test("every 4 h: listed at 5 h, high at 8 h; at CRS 2 at 1.5 h and 2 h")
  func vitals() {
    func round(_ history: inout History) { history.normal(30) }
    check("A17", is: nil, at: 35 - History.moment, "before 5 h", round)
    check("A17", is: 3, at: 35, "5 h", round)
    check("A17", is: 3, at: 38 - History.moment, "before 8 h", round)
    check("A17", is: 2, at: 38, "8 h", round)
    func severe(_ history: inout History) { history.vitals(30, t: 38.5, sys: 84, spo2: 97) }
    check("A17", is: nil, at: 31.5 - History.moment, "before 1.5 h", severe)
    check("A17", is: 3, at: 31.5, "1.5 h", severe)
    check("A17", is: 2, at: 32, "2 h", severe)
    check("A17", is: nil, at: 39, "refused") {
      round(&$0)
      $0.notDone(37, .vitals, .refused)
    }
  }

  @Test("entries that contradict one another")
  func contradictions() {
    check("A36", is: 3, at: 20.5, "ICE 10 and unarousable") {
      $0.ice(20, 10)
      $0.level(20.5, .unarousable)
    }
    check("A36", is: nil, at: 22, "2 h apart") {
      $0.ice(20, 10)
      $0.level(22, .unarousable)
    }
    check("A36", is: 3, at: 20, "high flow at 3 L/min") {
      $0.oxygen(20, .highFlowNasalCannula, flow: 3)
    }
    check("A36", is: nil, at: 20, "high flow at 7 L/min") {
      $0.oxygen(20, .highFlowNasalCannula, flow: 7)
    }
    check("A36", is: 3, at: 20, "SBP 180 on norepinephrine") {
      $0.pressor(19, .norepinephrine)
      $0.vitals(20, sys: 180)
    }
    check("A36", is: nil, at: 20, "SBP 179") {
      $0.pressor(19, .norepinephrine)
      $0.vitals(20, sys: 179)
    }
    check("A36", is: 3, at: 20, "42 °C") { $0.vitals(20, t: 42) }
    check("A36", is: nil, at: 20, "41.9 °C") { $0.vitals(20, t: 41.9) }
  }

  @Test("nothing unexpired speaks for a grade; a patient out of house is not asked for")
  func indeterminate() {
    func round(_ history: inout History) {
      history.normal(30)
      history.ice(30, 10)
    }
    check("A37", is: nil, at: 38 - History.moment, "before 8 h", round)
    check("A37", is: 2, at: 38, "8 h", round)
    check("A37", is: nil, at: 8 - History.moment, "infused without a reading") { _ in }
    check("A37", is: 2, at: 8, "8 h after the infusion without a reading") { _ in }
    check("A37", is: nil, at: 40, "discharged") {
      round(&$0)
      $0.stay(-40, .admission)
      $0.stay(37, .discharge)
    }
  }
}
