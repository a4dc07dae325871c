import Clinical
import EventText
import Interchange
import Testing

@Suite("FHIR R4 out and in: nothing that changes a meaning is passed over")
struct FHIRTests {
  private func observation(_ members: String, code: String = "26881-3", status: String = "final")
    -> String
  {
    """
    {"resourceType":"Observation","status":"\(status)","code":{"coding":[{"system":"http://loinc.org",\
    "code":"\(code)"}]},"subject":{"reference":"Patient/CD7-003"},\
    "effectiveDateTime":"2026-03-06T06:00:00+08:00",\(members)}
    """
  }

  private let value =
    #""valueQuantity":{"value":874,"unit":"pg/mL","system":"http://unitsofmeasure.org","code":"pg/mL"}"#

  private func outcomes(_ text: String) throws -> [FHIRImport.Outcome] {
    try FHIRImport(Array(text.utf8)[...], now: fhirNow, reader: reader).outcomes {
      words throws(Refusal) in
      guard let word = words.first(where: { $0.hasPrefix("CD7") }), let id = PatientID(word) else {
        throw Refusal(problem: "unknown patient \(words)")
      }
      return id
    }
  }

  private func one(_ text: String) throws -> FHIRImport.Outcome {
    try #require(try outcomes(text).first)
  }

  @Test("a result is read with its comparator, range and state")
  func result() throws {
    let text = observation(
      #""valueQuantity":{"value":2.5,"comparator":"<","unit":"pg/mL"},"referenceRange":[{"low":{"value":0},"high":{"value":7}}]"#,
      status: "corrected")
    let event = try #require(try one(text).events.first).event
    #expect(event.patient?.text == "CD7-003")
    #expect(event.at == moment("2026-03-06T06:00:00+08:00"))
    #expect(
      event.content
        == .lab(
          Lab(results: [
            LabResult(
              code: "IL6", value: number("2.5"), unit: "pg/mL", comparator: .less, lower: 0,
              upper: 7,
              status: "corrected")
          ])))
  }

  /// What is refused, and the end of the field that is named.
  static let refused: [(String, String)] = [
    (
      #""valueQuantity":{"value":874,"unit":"pg/mL"},"modifierExtension":[{"url":"x"}]"#,
      "modifierExtension"
    ),
    (
      #""valueQuantity":{"value":874,"unit":"pg/mL","extension":[{"url":"x","modifierExtension":[{"url":"y"}]}]}"#,
      "modifierExtension"
    ),
    (#""valueQuantity":{"value":874,"unit":"pg/mL"},"implicitRules":"http://x""#, "implicitRules"),
    (#""valueQuantity":{"value":874,"comparator":"~","unit":"pg/mL"}"#, "comparator"),
    (
      #""valueQuantity":{"value":874,"unit":"pg/mL"},"dataAbsentReason":{"text":"x"}"#,
      "dataAbsentReason"
    ),
    (#""valueQuantity":{"value":874}"#, "valueQuantity"),
    (#""valueQuantity":{"unit":"pg/mL"}"#, "valueQuantity"),
    (#""valueQuantity":{"value":874,"code":"pg/mL","system":"http://x"}"#, "system"),
    (#""valueQuantity":{"value":874,"unit":"mmol/L"}"#, "unit"),
    (#""valueString":"high""#, ""),
    (#""valueString":"high","valueQuantity":{"value":874,"unit":"pg/mL"}"#, ""),
    (#""valueQuantity":{"value":874,"unit":"pg/mL"},"focus":[{"reference":"Patient/x"}]"#, "focus"),
    (
      #""valueQuantity":{"value":874,"unit":"pg/mL","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"unknown"}]}"#,
      "extension[0]"
    ),
    (
      #""valueQuantity":{"value":874,"unit":"pg/mL"},"_effectiveDateTime":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"masked"}]}"#,
      "extension[0]"
    ),
    (#""valueQuantity":{"value":874,"unit":"pg/mL"},"component":[{"code":{"text":"x"}}]"#, ""),
  ]

  @Test("what changes the meaning and is not known is refused", arguments: refused)
  func refusal(_ row: (String, String)) throws {
    let outcome = try one(observation(row.0))
    #expect(outcome.events.isEmpty)
    let refusal = try #require(outcome.refusal)
    #expect((refusal.field ?? "").hasSuffix(row.1), "\(refusal)")
  }

  @Test("what would be observed later than now is refused, a clock may be five minutes ahead")
  func future() throws {
    for (time, isTaken) in [("2026-11-25T12:05:00Z", true), ("2026-11-25T12:05:01Z", false)] {
      let text = observation(value).replacing("2026-03-06T06:00:00+08:00", with: time)
      let outcome = try one(text)
      #expect((outcome.refusal == nil) == isTaken, "\(time)")
      #expect(isTaken || outcome.refusal?.field == "effectiveDateTime")
    }
  }

  @Test("an entry of a Bundle that asks for something else than writing is refused, with its place")
  func requests() throws {
    func bundle(_ method: String) -> String {
      #"{"resourceType":"Bundle","type":"transaction","entry":[{"resource":\#(observation(value)),"request":{"method":"\#(method)","url":"x"}}]}"#
    }
    #expect(try one(bundle("PUT")).events.count == 1)
    #expect(try one(bundle("DELETE")).refusal?.field == "entry[0].request.method")
    let unit = bundle("POST").replacing(#""code":"pg/mL""#, with: #""code":"mmol/L""#)
    #expect(
      try one(unit).refusal?.field == "entry[0].resource as results[0].unit")
  }

  @Test("what is not read is named by its code and words")
  func unread() throws {
    let text = observation(value).replacing(
      #""code":"26881-3""#, with: #""code":"1554-5","display":"Glucose 12 h""#)
    #expect(
      try one(text).notes == ["Observation: of a kind that is not read: 1554-5 Glucose 12 h"])
  }

  @Test("states: taken, without a value, refused")
  func states() throws {
    for (status, events, isRefused) in [
      ("final", 1, false), ("amended", 1, false), ("preliminary", 1, false),
      ("registered", 0, false),
      ("cancelled", 0, false), ("entered-in-error", 0, false), ("unknown", 0, true), ("", 0, true),
    ] {
      let outcome = try one(observation(value, status: status))
      #expect(outcome.events.count == events, "\(status)")
      #expect((outcome.refusal != nil) == isRefused, "\(status)")
      #expect((outcome.notes.count == 1) == (events == 0 && !isRefused), "\(status)")
    }
  }

  @Test("an absent value is told of with its reason, in a panel the other value is taken")
  func absent() throws {
    let reason =
      #""dataAbsentReason":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/data-absent-reason","code":"not-performed"}]}"#
    let alone = try one(observation(reason))
    #expect(alone.events.isEmpty && alone.notes.first?.contains("not-performed") == true)
    let panel = observation(
      #""component":[{"code":{"coding":[{"system":"http://loinc.org","code":"8480-6"}]},"valueQuantity":{"value":107,"unit":"mmHg"}},{"code":{"coding":[{"system":"http://loinc.org","code":"8462-4"}]},\#(reason)}]"#,
      code: "85354-9")
    #expect(
      try one(panel).events.map(\.event.content) == [
        .vitals(Vitals(systolic: Quantity(107, .millimetreOfMercury)))
      ])
  }

  @Test("a day, a period and no time at all are no moment")
  func times() throws {
    for time in [
      #""effectiveDateTime":"2026-03-06""#, #""effectivePeriod":{"start":"2026-03-06T06:00:00Z"}"#,
      #""issued":"2026-03-06T06:00:00Z""#,
    ] {
      let text = observation(value).replacing(
        #""effectiveDateTime":"2026-03-06T06:00:00+08:00""#, with: time)
      #expect(try one(text).refusal != nil, "\(time)")
    }
  }

  @Test("a Bundle leads from the Patient's identifiers, never from a name; others are left alone")
  func bundle() throws {
    let person =
      #"{"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","name":[{"text":"CD7-999"}],"identifier":[{"value":"CD7-004"}]}}"#
    let text = observation(value).replacing("Patient/CD7-003", with: "urn:uuid:1")
    let outcomes = try outcomes(
      #"{"resourceType":"Bundle","type":"collection","entry":[\#(person),{"resource":\#(text)},{"resource":{"resourceType":"Condition"}}]}"#
    )
    #expect(outcomes.flatMap { $0.events.map { $0.event.patient?.text } } == ["CD7-004"])
    #expect(outcomes.last?.notes.first?.contains("Condition") == true)
  }

  @Test(
    "a Bundle that answers, one with a modifier, and what is no resource are refused whole",
    arguments: [
      #"{"resourceType":"Bundle","type":"batch-response"}"#,
      #"{"resourceType":"Bundle","type":"history"}"#,
      #"{"resourceType":"Bundle","type":"collection","implicitRules":"x"}"#, "{}", "[]", "{",
    ])
  func refusedWhole(_ text: String) {
    #expect(throws: Refusal.self) { try outcomes(text) }
  }

  @Test("oxygen, ICE and CAPD come back with every field, and with a changed sum they are refused")
  func scores() throws {
    let all = try events([
      #"{"patient":"A","kind":"ice","at":"2026-03-06T04:13:00Z","items":{"year":1,"month":0},"handwritingChanged":true,"wordSet":"B"}"#,
      #"{"patient":"A","kind":"ice","at":"2026-03-06T05:13:00Z","orientation":4,"naming":3,"commands":1,"writing":0,"attention":1,"writingSample":"x \"y\"","baseline":true}"#,
      #"{"patient":"A","kind":"ice","at":"2026-03-06T06:13:00Z","total":7}"#,
      #"{"patient":"A","kind":"ice","at":"2026-03-06T07:13:00Z","status":"asleep"}"#,
      #"{"patient":"A","kind":"capd","at":"2026-03-06T08:13:00Z","items":[1,2,3,4,0,1,2,3]}"#,
      #"{"patient":"A","kind":"capd","at":"2026-03-06T09:13:00Z","total":12,"baseline":true}"#,
      #"{"patient":"A","kind":"capd","at":"2026-03-06T10:13:00Z","status":"sedated"}"#,
      #"{"patient":"A","kind":"oxygen","at":"2026-03-06T11:13:00Z","device":"venturiMask","flow":{"value":6,"unit":"L/min"},"fio2":{"value":40,"unit":"%"},"indication":"chronic"}"#,
      #"{"patient":"A","kind":"oxygen","at":"2026-03-06T12:13:00Z","device":"roomAir"}"#,
    ])
    var maker = FHIRBundle(.whole)
    let patient = ExportedPatient(try #require(PatientID("A")), events: all, zone: shanghai)
    let bundle = maker.bundle(of: [patient], at: instant("2026-03-07T00:00:00Z"))
    func back(_ bytes: [UInt8]) throws -> [FHIRImport.Outcome] {
      try FHIRImport(bytes[...], now: fhirNow, reader: reader).outcomes { _ throws(Refusal) in
        throw Refusal(problem: "the subject's own id is in the Bundle")
      }
    }
    let outcomes = try back(bundle.bytes)
    #expect(outcomes.compactMap(\.refusal) == [])
    #expect(outcomes.flatMap { $0.events.map(\.event) } == all)
    let changed = String(decoding: bundle.bytes, as: UTF8.self).replacing(
      #""valueQuantity":{"value":9,"#, with: #""valueQuantity":{"value":10,"#)
    #expect(
      try back(Array(changed.utf8)).compactMap(\.refusal?.problem) == [
        "it is not what its parts come to"
      ])
  }

  @Test("what the ward recorded comes back out of its Bundle: all that is an Observation")
  func roundTrip() throws {
    let patients = Sample.patients(["CD7-003", "CD7-011"])
    var maker = FHIRBundle(.whole)
    let bundle = maker.bundle(of: patients, at: instant("2026-03-07T00:00:00Z"))
    let outcomes = try FHIRImport(bundle.bytes[...], now: fhirNow, reader: reader).outcomes {
      _ throws(Refusal) in
      throw Refusal(problem: "the subject's own id is in the Bundle")
    }
    #expect(outcomes.compactMap(\.refusal) == [])
    var expected: [EventID: Event] = [:]
    for fact in patients.flatMap(\.facts)
    where [.vitals, .lab, .oxygen, .ice, .capd].contains(fact.event.kind) {
      expected[fact.event.id] = fact.event
      expected[fact.event.id]?.source = nil
    }
    #expect(expected.count > 150)
    var back: [EventID: Event] = [:]
    for sent in outcomes.flatMap(\.events) { back[sent.event.id] = sent.event }
    #expect(back == expected)
  }

  @Test("every resource that goes out has what R4 and the vital-signs profile ask for")
  func shape() throws {
    var maker = FHIRBundle(.whole)
    let bundle = maker.bundle(
      of: Sample.patients(["CD7-003", "CD7-013"]), at: instant("2026-03-07T00:00:00Z"))
    var ids: Set<String> = []
    var kinds: Set<String> = []
    for entry in bundle["entry"]?.elements ?? [] {
      let resource = try #require(entry["resource"])
      let type = try #require(resource["resourceType"]?.text)
      kinds.insert(type)
      let id = try #require(resource["id"]?.text)
      #expect(ids.insert("\(type)/\(id)").inserted && id.utf8.count <= 64)
      #expect(entry["fullUrl"]?.text == "http://vigil.invalid/fhir/\(type)/\(id)")
      guard type != "Patient" else { continue }
      #expect(resource["subject"]?["reference"]?.text?.hasPrefix("Patient/CD7-") == true)
      switch type {
      case "Observation":
        #expect(resource["status"] != nil && resource["effectiveDateTime"] != nil)
        let parts = resource["component"]?.elements ?? []
        #expect(
          resource["valueQuantity"] != nil || resource["valueString"] != nil
            || resource["dataAbsentReason"] != nil || !parts.isEmpty)
        for part in parts {
          #expect((part["valueQuantity"] != nil) != (part["dataAbsentReason"] != nil))
        }
        if let code = resource["valueQuantity"]?["code"]?.text, code != "{score}" {
          #expect(Unit(rawValue: code) != nil, "\(code) is not UCUM")
        }
      case "MedicationAdministration":
        #expect(resource["medicationCodeableConcept"] != nil && resource["status"] != nil)
      case "AdverseEvent": #expect(resource["actuality"]?.text == "actual")
      default: Issue.record("\(type) is not expected")
      }
    }
    #expect(kinds.isSuperset(of: ["Patient", "Observation", "MedicationAdministration"]))
  }

  @Test("a retracted fact goes out as entered in error, a corrected one as corrected")
  func statuses() throws {
    let id = #""id":"01957a00-0000-7000-8000-000000000001""#
    let other = #""id":"01957a00-0000-7000-8000-000000000002""#
    let all = try events([
      #"{\#(id),"patient":"A","kind":"vitals","at":"2026-03-06T04:10:00Z","spo2":{"value":93,"unit":"%"}}"#,
      #"{"patient":"A","kind":"retraction","at":"2026-03-06T04:20:00Z","retracts":"01957a00-0000-7000-8000-000000000001","reason":"wrong patient"}"#,
      #"{\#(other),"patient":"A","kind":"vitals","at":"2026-03-06T05:10:00Z","spo2":{"value":39,"unit":"%"}}"#,
      #"{"patient":"A","kind":"vitals","at":"2026-03-06T05:10:00Z","spo2":{"value":93,"unit":"%"},"corrects":"01957a00-0000-7000-8000-000000000002","reason":"typed 39"}"#,
    ])
    let patient = ExportedPatient(try #require(PatientID("A")), events: all, zone: shanghai)
    var maker = FHIRBundle(.whole)
    let bundle = maker.bundle(of: [patient], at: instant("2026-03-07T00:00:00Z"))
    let states = (bundle["entry"]?.elements ?? []).compactMap { $0["resource"]?["status"]?.text }
    #expect(states == ["corrected", "entered-in-error"])
  }

  @Test("without identities no name, number, birth date, login, free text or moment is left")
  func deidentified() throws {
    let patients = Sample.patients(["CD7-003"])
    var maker = FHIRBundle(.deidentified)
    let text = String(
      decoding: maker.bundle(of: patients, at: instant("2027-01-01T00:00:00Z")).bytes, as: UTF8.self
    )
    let summary = try #require(patients.first).summary
    for secret in [summary.name, summary.hospitalNumber, summary.birthDate?.description].compactMap(
      { $0 })
    {
      #expect(!text.contains(secret))
    }
    #expect(text.firstMatch(of: #/2026-\d\d-\d\d/#) == nil)
    #expect(text.contains("urn:vigil:study-day"))
    for login in Set(Sample.ward.compactMap(\.by)) { #expect(!text.contains("\"\(login)\"")) }
  }

  @Test(
    "official examples: each is read, refused or told of, and none is a crash",
    .enabled(if: Reference.folder != nil, "VIGIL_REFERENCE_DATA is not set"))
  func examples() throws {
    var taken: [String: Int] = [:]
    for name in Reference.names("fhir/r4_examples", ".json") {
      let bytes = try Reference.bytes("fhir/r4_examples/\(name)")
      guard let document = try? FHIRImport(bytes[...], now: fhirNow, reader: reader) else {
        taken[name] = -1
        continue
      }
      let outcomes = document.outcomes { _ throws(Refusal) in
        guard let id = PatientID("CD7-003") else { throw Refusal(problem: "x") }
        return id
      }
      taken[name] = outcomes.reduce(0) { $0 + $1.events.count }
    }
    // Dated to the day, the official vital signs are no moments; those with times are read.
    #expect(taken["Observation-body-temperature.json"] == 0)
    #expect(taken["Observation-blood-pressure-cancel.json"] == 0)
    #expect(taken["Bundle-bundle-response.json"] == -1)
    #expect(taken.count == 30)
  }
}
