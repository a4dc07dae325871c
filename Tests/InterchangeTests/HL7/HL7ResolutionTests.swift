import Clinical
import EventText
import Interchange
import Testing

@Suite("Preliminary, final, corrected and withdrawn results become versions of one fact")
struct HL7ResolutionTests {
  private let at = moment("2026-03-06T04:00:00+08:00")
  private let patient = PatientID("CD7-003")

  private func result(_ code: String, _ value: Int, _ status: String? = nil) -> LabResult {
    LabResult(code: code, value: DecimalNumber(value), unit: "pg/mL", status: status)
  }

  private func event(_ results: [LabResult], source: String = "hl7:LIS") throws -> Event {
    var event = try ImportedEvent.sent(
      patient: try #require(patient), at: at, .lab(Lab(results: results)), reader: reader
    ).event
    event.source = source
    return event
  }

  private func steps(
    _ sent: [LabResult], after earlier: [Event], _ changes: [HL7Charting.Change] = []
  ) -> HL7Resolution {
    var resolution = HL7Resolution(
      facts: Course(earlier, zone: shanghai).facts, source: "hl7:LIS")
    if !sent.isEmpty {
      resolution.take(HL7Charting.Draft(at: at, content: .lab(Lab(results: sent))))
    }
    for change in changes { resolution.take(change) }
    return resolution
  }

  @Test("a final result takes the place of the preliminary one, with what stood beside it")
  func finalAfterPreliminary() throws {
    let earlier = try event([result("IL6", 874, "preliminary"), result("IL10", 30)])
    let steps = steps([result("IL6", 900)], after: [earlier]).finished()
    #expect(
      steps == [
        HL7Resolution.Step(
          at: at, content: .lab(Lab(results: [result("IL6", 900), result("IL10", 30)])),
          corrects: earlier.id, reason: "final after a preliminary result (OBX-11 F)")
      ])
  }

  @Test("a corrected result takes the place of a final one; what is new beside it is new")
  func correction() throws {
    let earlier = try event([result("IL6", 874)])
    let steps = steps([result("IL6", 87, "corrected"), result("IL10", 30)], after: [earlier])
      .finished()
    #expect(steps.map(\.corrects) == [earlier.id, nil])
    #expect(
      steps.map(\.content) == [
        .lab(Lab(results: [result("IL6", 87, "corrected")])),
        .lab(Lab(results: [result("IL10", 30)])),
      ])
  }

  @Test("an older version that comes again changes nothing")
  func again() throws {
    let first = try event([result("IL6", 874, "preliminary")])
    var second = try event([result("IL6", 87, "corrected")])
    second.corrects = first.id
    second.recordedAt = instant("2026-03-06T05:00:00+08:00")
    for sent in [
      result("IL6", 874, "preliminary"), result("IL6", 874), result("IL6", 87, "corrected"),
    ] {
      #expect(steps([sent], after: [first, second]).finished() == [], "\(sent)")
    }
  }

  @Test("another final result of the same moment is kept beside the first, and told of")
  func twoFinals() throws {
    let resolution = steps([result("IL6", 900)], after: [try event([result("IL6", 874)])])
    #expect(resolution.finished().map(\.corrects) == [nil])
    #expect(resolution.notes.count == 1)
  }

  @Test("versions that come together are one fact, in whatever order they stand")
  func together() throws {
    var resolution = steps([], after: [])
    for sent in [
      result("IL6", 874, "preliminary"), result("IL6", 900), result("IL6", 87, "corrected"),
    ] { resolution.take(HL7Charting.Draft(at: at, content: .lab(Lab(results: [sent])))) }
    resolution.take(HL7Charting.Draft(at: at, content: .lab(Lab(results: [result("IL6", 900)]))))
    #expect(
      resolution.finished().map(\.content) == [
        .lab(Lab(results: [result("IL6", 87, "corrected")]))
      ])
  }

  @Test("a vital sign that the device corrects replaces the one it sent; the others stay")
  func vitals() throws {
    var earlier = try ImportedEvent.sent(
      patient: try #require(patient), at: at,
      .vitals(
        Vitals(
          temperature: Quantity(38, .celsius), site: .axillary,
          systolic: Quantity(192, .millimetreOfMercury), spo2: Quantity(93, .percent))),
      reader: reader
    ).event
    earlier.source = "hl7:LIS"
    var resolution = HL7Resolution(
      facts: Course([earlier], zone: shanghai).facts, source: "hl7:LIS")
    let sent = Vitals(
      systolic: Quantity(92, .millimetreOfMercury), diastolic: Quantity(50, .millimetreOfMercury))
    resolution.take(
      HL7Charting.Draft(at: at, content: .vitals(sent), corrected: [.systolic, .diastolic]))
    let steps = resolution.finished()
    #expect(steps.map(\.corrects) == [earlier.id, nil])
    #expect(steps.first?.reason == "corrected by the sender (OBX-11 C)")
    #expect(
      steps.map(\.content) == [
        .vitals(
          Vitals(
            temperature: Quantity(38, .celsius), site: .axillary,
            systolic: Quantity(92, .millimetreOfMercury), spo2: Quantity(93, .percent))),
        .vitals(Vitals(diastolic: Quantity(50, .millimetreOfMercury))),
      ])
  }

  @Test("another sender's results are never touched")
  func otherSender() throws {
    let other = try event([result("IL6", 874, "preliminary")], source: "import:ward.jsonl")
    #expect(steps([result("IL6", 900)], after: [other]).finished().map(\.corrects) == [nil])
  }

  @Test("a withdrawn result goes; with nothing left the event is retracted")
  func withdrawal() throws {
    let change = HL7Charting.Change(place: "OBX 1", at: at, code: "IL6", isWithdrawal: true)
    let two = try event([result("IL6", 874), result("IL10", 30)])
    #expect(
      steps([], after: [two], [change]).finished().map(\.content) == [
        .lab(Lab(results: [result("IL10", 30)]))
      ])
    let one = try event([result("IL6", 874)])
    #expect(
      steps([], after: [one], [change]).finished().map(\.content) == [
        .retraction(Retraction(retracts: one.id))
      ])
  }

  @Test("a withdrawal of what is not in the record waits for a person")
  func nothingToWithdraw() {
    let change = HL7Charting.Change(place: "OBX 1", at: at, code: "IL6", isWithdrawal: true)
    let resolution = steps([], after: [], [change])
    #expect(resolution.finished() == [])
    #expect(resolution.held.map(\.reason) == [.nothingToCorrect])
  }

  @Test("U makes a preliminary result final as it stands")
  func finalised() throws {
    let change = HL7Charting.Change(place: "OBX 1", at: at, code: "IL6", isWithdrawal: false)
    let earlier = try event([result("IL6", 874, "preliminary")])
    #expect(
      steps([], after: [earlier], [change]).finished().map(\.content) == [
        .lab(Lab(results: [result("IL6", 874)]))
      ])
  }
}
