import Clinical
import EventText
import Testing

@Suite("What an event's envelope is refused for")
struct EnvelopeRefusalTests {
  @Test(
    "whole lines",
    arguments: [
      (#"[]"#, nil, "the line holds a list, not an object"),
      (#""x""#, nil, "the line holds the text \"x\", not an object"),
      (#"{}"#, "kind", "it is missing"),
      (#"{"kind":null}"#, "kind", "it is missing"),
      (#"{"kind":7}"#, "kind", "the number 7 is not a kind of event"),
      (#"{"kind":"vitals"}"#, "patient", "vitals needs it and it is missing"),
      (#"{"kind":"vitals","patient":null}"#, "patient", "missing"),
      (#"{"kind":"vitals","patient":""}"#, "patient", "the text \"\" is not a subject's id"),
      (#"{"kind":"vitals","patient":7}"#, "patient", "the number 7 is not a subject's id"),
      (#"{"kind":"vitals","patient":"a\nb"}"#, "patient", "is not a subject's id"),
      (#"{"kind":"vitals","patient":"P1"}"#, "at", "vitals needs it and it is missing"),
      (#"{"kind":"vitals","patient":"P1","at":1772741400}"#, "at", "stands where a time belongs"),
      (#"{"kind":"site","patient":"P1"}"#, "patient", "a site belongs to no patient"),
    ] as [(String, String?, String)])
  func lines(line: String, field: String?, problem: String) throws {
    let told = try #require(refusal(line))
    #expect(told.field == field)
    #expect(told.problem.contains(problem))
  }

  private static let id = "0197f0a4-6c1e-7b3a-9d52-3f6b8c0e1a2d"

  @Test(
    "single fields",
    arguments: [
      RefusalRow("vital", "", "kind", "\"vital\" is not a kind of event", nearest: "vitals"),
      RefusalRow("Vitals", "", "kind", "\"Vitals\" is not a kind", nearest: "vitals"),
      RefusalRow("oxigen", "", "kind", "\"oxigen\" is not a kind", nearest: "oxygen"),
      RefusalRow("vasopresor", "", "kind", "is not a kind", nearest: "vasopressor"),
      RefusalRow("note", #""text":"x","seq":7"#, "seq", "given by the store", "leave it out"),
      RefusalRow("note", #""text":"x","storedAt":"x""#, "storedAt", "given by the store"),
      RefusalRow(
        "vitals", #""temprature":1"#, "temprature", "vitals has no such field",
        nearest: "temperature"),
      RefusalRow(
        "vitals", #""Temperature":1"#, "Temperature", "no such field", nearest: "temperature"),
      RefusalRow("vitals", #""temp":1"#, "temp", "no such field", nearest: "temperature"),
      RefusalRow("vitals", #""hr":1"#, "hr", "no such field", nearest: "heartRate"),
      RefusalRow("vitals", #""map":1"#, "map", "no such field", nearest: "meanArterial"),
      RefusalRow(
        "vitals", #""device":"cpap""#, "device", "vitals has no such field", "it belongs to oxygen"),
      RefusalRow(
        "vitals", #""retracts":"x""#, "retracts", "no such field", "it belongs to retraction"),
      RefusalRow("vitals", #""foo":null"#, "foo", "no such field"),
      RefusalRow(
        "note", #""text":"x","id":"7""#, "id", "the text \"7\" is not an id", "write the UUID"),
      RefusalRow("note", #""text":"x","id":7"#, "id", "the number 7 is not an id"),
      RefusalRow(
        "note", #""text":"x","id":"0197f0a4-6c1e-7b3a-9d52-3f6b8c0e1a2g""#, "id", "is not an id"),
      RefusalRow("note", #""text":"x","set":"s""#, "set", "is not an id"),
      RefusalRow(
        "note", #""text":"x","role":"Nurse""#, "role", "is not one of its words",
        "nurse, physician", nearest: "nurse"),
      RefusalRow("note", #""text":"x","by":7"#, "by", "stands where a text belongs"),
      RefusalRow("note", #""text":"x","by":"a\u001b[31m""#, "by", "a control character (\\u001b)"),
      RefusalRow("note", #""text":"x","source":"a\nb""#, "source", "a control character (\\u000a)"),
      RefusalRow(
        "note", #""text":"x","recordedAt":"2026-03-06""#, "recordedAt", "a date without a time"),
      RefusalRow("vitals", "", "at", "a date without a time", at: "2026-03-06"),
      RefusalRow(
        "status", #""state":"alive""#, "at", "a day that does not exist", at: "2026-02-30"),
      RefusalRow(
        "vitals", "", "at", "a time without an offset", "\"2026-03-06T04:10+08:00\"",
        at: "2026-03-06T04:10"),
      RefusalRow(
        "note", #""text":"x","corrects":"\#(id)""#, "reason", "a correction needs it", "write why"),
      RefusalRow(
        "note", #""text":"x","corrects":"\#(id)","reason":"""#, "reason", "a correction needs it"),
      RefusalRow(
        "note", #""text":"x","id":"\#(id)","corrects":"\#(id)","reason":"x""#, "corrects",
        "corrects itself"),
      RefusalRow(
        "retraction", #""id":"\#(id)","retracts":"\#(id)","reason":"x""#, "retracts",
        "retracts itself"),
      RefusalRow("retraction", #""retracts":"\#(id)""#, "reason", "it is missing"),
      RefusalRow("retraction", #""reason":"x""#, "retracts", "it is missing"),
    ])
  func fields(row: RefusalRow) throws { try row.check() }

  @Test("a shorthand and a wrong letter lead to the field that was meant")
  func nearestOfEveryField() throws {
    for (written, meant) in [
      ("heartrate", "heartRate"), ("heart_rate", "heartRate"), ("Systolic", "systolic"),
      ("systolc", "systolic"), ("SpO2", "spo2"), ("respRate", "respiratoryRate"),
      ("recorded_at", "recordedAt"), ("rr", "respiratoryRate"), ("patiant", "patient"),
    ] {
      let told = try #require(
        refusal(#"{"patient":"P","kind":"vitals","at":"2026-03-06T04:10Z","\#(written)":1}"#))
      #expect(told.nearest == meant, "\(written)")
    }
  }

  @Test("null is the same as leaving a field out, but for the value of a setting")
  func null() throws {
    let line =
      #"{"id":null,"patient":"P","kind":"vitals","at":"2026-03-06T04:10Z","seq":null,"corrects":null,"pulse":null,"spo2":{"value":97,"unit":"%","comparator":null}}"#
    guard case .vitals(let vitals) = try read(line).event.content else {
      return #expect(Bool(false))
    }
    #expect(vitals == Vitals(spo2: Quantity(97, .percent)))
    let setting = RefusalRow(
      "setting", #""name":"D-05","reason":"x""#, "value", "it is missing", "or null to return")
    try setting.check()
  }
}
