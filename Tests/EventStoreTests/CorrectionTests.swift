import Clinical
import EventStore
import EventText
import Testing

@Suite("Corrections and retractions")
struct CorrectionTests {
  private let original = Ward.id(1)

  private func record(_ maker: Maker) throws -> Maker.Record {
    let record = try maker.make()
    _ = try record.log.take(
      try Ward.vitals("38.4", extra: #","id":"\#(original)""#), by: Ward.nurse)
    return record
  }

  @Test(
    "A correction of another patient's event is refused, and says what to do instead",
    arguments: Maker.allCases)
  func otherPatient(_ maker: Maker) throws {
    let record = try record(maker)
    let refusal = try #require(
      try record.log.take(
        try Ward.correction(of: original, "37.4", as: Ward.id(2), patient: "CD7-001")
      ).refusal)
    #expect(refusal.field == "corrects")
    #expect(
      refusal.problem
        == "\(original) is vitals of CD7-003, and this event is vitals of CD7-001")
    #expect(refusal.remedy == "retract it, then enter it for the right patient")
  }

  @Test("A correction of another kind is refused", arguments: Maker.allCases)
  func otherKind(_ maker: Maker) throws {
    let record = try record(maker)
    let event = try Ward.sent(
      """
      {"patient":"CD7-003","kind":"note","at":"2026-03-06T04:10:00Z","text":"well",\
      "corrects":"\(original)","reason":"?"}
      """)
    #expect(try record.log.take(event).refusal?.field == "corrects")
  }

  @Test("A retraction of another patient's event is refused", arguments: Maker.allCases)
  func retractionOfOther(_ maker: Maker) throws {
    let record = try record(maker)
    let event = try Ward.retraction(of: original, as: Ward.id(2), patient: "CD7-001")
    #expect(try record.log.take(event).refusal?.field == "retracts")
  }

  @Test(
    "A correction whose target has not arrived is stored and reported", arguments: Maker.allCases)
  func missingTarget(_ maker: Maker) throws {
    let record = try maker.make()
    let outcome = try record.log.take(try Ward.correction(of: original, "37.4", as: Ward.id(2)))
    #expect(outcome.seq == 1)
    #expect(outcome.findings == [.missingTarget(original)])
    let late = try record.log.take(try Ward.vitals("38.4", extra: #","id":"\#(original)""#))
    #expect(late.seq == 2)
    #expect(late.findings == [])
  }

  @Test(
    "A late original of another patient is stored, and the correction that fails is reported",
    arguments: Maker.allCases)
  func lateMisfit(_ maker: Maker) throws {
    let record = try maker.make()
    _ = try record.log.take(
      try Ward.correction(of: original, "37.4", as: Ward.id(2), patient: "CD7-001"))
    let late = try record.log.take(try Ward.vitals("38.4", extra: #","id":"\#(original)""#))
    #expect(late.findings == [.voidLink(from: Ward.id(2))])
  }

  @Test("An event that closes a ring is refused", arguments: Maker.allCases)
  func ring(_ maker: Maker) throws {
    let record = try maker.make()
    _ = try record.log.take(try Ward.correction(of: Ward.id(3), "37.4", as: Ward.id(2)))
    _ = try record.log.take(try Ward.correction(of: Ward.id(4), "37.5", as: Ward.id(3)))
    let refusal = try #require(
      try record.log.take(try Ward.correction(of: Ward.id(2), "37.6", as: Ward.id(4))).refusal)
    #expect(refusal.field == "corrects")
    #expect(try record.log.position() == 2)
  }

  @Test(
    "A retraction that would take itself back through its versions is refused",
    arguments: Maker.allCases)
  func ringOfVersions(_ maker: Maker) throws {
    func retraction(
      _ own: Int, corrects: Int? = nil, retracts: Int, _ minute: Int
    ) throws -> SentEvent {
      let link = corrects.map { #""corrects":"\#(Ward.id($0))","# } ?? ""
      let at = "2026-03-06T04:\(minute):00Z"
      return try Ward.sent(
        """
        {"patient":"CD7-003","kind":"retraction","at":"\(at)",\
        "id":"\(Ward.id(own))",\(link)"retracts":"\(Ward.id(retracts))","reason":"wrong round"}
        """)
    }
    // The newest version of a retraction takes back the first one.
    let long = try record(maker)
    for event in [
      try retraction(3, retracts: 1, 31), try retraction(4, corrects: 3, retracts: 2, 32),
    ] {
      #expect(try long.log.take(event).refusal == nil)
    }
    let third = try long.log.take(try retraction(5, corrects: 4, retracts: 3, 33))
    #expect(third.refusal?.problem == "following what it names leads back to the event itself")
    // Two retractions, of which the first is corrected to take back the second.
    let mutual = try record(maker)
    for event in [try retraction(3, retracts: 1, 31), try retraction(4, retracts: 3, 32)] {
      #expect(try mutual.log.take(event).refusal == nil)
    }
    let back = try mutual.log.take(try retraction(5, corrects: 3, retracts: 4, 33))
    #expect(back.refusal?.field == "corrects")
    // The same correction to another event is none.
    #expect(try mutual.log.take(try retraction(6, corrects: 3, retracts: 2, 34)).refusal == nil)
  }

  @Test(
    "Who corrects a version that is no longer the newest learns who changed it and to what",
    arguments: Maker.allCases)
  func overtaken(_ maker: Maker) throws {
    let record = try record(maker)
    let later = Ward.morning + .minutes(2)
    _ = try record.log.take(
      try Ward.correction(of: original, "37.4", as: Ward.id(2)), by: Ward.doctor, at: later)
    let outcome = try record.log.take(
      try Ward.correction(of: original, "37.9", as: Ward.id(3)), by: Ward.nurse,
      at: later + .minutes(1))
    guard case .overtaken(let refusal, let newest) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(newest.id == Ward.id(2))
    #expect(
      refusal.problem
        == "chen (physician), on 2026-03-06 04:12:00 UTC, has corrected this vitals meanwhile, to"
        + #" "temperature":{"unit":"Cel","value":37.4}"#)
    #expect(
      try record.log.take(
        try Ward.correction(of: Ward.id(2), "37.9", as: Ward.id(3)), by: Ward.nurse,
        at: later + .minutes(1)
      ).seq == 3)
  }

  @Test(
    "A corrected retraction takes back only its own patient's event; a missing one is reported",
    arguments: Maker.allCases)
  func correctedRetraction(_ maker: Maker) throws {
    let record = try record(maker)
    _ = try record.log.take(
      try Ward.vitals("39.0", patient: "CD7-001", extra: #","id":"\#(Ward.id(2))""#))
    _ = try record.log.take(try Ward.retraction(of: original, as: Ward.id(3)))
    func corrected(to target: EventID, as own: EventID) throws -> SentEvent {
      try Ward.sent(
        """
        {"patient":"CD7-003","kind":"retraction","at":"2026-03-06T04:31:00Z","id":"\(own)",\
        "corrects":"\(Ward.id(3))","retracts":"\(target)","reason":"the other round was meant"}
        """)
    }
    for author in [Ward.file, Ward.nurse] {
      let refusal = try #require(
        try record.log.take(try corrected(to: Ward.id(2), as: Ward.id(4)), by: author).refusal)
      #expect(refusal.field == "retracts")
      #expect(refusal.problem.hasPrefix("\(Ward.id(2)) is vitals of CD7-001"))
    }
    // That one makes no sense by itself, for a file and for a store.
    let both = #expect(throws: Refusal.self) { try corrected(to: Ward.id(3), as: Ward.id(5)) }
    #expect(both?.problem.contains("at once") == true)
    let missing = try record.log.take(try corrected(to: Ward.id(9), as: Ward.id(6)))
    #expect(missing.findings == [.missingTarget(Ward.id(9))])
    #expect(try record.log.position() == 4)
  }

  @Test("An import may correct an older version", arguments: Maker.allCases)
  func importOfOlder(_ maker: Maker) throws {
    let record = try record(maker)
    _ = try record.log.take(try Ward.correction(of: original, "37.4", as: Ward.id(2)))
    #expect(try record.log.take(try Ward.correction(of: original, "37.9", as: Ward.id(3))).seq == 3)
  }

  @Test(
    "Who corrects what was retracted learns who retracted it and why", arguments: Maker.allCases)
  func retracted(_ maker: Maker) throws {
    let record = try record(maker)
    _ = try record.log.take(try Ward.retraction(of: original, as: Ward.id(2)), by: Ward.doctor)
    let change = try Ward.correction(of: original, "37.9", as: Ward.id(3))
    let outcome = try record.log.take(change, by: Ward.nurse, at: Ward.morning + .minutes(1))
    guard case .overtaken(let refusal, let newest) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(newest.id == Ward.id(2))
    #expect(
      refusal.problem
        == "chen (physician), on 2026-03-06 04:10:00 UTC, has retracted this event: wrong patient")
    let back = try Ward.retraction(of: Ward.id(2), as: Ward.id(4), reason: "it was the right one")
    _ = try record.log.take(back, by: Ward.doctor, at: Ward.morning + .minutes(2))
    #expect(
      try record.log.take(change, by: Ward.nurse, at: Ward.morning + .minutes(3)).seq == 4)
  }

  @Test(
    "A live correction counts although the corrected version's clock ran ahead",
    arguments: Maker.allCases)
  func clockAhead(_ maker: Maker) throws {
    let record = try maker.make()
    _ = try record.log.take(
      try Ward.vitals(
        extra: #","id":"\#(original)","recordedAt":"2026-03-06T04:13:00Z""#))
    _ = try record.log.take(
      try Ward.correction(of: original, "37.4", as: Ward.id(2)), by: Ward.nurse)
    let events = try record.log.events(after: 0, limit: 10).map { try $0.event(Ward.reader) }
    let facts = Corrections.facts(of: events, in: .utc)
    #expect(facts.map(\.event.id) == [Ward.id(2)])
    #expect(events[1].recordedAt == Ward.morning + .minutes(3) + TimeSpan(microseconds: 1))
  }
}
