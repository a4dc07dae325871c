import Clinical
import Grading
import Testing

@Suite("Scales of the blood")
struct BloodScaleTests {
  @Test(
    "CAR-HEMATOTOX: both sides of each limit",
    arguments: [
      ("platelets (10*9/L)", "175.1:0 175:1 75:1 74.9:2"), ("anc (/uL)", "1201:0 1200:0 1199:1"),
      ("hb (g/dL)", "9.1:0 9.0:0 8.9:1"), ("crp (mg/dL)", "2.9:0 3.0:1 3.1:1"),
      ("crp (mg/L)", "29:0 30:1"), ("ferritin (ng/mL)", "649:0 650:1 2000:1 2001:2 <650:0 >2000:2"),
    ])
  func hematotox(_ column: String, _ pairs: String) throws {
    for pair in pairs.split(separator: " ") {
      let parts = pair.split(separator: ":").map(String.init)
      var cells = [
        "platelets (10*9/L)": "300", "anc (/uL)": "3000", "hb (g/dL)": "12", "crp (mg/dL)": "0.5",
        "ferritin (ng/mL)": "100",
      ]
      if column == "crp (mg/L)" { cells["crp (mg/dL)"] = nil }
      cells[column] = parts[0]
      let line = cells.map { "\($0.key)=\($0.value)" }.joined(separator: "|")
      #expect(try scored("CAR-HEMATOTOX", line).scoreText == parts[1], "\(column) \(parts[0])")
    }
  }

  @Test("CAR-HEMATOTOX is low up to 1 and high from 2 on")
  func risk() throws {
    let rest = "|anc (/uL)=3000|hb (g/dL)=12|crp (mg/dL)=0.5|ferritin (ng/mL)=100"
    #expect(try scored("CAR-HEMATOTOX", "plt (10*9/L)=100" + rest).verdict == "low risk")
    #expect(try scored("CAR-HEMATOTOX", "plt (10*9/L)=74" + rest).verdict == "high risk")
  }

  @Test("A limit of quantification that leaves the points open gives no score")
  func open() throws {
    let result = try scored(
      "CAR-HEMATOTOX",
      "plt (10*9/L)=100|anc (/uL)=3000|hb (g/dL)=12|crp (mg/dL)=0.5|ferritin (ng/mL)=>1500")
    #expect(result.score == nil && result.missingNames == ["ferritin"])
  }

  @Test("EASIX: no platelets, platelets 0, or a value that is only a limit give no score")
  func easix() throws {
    for (line, name) in [
      ("ldh=600|creatinine (mg/dL)=1.0", "platelets"),
      ("ldh=600|creatinine (mg/dL)=1.0|platelets (10*9/L)=0", "platelets"),
      ("ldh=>600|creatinine (mg/dL)=1.0|platelets (10*9/L)=40", "ldh"),
      ("ldh=600|platelets (10*9/L)=40", "creatinine"),
    ] {
      let result = try scored("EASIX", line)
      #expect(result.score == nil && result.missingNames == [name], "\(line)")
    }
  }

  @Test("CRP in mg/L and in mg/dL give the same m-EASIX: no factor of ten is lost")
  func units() throws {
    func line(_ unit: String, _ crp: String) -> String {
      "ldh=600|crp (\(unit))=\(crp)|plt (10*9/L)=40"
    }
    #expect(try scored("m-EASIX", line("mg/L", "100")).score == 150)
    #expect(try scored("m-EASIX", line("mg/dL", "10")).score == 150)
    #expect(try scored("m-EASIX", "ldh=600|crp=100 mg/L|plt=40 10*9/L").score == 150)
  }

  @Test("EASIX before lymphodepletion: 4.67 is not above the cut, the next is")
  func cut() throws {
    // 467 x 1 / 100 is exactly 4.67.
    let at = try scored("EASIX-pre", "ldh=467|creatinine (mg/dL)=1|platelets (10*9/L)=100")
    #expect(at.scoreText == "4.67" && at.verdict == "not above 4.67")
    let above = try scored(
      "EASIX-pre", "ldh=467.01|creatinine (mg/dL)=1|platelets (10*9/L)=100")
    #expect(above.scoreText == "4.67" && above.verdict == "above 4.67")
  }

  /// Days from 0 on with this ANC, then recovered to the end.
  private func course(_ low: Int, _ value: String, through last: Int = 30) -> String {
    (0...last).map { "\($0):\($0 < low ? value : "3")" }.joined(separator: " ")
  }

  @Test(
    "Early ICAHT by consecutive days at or below 500, both sides",
    arguments: [
      (0, "0"), (1, "1"), (6, "1"), (7, "2"), (13, "2"), (14, "3"), (30, "3"), (31, "4"),
    ])
  func earlyDays(_ days: Int, _ grade: String) throws {
    let line = "anc (10*9/L)=" + course(days, "0.5")
    #expect(try scored("ICAHT-early", line).gradeText == grade)
  }

  @Test(
    "Early ICAHT by consecutive days at or below 100, both sides",
    arguments: [
      (6, "1"), (7, "3"), (13, "3"), (14, "4"),
    ])
  func earlyDeepDays(_ days: Int, _ grade: String) throws {
    #expect(try scored("ICAHT-early", "anc (10*9/L)=" + course(days, "0.1")).gradeText == grade)
  }

  @Test("500 is low and 501 is not; 500.5 is not: the count is not an index")
  func limits() throws {
    for (value, grade) in [("500", "2"), ("500.5", "0"), ("501", "0")] {
      let days = (0...30).map { "\($0):\($0 < 8 ? value : "3000")" }.joined(separator: " ")
      #expect(try scored("ICAHT-early", "anc (/uL)=" + days).gradeText == grade, "\(value)")
    }
  }

  @Test("A recovery of 2 days is bridged, one of 3 ends the run")
  func bridge() throws {
    func days(_ recovered: ClosedRange<Int>) -> String {
      (0...30).map { "\($0):\($0 < 10 && !recovered.contains($0) ? "0.4" : "3")" }
        .joined(separator: " ")
    }
    #expect(try scored("ICAHT-early", "anc (10*9/L)=" + days(4...5)).gradeText == "2")
    #expect(try scored("ICAHT-early", "anc (10*9/L)=" + days(4...6)).gradeText == "1")
  }

  // The days between might have been at or below 100 too: 9 of them are 3.
  @Test("Days without a count leave a run open: no grade, both bounds, and why")
  func gap() throws {
    let result = try scored("ICAHT-early", "anc (10*9/L)=0:0.4 1:0.4 2:0.4 12:0.4 13:3 14:3")
    #expect(result.grade == nil && result.gradeText == "1-3")
    #expect(
      result.missing == [
        MissingInput("neutrophils", "days without a count leave a run open")
      ])
    #expect(result.verdict == "so far, to day 14")
  }

  @Test(
    "Where the first or last days alone were not measured, they are named",
    arguments: [
      (1...30, "0.4", "day 0 was not measured"), (1...29, "0.4", "days 0, 30 were not measured"),
      (0...28, "0.4", "days 29, 30 were not measured"), (0...30, "<0.6", "only limits are known"),
      (1...30, "<0.6", "only limits are known; day 0 was not measured"),
    ])
  func edges(_ measured: ClosedRange<Int>, _ value: String, _ why: String) throws {
    // A limit that decides is none that leaves it open.
    let line = measured.map { "\($0):\($0 == 5 ? "<0.1" : value)" }.joined(separator: " ")
    let result = try scored("ICAHT-early", "anc (10*9/L)=\(line)|throughDay=30")
    #expect(result.grade == nil && result.bounds?.upperBound == 4)
    #expect(result.missing == [MissingInput("neutrophils", why)])
  }

  @Test(
    "Late ICAHT is what two measurements reach; one alone is none",
    arguments: [
      ("31:0.4", "-"), ("31:1.6 33:1.6", "0"), ("31:1.5 33:1.5", "1"), ("31:1.0 33:1.0", "2"),
      ("31:0.5 33:0.5", "3"), ("31:0.1 33:0.1", "4"), ("31:0.1 33:1.2 35:3", "1"),
      ("31:0.101 33:0.1", "3"), ("30:0.1 31:0.1 33:3", "0"),
    ])
  func late(_ days: String, _ grade: String) throws {
    #expect(try scored("ICAHT-late", "anc (10*9/L)=" + days).gradeText == grade)
  }

  @Test(
    "Early T-ICAHT: below 50 and below 20, both sides",
    arguments: [
      (0, "50", "0"), (6, "50", "0"), (1, "49", "1"), (6, "49", "1"), (7, "49", "2"),
      (7, "20", "2"), (1, "19", "3"), (13, "19", "3"), (14, "19", "4"),
    ])
  func platelets(_ days: Int, _ value: String, _ grade: String) throws {
    let line = (0...30).map { "\($0):\($0 < days ? value : "200")" }.joined(separator: " ")
    #expect(try scored("T-ICAHT-early", "plt (10*9/L)=" + line).gradeText == grade)
  }

  @Test(
    "Late T-ICAHT asks for two tests from day 31 to 100",
    arguments: [
      ("31:90", "-"), ("31:90 40:100", "1"), ("31:100 40:100", "0"), ("31:49 40:120", "2"),
      ("31:50 40:120", "1"), ("31:19 40:120", "3"), ("31:19 50:120", "3-4"),
      ("31:19 32:120 33:120 34:120", "3"),
      ("30:19 31:120 101:10", "-"),
    ])
  func latePlatelets(_ days: String, _ grade: String) throws {
    #expect(try scored("T-ICAHT-late", "plt (10*9/L)=" + days).gradeText == grade, "\(days)")
  }

  @Test(
    "CTCAE counts: 3 and 4, and open below",
    arguments: [
      ("CTCAE-ANC", "anc (10*9/L)=0.49", "4"), ("CTCAE-ANC", "anc (10*9/L)=0.5", "3"),
      ("CTCAE-ANC", "anc (10*9/L)=0.99", "3"), ("CTCAE-ANC", "anc (10*9/L)=1", "0-2"),
      ("CTCAE-PLT", "plt (10*9/L)=24", "4"), ("CTCAE-PLT", "plt (10*9/L)=25", "3"),
      ("CTCAE-PLT", "plt (10*9/L)=49", "3"), ("CTCAE-PLT", "plt (10*9/L)=50", "0-2"),
    ])
  func counts(_ scale: String, _ line: String, _ grade: String) throws {
    #expect(try scored(scale, line).gradeText == grade)
  }
}
