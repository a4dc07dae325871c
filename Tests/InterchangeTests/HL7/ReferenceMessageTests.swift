import Clinical
import EventText
import Foundation
import Interchange
import Testing

/// Messages as devices and laboratories really send them, in the folder that VIGIL_REFERENCE_DATA names.
@Suite(
  "Published messages are understood as their manifest says",
  .enabled(if: Reference.folder != nil, "VIGIL_REFERENCE_DATA is not set"))
struct ReferenceMessageTests {
  private func charting(_ name: String) throws -> (HL7Report, HL7Charting) {
    let file = HL7File(try Reference.bytes("hl7/\(name)")[...])
    let report = HL7Report(
      try HL7Message(try #require(file.messages.first).bytes), zone: shanghai)
    return (report, HL7Charting(report, now: instant("2026-11-25T12:00:00Z")))
  }

  @Test("every message of the manifest is there and can be read")
  func manifest() throws {
    let lines = String(decoding: try Reference.bytes("hl7/MANIFEST.csv"), as: UTF8.self)
    let files = CSVReader(lines).records.dropFirst().map { $0.fields[0] }
    #expect(files.count == 15)
    for file in files { _ = try charting(file) }
  }

  @Test("01: NIBP and temperature at their own times, an empty identifier, the probe in the axilla")
  func mindray() throws {
    let (report, charting) = try charting("01_mindray_vs900.hl7")
    #expect(report.identifiers == [] && report.bed == nil)
    #expect(
      charting.drafts.map { Timestamp.text($0.at) } == [
        "2019-12-06T11:10:16+08:00", "2019-12-06T11:34:15+08:00", "2019-12-06T11:34:52+08:00",
      ])
    guard case .vitals(let second) = charting.drafts[1].content else { return #expect(Bool(false)) }
    #expect(second == Vitals(temperature: Quantity(number("35.1"), .celsius), site: .axillary))
  }

  @Test("02: demonstration data leave nothing to chart and nothing that waits")
  func demonstration() throws {
    let (_, charting) = try charting("02_mindray_vs900_demo_flag.hl7")
    #expect(charting.drafts == [] && charting.held == [])
    #expect(charting.notes.count == 6)
  }

  @Test("03: fractions of a second, an offset, two rates of breathing, a bed of a unit")
  func gateway() throws {
    let (report, charting) = try charting("03_mindray_egateway.hl7")
    #expect(report.identifiers == [] && report.unit == "ICU" && report.bed == "5")
    #expect(charting.drafts.map { Timestamp.text($0.at) } == ["2026-09-12T12:00:00+05:30"])
    #expect(charting.vitals?.respiratoryRate == Quantity(17, .perMinute))
    #expect(charting.vitals?.heartRate == Quantity(66, .perMinute))
    #expect(charting.vitals?.pulse == Quantity(65, .perMinute))
  }

  @Test("04: no OBX-1, texts as NM, weight and height 0, the bed as a subcomponent")
  func spotCheck() throws {
    let (report, charting) = try charting("04_comen_nc5_spot.hl7")
    #expect(report.identifiers == ["ID0004"] && report.bed == "24")
    #expect(report.message.sender == "KC575235977G")
    #expect(charting.vitals?.temperature == Quantity(39, .celsius))
    #expect(charting.vitals?.systolic == Quantity(120, .millimetreOfMercury))
    #expect(charting.notes.count == 7 && charting.held == [])
  }

  @Test("05: sentinels without a status are no values")
  func sentinels() throws {
    let (_, charting) = try charting("05_xh80x_sentinels.hl7")
    #expect(charting.drafts == [] && charting.held == [])
  }

  @Test("06: 38.5 is charted and 384.5 waits; a wrong code is taken by its name")
  func northern() throws {
    let (_, charting) = try charting("06_northern_monitor.hl7")
    #expect(charting.vitals == Vitals(temperature: Quantity(number("38.5"), .celsius)))
    #expect(charting.held.map(\.reason) == [.impossibleValue])
    guard case .vitals(let cuff) = charting.drafts[1].content else { return #expect(Bool(false)) }
    #expect(cuff.systolic == Quantity(142, .millimetreOfMercury))
    #expect(charting.remarks.contains { $0.contains("150031") })
  }

  @Test("07: Fahrenheit as sent, 8388607 is no value, shifted names of one pressure are taken")
  func fahrenheit() throws {
    let (_, charting) = try charting("07_comen_fahr_probe_off.hl7")
    #expect(charting.vitals?.temperature == Quantity(number("98.6"), .fahrenheit))
    #expect(charting.vitals?.systolic == Quantity(128, .millimetreOfMercury))
    #expect(charting.vitals?.diastolic == Quantity(76, .millimetreOfMercury))
    #expect(charting.vitals?.meanArterial == Quantity(93, .millimetreOfMercury))
    #expect(charting.vitals?.spo2 == Quantity(97, .percent))
    #expect(charting.held == [])
  }

  @Test("08: headings of devices are passed over; the header's offset holds for the order's time")
  func containment() throws {
    let (_, charting) = try charting("08_ge_b1x5_spo2.hl7")
    #expect(charting.drafts.map { Timestamp.text($0.at) } == ["2024-03-01T10:15:00-05:00"])
    #expect(
      charting.vitals == Vitals(pulse: Quantity(76, .perMinute), spo2: Quantity(98, .percent)))
  }

  @Test("09: numbers as IS, ***** is no result, UTF-8 under a deprecated name, no identifier")
  func blankSample() throws {
    let (report, charting) = try charting("09_mindray_bc_cn_blank.hl7")
    #expect(report.identifiers == [] && report.message.encoding == .utf8)
    #expect(charting.results.map(\.code) == ["WBC", "HGB", "PLT"])
    #expect(charting.notes.contains { $0.contains("*****") })
  }

  @Test("10: a test named in OBX-4 only, negative values, MSH-16 that is no condition")
  func chemistry() throws {
    let (report, charting) = try charting("10_chem_analyser_cn.hl7")
    #expect(report.identifiers == [])
    #expect(charting.results.map(\.code) == ["X:ALT1", "X:AST1"])
    #expect(charting.results.map(\.value) == [number("-0.000397"), number("0.000117")])
    #expect(!HL7Acknowledgement.Wish(report.message.header).isEnhanced)
  }

  @Test(
    "numbers, units, times and states agree with the published FHIR of the same messages",
    arguments: ["LAB-ORU-1", "LRI_2.0-NG_CBC_Typ_Message", "ORU-R01-RMGEAD"])
  func published(_ name: String) throws {
    let (report, _) = try charting("ms_\(name).hl7")
    let bundle = try Reference.json("fhir/ms_\(name)_expected_bundle.json")
    let expected = (bundle["entry"]?.elements ?? []).compactMap { $0["resource"] }
      .filter { $0["resourceType"]?.text == "Observation" }
    #expect(report.observations.count == expected.count)
    for (observation, resource) in zip(report.observations, expected) {
      #expect(observation.code == resource["code"]?["coding"]?.elements.first?["code"]?.text)
      guard let quantity = resource["valueQuantity"] else { continue }
      // What a person has to look at was read all the same, and is compared as it stands.
      guard case .lab(let result) = observation.verdict else {
        if case .held(let reason, _) = observation.verdict {
          #expect(reason == .badUnit && quantity["code"]?.text == "g/mL", "\(observation.place)")
        } else {
          Issue.record("\(observation.place) of \(name) is not read")
        }
        continue
      }
      #expect(JSONValue.number(result.value) == quantity["value"], "\(observation.place)")
      #expect(observation.unit == quantity["code"]?.text ?? quantity["unit"]?.text)
      #expect((resource["status"]?.text == "preliminary") == (result.status == "preliminary"))
      // The third bundle's converter moved times into its own zone by the header's wrong offset.
      if name == "LAB-ORU-1", let time = resource["effectiveDateTime"]?.text {
        #expect(observation.at?.start(in: .utc) == instant(time))
      }
    }
  }

  @Test("RMGEAD: a structured number without a comparator; 70_105 is no interval, as published")
  func glucose() throws {
    let (_, charting) = try charting("ms_ORU-R01-RMGEAD.hl7")
    #expect(charting.results == [LabResult(code: "X:GLUCOSE", value: 182, unit: "mg/dl")])
  }

  @Test("final results after preliminary ones become corrections of them")
  func twoReports() throws {
    let (_, first) = try charting("ms_LAB-ORU-1.hl7")
    let (_, second) = try charting("ms_LAB-ORU-2.hl7")
    let patient = try #require(PatientID("P"))
    let facts = try first.drafts.map { draft in
      var event = try ImportedEvent.sent(
        patient: patient, at: draft.at, draft.content, reader: reader
      ).event
      event.source = "hl7:SomeSystem"
      return event
    }
    var resolution = HL7Resolution(
      facts: Course(facts, zone: shanghai).facts, source: "hl7:SomeSystem")
    for draft in second.drafts { resolution.take(draft) }
    let corrections = resolution.finished().filter { $0.corrects != nil }
    #expect(corrections.count == 1)
    guard case .lab(let lab) = try #require(corrections.first).content else {
      return #expect(Bool(false))
    }
    #expect(lab.results.map(\.code) == ["X:HEMATOCRIT", "X:PLATELETS"])
    #expect(lab.results.map(\.value) == [number("39.7"), 221])
  }
}
