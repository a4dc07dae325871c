import Clinical
import EventText
import Testing

@Suite("What an observation at the bedside is refused for")
struct BedsideRefusalTests {
  @Test(
    "values without a unit, or with one that does not fit",
    arguments: [
      RefusalRow(
        "vitals", #""temperature":38.4"#, "temperature", "38.4 is a bare number, without a unit",
        #"write "temperature": {"value": 38.4, "unit": "Cel"}"#),
      RefusalRow(
        "vitals", #""temperature":"38.4""#, "temperature", "the text \"38.4\" stands where",
        #"{"value": 38.4, "unit": "Cel"}"#),
      RefusalRow("vitals", #""temperature":[38.4]"#, "temperature", "a list stands where"),
      RefusalRow(
        "oxygen", #""device":"nasalCannula","flow":4"#, "flow", "a bare number",
        #""flow": {"value": 4, "unit": "L/min"}"#),
      RefusalRow(
        "vitals", #""temperature":{"value":38.4}"#, "temperature.unit", "it is missing",
        "write Cel or [degF]"),
      RefusalRow(
        "vitals", #""temperature":{"unit":"Cel"}"#, "temperature.value", "it is missing",
        "or leave temperature out"),
      RefusalRow("vitals", #""temperature":{}"#, "temperature.value", "it is missing"),
      RefusalRow(
        "vitals", #""temperature":{"value":"38.4","unit":"Cel"}"#, "temperature.value",
        "stands where a number belongs", "without quotes"),
      RefusalRow(
        "vitals", #""temperature":{"value":true,"unit":"Cel"}"#, "temperature.value",
        "true stands where"),
      RefusalRow(
        "vitals", #""temperature":{"value":38.4,"unit":7}"#, "temperature.unit",
        "the number 7 stands where a unit belongs"),
      RefusalRow(
        "vitals", #""temperature":{"value":311,"unit":"K"}"#, "temperature.unit",
        "\"K\" is not a unit of temperature", "write Cel or [degF]"),
      RefusalRow(
        "vitals", #""temperature":{"value":38.4,"unit":"cel"}"#, "temperature.unit",
        "\"cel\" is not a unit", nearest: "Cel"),
      RefusalRow(
        "vitals", #""temperature":{"value":38.4,"unit":"CEL"}"#, "temperature.unit",
        "\"CEL\" is not a unit", nearest: "Cel"),
      RefusalRow(
        "vitals", #""temperature":{"value":38.4,"unit":"mm[Hg]"}"#, "temperature.unit",
        "is not a unit of temperature"),
      RefusalRow(
        "vitals", #""systolic":{"value":92,"unit":"mm"}"#, "systolic.unit",
        "is not a unit of systolic", "mm[Hg] or kPa"),
      RefusalRow(
        "vitals", #""heartRate":{"value":118,"unit":"Hz"}"#, "heartRate.unit",
        "is not a unit of heartRate", "write /min"),
      RefusalRow(
        "vitals", #""spo2":{"value":93,"units":"%"}"#, "spo2.units", "a quantity has no such field",
        nearest: "unit"),
      RefusalRow(
        "vitals", #""spo2":{"value":93,"unit":"%","comparator":"≤"}"#, "spo2.comparator",
        "is not one of its words", "<="),
      RefusalRow(
        "oxygen", #""device":"nasalCannula","flow":{"value":4,"unit":"L/h"}"#, "flow.unit",
        "is not a unit of flow", nearest: "L/min"),
      RefusalRow(
        "fluidBolus", #""volume":{"value":500,"unit":"mg"}"#, "volume.unit",
        "is not a unit of volume", "mL or L"),
      RefusalRow(
        "vasopressor",
        #""agent":"norepinephrine","action":"start","rate":{"value":5,"unit":"mL/h"}"#, "rate.unit",
        "\"mL/h\" tells no dose without the concentration", "ug/kg/min"),
      RefusalRow(
        "vasopressor",
        #""agent":"norepinephrine","action":"start","rate":{"value":5,"unit":"ml/hr"}"#,
        "rate.unit", "without the concentration"),
      RefusalRow(
        "vasopressor", #""agent":"norepinephrine","action":"start","rate":{"value":5,"unit":"%"}"#,
        "rate.unit", "is not a unit of a rate"),
      RefusalRow(
        "medication", #""drug":"tocilizumab","dose":{"value":8,"unit":"mg/L"}"#, "dose.unit",
        "is not a unit of a dose"),
      RefusalRow(
        "infusion", #""product":"x","dose":{"value":1,"unit":"mL"}"#, "dose.unit",
        "is not a unit of dose", "10*6/kg or 10*6"),
    ])
  func units(row: RefusalRow) throws { try row.check() }

  @Test(
    "values that cannot be true, just outside each limit",
    arguments: [
      ("vitals", "temperature", "24.9", "Cel", "25 to 45 Cel"),
      ("vitals", "temperature", "45.1", "Cel", ""),
      ("vitals", "temperature", "113.1", "[degF]", "25 to 45 Cel"),
      ("vitals", "temperature", "38.4", "[degF]", ""),
      ("vitals", "systolic", "29", "mm[Hg]", "30 to 300 mm[Hg]"),
      ("vitals", "systolic", "301", "mm[Hg]", ""),
      ("vitals", "systolic", "120", "kPa", ""), ("vitals", "diastolic", "-1", "mm[Hg]", "0 to 300"),
      ("vitals", "heartRate", "9", "/min", "10 to 300 /min"),
      ("vitals", "heartRate", "301", "/min", ""),
      ("vitals", "pulse", "9", "/min", ""),
      ("vitals", "respiratoryRate", "101", "/min", "0 to 100"),
      ("vitals", "respiratoryRate", "-1", "/min", ""), ("vitals", "spo2", "0", "%", "1 to 100 %"),
      ("vitals", "spo2", "100.5", "%", ""), ("vitals", "spo2", "93", "1", ""),
      ("vitals", "spo2", "0.93", "%", ""),
      ("oxygen", "flow", "80.5", "L/min", "0 to 80 L/min"), ("oxygen", "flow", "-1", "L/min", ""),
      ("oxygen", "fio2", "20.9", "%", "21 to 100 %"), ("oxygen", "fio2", "0.40", "%", ""),
      ("oxygen", "fio2", "40", "1", ""), ("patient", "weight", "1.9", "kg", "2 to 250 kg"),
      ("patient", "weight", "250.1", "kg", ""), ("patient", "weight", "58", "g", ""),
      ("patient", "height", "1.65", "cm", "20 to 250 cm"), ("fluidBolus", "volume", "-1", "mL", ""),
      ("seizure", "duration", "-5", "s", ""),
      ("vasopressor", "rate", "-0.1", "ug/kg/min", "0 and above"),
      ("medication", "dose", "-8", "mg", "0 and above"),
    ])
  func impossible(kind: String, field: String, value: String, unit: String, limits: String) throws {
    let needed = [
      "oxygen": #""device":"cpap","#, "vasopressor": #""agent":"dopamine","action":"start","#,
      "medication": #""drug":"x","#,
    ]
    let fields = (needed[kind] ?? "") + #""\#(field)":{"value":\#(value),"unit":"\#(unit)"}"#
    let told = try #require(refusal(RefusalRow(kind, fields, nil, "").line))
    #expect(told.field == "\(field).value")
    #expect(told.problem.contains("cannot be true; possible are \(limits)"))
    #expect(told.remedy?.contains("nothing of this event was taken") == true)
  }

  @Test(
    "the limits themselves are taken, in every unit",
    arguments: [
      ("temperature", "25", "Cel"), ("temperature", "45.0", "Cel"), ("temperature", "77", "[degF]"),
      ("temperature", "113", "[degF]"), ("systolic", "30", "mm[Hg]"), ("systolic", "300", "mm[Hg]"),
      ("systolic", "12.3", "kPa"), ("heartRate", "10", "/min"), ("heartRate", "300", "/min"),
      ("respiratoryRate", "0", "/min"), ("respiratoryRate", "100", "/min"), ("spo2", "1", "%"),
      ("spo2", "100", "%"), ("spo2", "0.01", "1"), ("spo2", "1", "1"), ("diastolic", "0", "mm[Hg]"),
    ])
  func limits(field: String, value: String, unit: String) throws {
    let row = RefusalRow("vitals", #""\#(field)":{"value":\#(value),"unit":"\#(unit)"}"#, nil, "")
    #expect(refusal(row.line) == nil)
  }

  @Test(
    "an interval that lies wholly outside what is possible is refused, one that reaches in is not")
  func censored() throws {
    func line(_ comparator: String, _ value: Int) -> String {
      RefusalRow(
        "vitals", #""spo2":{"comparator":"\#(comparator)","value":\#(value),"unit":"%"}"#, nil, ""
      ).line
    }
    #expect(try #require(refusal(line(">", 100))).problem.contains(">100 % cannot be true"))
    #expect(try #require(refusal(line("<", 1))).problem.contains("<1 % cannot be true"))
    for (comparator, value) in [(">=", 100), ("<=", 1), ("<", 70), (">", 99)] {
      guard case .vitals(let vitals) = try read(line(comparator, value)).event.content else {
        return
      }
      #expect(
        vitals.spo2
          == Quantity(DecimalNumber(value), .percent, comparator: Comparator(rawValue: comparator)))
    }
  }

  @Test(
    "words, flags and what must be there",
    arguments: [
      RefusalRow("vitals", "", nil, "vitals without any value", "write at least one"),
      RefusalRow("vitals", #""site":"oral","position":"lying""#, nil, "vitals without any value"),
      RefusalRow(
        "vitals", #""spo2":{"value":93,"unit":"%"},"site":"armpit""#, "site",
        "is not one of its words", "axillary, oral"),
      RefusalRow("oxygen", "", "device", "oxygen needs it and it is missing", "nasalCannula"),
      RefusalRow(
        "oxygen", #""device":"NasalCannula""#, "device", "is not one of its words",
        nearest: "nasalCannula"),
      RefusalRow(
        "oxygen", #""device":"nasal cannula""#, "device", "is not one of its words",
        nearest: "nasalCannula"),
      RefusalRow("oxygen", #""device":true"#, "device", "true stands where a word belongs"),
      RefusalRow(
        "oxygen", #""device":"cpap","indication":"hypoxemia""#, "indication", "", nearest: "hypoxia"
      ),
      RefusalRow("vasopressor", #""action":"start""#, "agent", "it is missing"),
      RefusalRow(
        "vasopressor", #""agent":"norepinefrine","action":"start""#, "agent",
        "is not a vasoactive agent", "or \"other\"", nearest: "norepinephrine"),
      RefusalRow(
        "vasopressor", #""agent":"vasopresin","action":"start""#, "agent", "",
        nearest: "vasopressin"),
      RefusalRow(
        "vasopressor", #""agent":"dopamine","action":"begin""#, "action", "is not one of its words",
        "start, change, stop or bolus"),
      RefusalRow("vasopressor", #""agent":"dopamine""#, "action", "it is missing"),
      RefusalRow(
        "vasopressor", #""agent":"other","action":"start""#, "name", "needs it and it is missing",
        "write the name"),
      RefusalRow(
        "vasopressor", #""agent":"other","name":"Levophed","action":"start""#, "name",
        "is not another agent but norepinephrine", "\"agent\": \"norepinephrine\""),
      RefusalRow(
        "vasopressor", #""agent":"dopamine","action":"start","switchFrom":"xyzzy""#, "switchFrom",
        "is not a vasoactive agent"),
      RefusalRow("medication", "", "drug", "it is missing"),
      RefusalRow("medication", #""drug":" ""#, "drug", "it is missing"),
      RefusalRow(
        "medication", #""drug":"tocilizumab","class":"antibiotic""#, "class",
        "is not one of its words", "antimicrobial"),
      RefusalRow(
        "notDone", #""reason":"asleep""#, "what", "it is missing", "vitals, labs, cytokines or carT"
      ),
      RefusalRow(
        "notDone", #""what":"vitals","reason":"sleeping""#, "reason", "is not one of its words",
        "asleep"),
    ])
  func words(row: RefusalRow) throws { try row.check() }
}
