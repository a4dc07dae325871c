import Clinical
import Foundation
import Grading
import Testing

/// Every vector that clinical-rules 3 prints, one a line.
@Suite("The printed vectors of the other scales")
struct VectorTests {
  static let vectors = [
    "CAR-HEMATOTOX: platelets (10*9/L)=220|anc (/uL)=3400|hb (g/dL)=12.4|crp (mg/dL)=0.8|ferritin (ng/mL)=180 -> 0",
    "CAR-HEMATOTOX: platelets (10*9/L)=130|anc (/uL)=1800|hb (g/dL)=10.5|crp (mg/dL)=1.4|ferritin (ng/mL)=320 -> 1",
    "CAR-HEMATOTOX: platelets (10*9/L)=110|anc (/uL)=950|hb (g/dL)=10.1|crp (mg/dL)=4.2|ferritin (ng/mL)=540 -> 3",
    "CAR-HEMATOTOX: platelets (10*9/L)=60|anc (/uL)=700|hb (g/dL)=8.5|crp (mg/dL)=2.4|ferritin (ng/mL)=1400 -> 5",
    "CAR-HEMATOTOX: platelets (10*9/L)=40|anc (/uL)=400|hb (g/dL)=7.8|crp (mg/dL)=9.5|ferritin (ng/mL)=3200 -> 7",
    "EASIX: ldh=600|creatinine (mg/dL)=1.0|platelets (10*9/L)=40 -> 15",
    "s-EASIX: ldh=600|platelets (10*9/L)=40 -> 15",
    "m-EASIX: ldh=600|crp (mg/dL)=10|platelets (10*9/L)=40 -> 150",
    "EASIX: ldh=250|creatinine (umol/L)=70.72|platelets (10*9/L)=120 -> 1.667",
    "s-EASIX: ldh=250|platelets (10*9/L)=120 -> 2.083",
    "m-EASIX: ldh=250|crp (mg/L)=35|platelets (10*9/L)=120 -> 7.292",
    "NEWS2: age=40|rr=18|spo2=97|o2=air|sbp=118|hr=88|avpu=A|temp=38.0 -> 0",
    "NEWS2: age=40|rr=22|spo2=94|o2=O2|sbp=96|hr=124|avpu=A|temp=39.4 -> 11",
    "NEWS2: age=40|rr=28|spo2=90|o2=O2|sbp=86|hr=136|avpu=V|temp=39.8 -> 19",
    "NEWS2: age=40|rr=18|spo2=95|o2=O2|sbp=118|hr=88|avpu=A|temp=37.0|scale=2 -> 4",
    "NEWS2: age=40|rr=18|spo2=95|o2=air|sbp=118|hr=88|avpu=A|temp=37.0|scale=2 -> 0",
  ]

  @Test("Each gives what is printed, without anything missing", arguments: vectors)
  func vector(_ line: String) throws {
    let colon = try #require(line.firstIndex(of: ":"))
    let arrow = try #require(line.range(of: " -> "))
    let result = try scored(
      String(line[..<colon]), String(line[line.index(colon, offsetBy: 2)..<arrow.lowerBound]))
    #expect(result.scoreText == line[arrow.upperBound...])
    #expect(result.missing == [])
  }

  /// HScore 2014 at every printed score, and what a logistic of a peer gets wrong.
  static let probabilities = [
    "90 <1 %", "100 1 %", "110 3 %", "120 5 %", "130 9 %", "140 16 %", "150 25 %", "160 40 %",
    "170 54 %", "180 70 %", "190 80 %", "200 88 %", "210 93 %", "220 96 %", "230 98 %",
    "240 99 %", "250 >99 %", "165 47 %", "169 53 %", "0 <1 %", "337 >99 %",
  ]

  @Test("The probability of an HScore is the published one, interpolated", arguments: probabilities)
  func probability(_ line: String) throws {
    let space = try #require(line.firstIndex(of: " "))
    let score = try #require(Int(line[..<space]))
    #expect(HScoreProbability.text(score) == line[line.index(after: space)...])
  }

  @Test("Every item of HScore at its most gives 337; at its least 0")
  func ends() throws {
    let most = try scored(
      "HScore",
      "immunosuppression=yes|temperature=39.5|hepatomegaly=yes|splenomegaly=yes|haemoglobin (g/dL)=9.2|leukocytes (10*9/L)=5.0|platelets (10*9/L)=110|ferritin (ug/L)=6001|triglycerides (mmol/L)=4.1|fibrinogen (g/L)=2.5|ast=30|haemophagocytosis=yes"
    )
    #expect(most.score == 337)
    #expect(most.verdict == "probability >99 %, at or above the cut 169")
    let least = try scored(
      "HScore",
      "immunosuppression=no|temperature=38.3|hepatomegaly=no|splenomegaly=no|haemoglobin (g/dL)=9.3|leukocytes (10*9/L)=5.1|platelets (10*9/L)=111|ferritin (ug/L)=1999|triglycerides (mmol/L)=1.4|fibrinogen (g/L)=2.6|ast=29|haemophagocytosis=no"
    )
    #expect(least.score == 0)
    #expect(least.verdict == "probability <1 %, below the cut 169")
  }
}
