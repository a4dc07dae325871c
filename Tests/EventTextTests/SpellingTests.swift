import Clinical
import EventText
import Testing

@Suite("Spellings that wards use are taken and mean one thing")
struct SpellingTests {
  private func vitals(_ field: String, _ value: String, _ unit: String) throws -> Vitals? {
    let row = RefusalRow("vitals", #""\#(field)":{"value":\#(value),"unit":"\#(unit)"}"#, nil, "")
    guard case .vitals(let vitals) = try read(row.line).event.content else { return nil }
    return vitals
  }

  @Test(
    "of temperature",
    arguments: [
      ("38.4", "Cel"), ("38.4", "°C"), ("38.4", "C"), ("38.4", "degC"), ("101.12", "[degF]"),
      ("101.12", "°F"), ("101.12", "degF"), ("101.12", "F"),
    ])
  func temperature(value: String, unit: String) throws {
    let sent = try #require(try vitals("temperature", value, unit)?.temperature)
    #expect(Measure.temperature.normalised(sent) == DecimalNumber(coefficient: 384, exponent: -1))
  }

  @Test(
    "of the other vital signs",
    arguments: [
      ("heartRate", "118", "/min", Unit.perMinute), ("heartRate", "118", "bpm", .perMinute),
      ("respiratoryRate", "22", "breaths/min", .perMinute),
      ("systolic", "92", "mm[Hg]", .millimetreOfMercury),
      ("systolic", "92", "mmHg", .millimetreOfMercury),
      ("systolic", "12.3", "kPa", .kilopascal), ("spo2", "93", "%", .percent),
      ("spo2", "0.93", "1", .one),
    ] as [(String, String, String, Unit)])
  func vitals(field: String, value: String, unit: String, meaning: Unit) throws {
    let vitals = try #require(try vitals(field, value, unit))
    let sent = [vitals.heartRate, vitals.respiratoryRate, vitals.systolic, vitals.spo2]
      .compactMap { $0 }
    #expect(sent.map(\.unit) == [meaning])
  }

  @Test(
    "of laboratory units, kept as they were written",
    arguments: [
      ("IL6", "874", "pg/mL", "874"), ("IL6", "874", "ng/L", "874"),
      ("IL6", "0.874", "ng/mL", "874"),
      ("PLT", "50", "10*9/L", "50"), ("PLT", "50", "10^9/L", "50"), ("PLT", "50", "G/L", "50"),
      ("PLT", "50000", "/uL", "50"), ("PLT", "50", "10*3/uL", "50"),
      ("CREA", "1", "mg/dL", "88.42"),
      ("HGB", "8.1", "g/dL", "81"), ("FIB", "150", "mg/dL", "1.5"), ("FERR", "2", "mg/L", "2000"),
      ("CARCOP", "12345", "copies/ug", "12345"), ("CARABS", "7", "cells/uL", "7"),
      ("CD7PCT", "0.5", "1", "50"), ("DDIM", "500", "ng/mL FEU", "0.5"), ("INR", "1.2", "1", "1.2"),
    ])
  func laboratory(code: String, value: String, unit: String, normalised: String) throws {
    let row = RefusalRow(
      "lab", #""results":[{"code":"\#(code)","value":\#(value),"unit":"\#(unit)"}]"#, nil, "")
    guard case .lab(let lab) = try read(row.line).event.content else { return #expect(Bool(false)) }
    let result = try #require(lab.results.first)
    #expect(result.unit == unit)
    let meaning = try #require(Unit(spelling: result.unit))
    let inUnit = try #require(result.variable?.measure.normalised(result.value, meaning))
    #expect(inUnit.description == normalised)
  }

  @Test(
    "of vasoactive agents",
    arguments: [
      ("norepinephrine", VasoactiveAgent.norepinephrine), ("Noradrenaline", .norepinephrine),
      ("NE", .norepinephrine), ("去甲肾上腺素", .norepinephrine), ("adrenaline", .epinephrine),
      ("Epi", .epinephrine), ("肾上腺素", .epinephrine), ("vaso", .vasopressin),
      (" AVP ", .vasopressin),
      ("angiotensin II", .angiotensinII), ("ANGIOTENSINII", .angiotensinII),
      ("methyleneBlue", .methyleneBlue),
      ("methylene blue", .methyleneBlue), ("间羟胺", .metaraminol), ("血管紧张素II", .angiotensinII),
    ])
  func agents(name: String, agent: VasoactiveAgent) throws {
    let row = RefusalRow("vasopressor", #""agent":"\#(name)","action":"start""#, nil, "")
    guard case .vasopressor(let vasopressor) = try read(row.line).event.content else { return }
    #expect(vasopressor.agent == agent)
  }

  @Test(
    "of drugs, with the class that the table knows unless one is written",
    arguments: [
      (#""drug":"Actemra""#, "tocilizumab", DrugClass.anticytokine),
      (#""drug":"托珠单抗""#, "tocilizumab", .anticytokine),
      (#""drug":" Paracetamol ""#, "paracetamol", .antipyretic),
      (#""drug":"midazolam","class":"antiseizure""#, "midazolam", .antiseizure),
      (#""drug":"Zebrafishin""#, "Zebrafishin", .other),
      (#""drug":"Zebrafishin","class":"corticosteroid""#, "Zebrafishin", .corticosteroid),
    ])
  func drugs(fields: String, drug: String, drugClass: DrugClass) throws {
    let row = RefusalRow("medication", fields, nil, "")
    guard case .medication(let medication) = try read(row.line).event.content else { return }
    #expect(medication.drug == drug)
    #expect(medication.drugClass == drugClass)
  }

  @Test(
    "of rates and doses",
    arguments: [
      ("ug/kg/min", Unit.microgramPerKilogramMinute), ("mcg/kg/min", .microgramPerKilogramMinute),
      ("µg/kg/min", .microgramPerKilogramMinute), ("μg/kg/min", .microgramPerKilogramMinute),
      ("mg/h", .milligramPerHour), ("U/min", .internationalUnitPerMinute), ("mcg", .microgram),
    ])
  func rates(unit: String, meaning: Unit) throws {
    let row = RefusalRow(
      "vasopressor", #""agent":"NE","action":"bolus","rate":{"value":1,"unit":"\#(unit)"}"#, nil, ""
    )
    guard case .vasopressor(let vasopressor) = try read(row.line).event.content else { return }
    #expect(vasopressor.rate?.unit == meaning)
  }

  @Test("zones by their IANA names, links and UTC among them")
  func zones() throws {
    for name in ["Asia/Shanghai", "Europe/Berlin", "UTC", "Etc/UTC", "Asia/Chongqing"] {
      let row = RefusalRow("site", #""name":"7B","timeZone":"\#(name)""#, nil, "")
      #expect(refusal(row.line) == nil, "\(name)")
      #expect(Zone(identifier: name) != nil)
    }
  }

  @Test("kinds marked dated take a date or a moment, the others only a moment")
  func dated() {
    let examples = [
      "enrolment": "", "leukapheresis": "", "lymphodepletion": #""drug":"x""#,
      "response": #""response":"CR""#, "transplant": "", "newTherapy": #""therapy":"x""#,
      "status": #""state":"alive""#, "note": #""text":"x""#, "stay": #""action":"leave""#,
    ]
    for (name, fields) in examples {
      let date = RefusalRow(name, fields, nil, "", at: "2026-05-02")
      #expect(
        (refusal(date.line) == nil) == (EventKind(rawValue: name)?.mayBeDated == true), "\(name)")
      #expect(refusal(RefusalRow(name, fields, nil, "").line) == nil, "\(name)")
    }
  }
}
