import Clinical
import Grading
import Testing

@Suite("A table of cases")
struct ScaleTableTests {
  private func refusal(_ scale: String, _ line: String) throws -> String {
    do {
      _ = try scored(scale, line)
      return "taken"
    } catch let error as ScaleTable.Refusal {
      return "\(error.line) \(error.field ?? "-"): \(error.problem); \(error.remedy)"
    }
  }

  @Test(
    "What is refused is named by line and field, with what would be right",
    arguments: [
      (
        "EASIX", "ldh=600|creatinine=1|plt (10*9/L)=40",
        "2 creatinine: a number without its unit; name the column creatinine (mg/dL) or creatinine (umol/L)"
      ),
      (
        "EASIX", "ldh=six|plt (10*9/L)=40",
        "2 ldh: \"six\" is no number; write a number with its unit, or leave the cell empty for what was not recorded"
      ),
      ("EASIX", "ldh (mg/L)=600", "1 ldh: mg/L does not fit; name the column ldh (U/L)"),
      ("EASIX", "ldh=6 mg", "2 ldh: mg does not fit; name the column ldh (U/L)"),
      (
        "EASIX", "urate=6",
        "1 urate: EASIX has no such column; its columns are ldh, creatinine, platelets"
      ),
      ("EASIX", "ldh=6|LDH=7", "1 ldh: the column stands twice; leave one of them out"),
      ("EASIX", "case=A", "1 -: no column of EASIX; its columns are ldh, creatinine, platelets"),
      ("NEWS2", "spo2=101", "2 spo2: 101 cannot be true; it lies between 1 and 100 %"),
      ("NEWS2", "temp=101.3", "2 temperature: 101.3 cannot be true; it lies between 25 and 45 Cel"),
      (
        "NEWS2", "o2=some",
        "2 oxygen: \"some\" is none of its words; write one of air, oxygen, or leave the cell empty"
      ),
      (
        "NEWS2", "pregnant=maybe",
        "2 pregnant: \"maybe\" is neither yes nor no; write yes or no, or leave the cell empty"
      ),
      ("NEWS2", "age=40.5", "2 age: \"40.5\" is no whole number; write a whole number"),
      (
        "ICAHT-early", "anc (10*9/L)=3 4 5",
        "2 neutrophils: \"3\" is no day with its value; write day:value pairs with spaces between them, as 0:3.1 1:0.4 2:<0.1"
      ),
      (
        "ICAHT-early", "anc (10*9/L)=0:3 0:4",
        "2 neutrophils: day 0 stands twice; write its lowest value once"
      ),
    ])
  func refused(_ scale: String, _ line: String, _ message: String) throws {
    #expect(try refusal(scale, line) == message)
  }

  @Test("A temperature in Fahrenheit is converted, then rounded")
  func fahrenheit() throws {
    let line = "age=40|rr=16|spo2=97|o2=air|sbp=120|pulse=70|avpu=A|temp (degF)="
    #expect(try scored("NEWS2", line + "100.4").score == 0)
    #expect(try scored("NEWS2", line + "100.6").score == 1)
  }

  @Test("A line with another number of cells is refused")
  func width() throws {
    let scale = try #require(OtherScale.named("s-easix"))
    let table = try ScaleTable(scale, header: ["ldh", "plt (10*9/L)"])
    #expect(throws: ScaleTable.Refusal.self) { try table.inputs(["600"], line: 7) }
  }

  @Test("Every scale is found by its name in any case, and answers an empty line without a number")
  func everyScale() throws {
    #expect(OtherScale.all.count == 21)
    for scale in OtherScale.all {
      #expect(OtherScale.named(scale.name.lowercased())?.name == scale.name)
      let result = scale.result(of: ScaleInputs())
      #expect(result.score == nil && result.grade == nil, "\(scale.name)")
      #expect(!result.missing.isEmpty, "\(scale.name)")
      #expect(!scale.source.isEmpty && !scale.columns.isEmpty)
    }
  }

  @Test("No two columns of a scale answer to one name")
  func names() {
    for scale in OtherScale.all {
      for column in scale.columns {
        #expect(scale.column(named: column.name)?.name == column.name, "\(scale.name)")
      }
    }
  }
}
