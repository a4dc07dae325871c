import Clinical
import EventStore
import EventText
import Testing

@Suite("Taking events")
struct AppendTests {
  @Test(
    "Of two consoles that admit the same id at once the second is refused, and nothing of it stored",
    arguments: Maker.allCases)
  func admittedTwice(_ maker: Maker) throws {
    let record = try maker.make()
    let patient = try Ward.patient("CD7-003")
    let author = Authorship.live(
      login: "wangli", role: .nurse, source: "console",
      expecting: .init(nothingOf: patient, after: 0))
    #expect(try record.log.take(try Ward.vitals(), by: author).seq == 1)
    let outcomes = try record.log.append(
      [try Ward.vitals("39.1", minute: 12), try Ward.vitals("38.2", minute: 13)], by: author,
      together: true, clock: Ward.clock())
    #expect(outcomes.count == 2)
    for outcome in outcomes {
      #expect(outcome.refusal?.problem.contains("CD7-003 is in the record already") == true)
    }
    #expect(try record.log.position() == 1)
    // Another patient's entries are nothing to it.
    let other = Authorship.live(
      login: "wangli", role: .nurse, source: "console",
      expecting: .init(nothingOf: try Ward.patient("CD7-004"), after: 0))
    #expect(try record.log.take(try Ward.vitals("39.1", minute: 14), by: other).seq == 2)
  }

  @Test(
    "Who decided by the ward's users as they were is refused once they have changed",
    arguments: Maker.allCases)
  func usersChangedMeanwhile(_ maker: Maker) throws {
    let record = try maker.make()
    let decided = try record.log.position()
    func user(_ login: String) throws -> SentEvent {
      try Ward.sent(
        #"{"kind":"user","at":"2026-03-06T04:10:00+08:00","login":"\#(login)","name":"X","role":"nurse"}"#
      )
    }
    func author(_ position: Int64) -> Authorship {
      .live(
        login: "chen", role: .administrator, source: "command",
        expecting: .init(nothingOf: nil, after: position))
    }
    #expect(try record.log.take(try Ward.vitals()).seq == 1)
    #expect(try record.log.take(try user("a"), by: author(decided)).seq == 2)
    let second = try record.log.take(try user("b"), by: author(decided))
    #expect(second.refusal?.problem.contains("meanwhile") == true, "\(second)")
    #expect(try record.log.take(try user("b"), by: author(2)).seq == 3)
  }

  @Test(
    "An event is stored once, however often and under whatever file name it is sent",
    arguments: Maker.allCases)
  func twice(_ maker: Maker) throws {
    let record = try maker.make()
    let event = try Ward.vitals()
    guard case .stored(1, let id, Ward.morning, []) = try record.log.take(event) else {
      Issue.record("was not stored")
      return
    }
    let renamed = Authorship.imported(file: "again.jsonl")
    let again = try record.log.take(event, by: renamed, at: Ward.morning + .hours(1))
    #expect(again == .duplicate(seq: 1, id: id))
    #expect(try record.log.position() == 1)
  }

  @Test("Two equal lines of one file are one event", arguments: Maker.allCases)
  func equalLines(_ maker: Maker) throws {
    let record = try maker.make()
    let line = try Ward.vitals()
    let outcomes = try record.log.append(
      [line, line], by: Ward.file, together: false, clock: Ward.clock())
    #expect(outcomes.map(\.seq) == [1, 1])
    #expect(outcomes[1] == .duplicate(seq: 1, id: line.event.id))
  }

  @Test(
    "What a store exports adds nothing when read back, and is not refused",
    arguments: Maker.allCases)
  func exportReadBack(_ maker: Maker) throws {
    let record = try maker.make()
    _ = try record.log.take(try Ward.vitals())
    _ = try record.log.take(try Ward.vitals("39.1", minute: 12), by: Ward.nurse)
    _ = try record.log.take(
      try Ward.vitals("38.0", minute: 14, extra: #","by":null,"recordedAt":null"#))
    for body in try record.log.bodies() {
      let outcome = try record.log.take(try Ward.sent(body), at: Ward.morning + .days(1))
      guard case .duplicate = outcome else {
        Issue.record("\(outcome) for \(body)")
        continue
      }
    }
    #expect(try record.log.position() == 3)
  }

  @Test(
    "A file adds nothing to a store that was filled from another store's export of it",
    arguments: Maker.allCases)
  func exportThenOriginal(_ maker: Maker) throws {
    let first = try maker.make()
    let second = try maker.make()
    let original = try Ward.vitals(extra: #","recordedAt":null"#)
    _ = try first.log.take(original, by: Ward.file)
    let exported = try #require(try first.log.bodies().first)
    _ = try second.log.take(try Ward.sent(exported))
    let outcome = try second.log.take(original, at: Ward.morning + .days(2))
    #expect(outcome == .duplicate(seq: 1, id: original.event.id))
  }

  @Test(
    "An event that what the store fills in makes longer than 1 MB is refused, at entry too",
    arguments: Maker.allCases, [Ward.file, Ward.nurse])
  func tooLongForReaders(_ maker: Maker, _ author: Authorship) throws {
    let record = try maker.make()
    let frame = #"{"patient":"P1","kind":"note","at":"2026-03-06T04:10:00Z","text":""}"#
    func note(_ length: Int) throws -> SentEvent {
      let text = String(repeating: "x", count: length - frame.utf8.count)
      return try Ward.sent(frame.replacing(#""text":"""#, with: #""text":"\#(text)""#))
    }
    let longest = EventReader.longestLine
    let refusal = try #require(try record.log.take(try note(longest), by: author).refusal)
    #expect(refusal.problem.hasPrefix("with what the store writes beside it"))
    // What is taken is read again.
    _ = try record.log.take(try note(longest - 400), by: author)
    #expect(try record.log.events(after: 0, limit: 9).map { try $0.event(Ward.reader) }.count == 1)
  }

  @Test("Who and where an event comes from stands in it as one line that is read again")
  func controlCharacters() throws {
    for author in [
      Authorship.imported(file: "a\u{7}\nb\u{2028}.jsonl"),
      .live(login: "li\u{1B}[2J", role: .nurse, source: "console\t"),
    ] {
      let record = try Maker.memory.make()
      _ = try record.log.take(try Ward.vitals(), by: author)
      let event = try #require(try record.log.events(after: 0, limit: 1).first).event(Ward.reader)
      #expect(event.source?.contains("\u{FFFD}") == true)
    }
  }

  @Test("The same id with other content is refused, naming what has it", arguments: Maker.allCases)
  func sameIDOtherContent(_ maker: Maker) throws {
    let record = try maker.make()
    let id = Ward.id(1)
    _ = try record.log.take(try Ward.vitals("38.4", extra: #","id":"\#(id)""#))
    let refusal = try #require(
      try record.log.take(try Ward.vitals("37.4", extra: #","id":"\#(id)""#)).refusal)
    #expect(refusal.field == "id")
    #expect(
      refusal.problem
        == "\(id) is already the id of another event: vitals of CD7-003,"
        + " stored 2026-03-06 04:10:00 UTC as number 1")
    #expect(try record.log.position() == 1)
  }

  @Test("An import without a time of writing gets the time of import; one that carries it keeps it")
  func timeOfWriting() throws {
    let record = try Maker.memory.make()
    _ = try record.log.take(try Ward.vitals())
    _ = try record.log.take(
      try Ward.vitals(minute: 11, extra: #","recordedAt":"2026-03-06T04:11:30Z""#))
    let events = try record.log.events(after: 0, limit: 10).map { try $0.event(Ward.reader) }
    #expect(events[0].recordedAt == Ward.morning)
    #expect(events[0].source == "import:ward.jsonl")
    #expect(events[0].by == nil)
    #expect(events[1].recordedAt == Ward.morning + .seconds(90))
  }

  @Test(
    "Written down later than the clock by more than 5 minutes is refused, by 5 minutes is not",
    arguments: [(0, true), (1, false)])
  func tooLate(_ microseconds: Int, _ isTaken: Bool) throws {
    let record = try Maker.memory.make()
    let event = try Ward.vitals(
      extra: #","recordedAt":"2026-03-06T04:15:00.00000\#(microseconds)Z""#)
    let outcome = try record.log.take(event)
    #expect((outcome.refusal == nil) == isTaken)
    if !isTaken { #expect(outcome.refusal?.field == "recordedAt") }
  }

  @Test(
    "A body that something else spoiled is named by position, kind and patient, with what to do")
  func spoiltBody() throws {
    let record = try Maker.memory.make()
    _ = try record.log.take(try Ward.vitals())
    var stored = try #require(try record.log.events(after: 0, limit: 1).first)
    stored.body = Array("{broken".utf8)
    let error = #expect(throws: StoreError.self) { try stored.event(Ward.reader) }
    #expect(error?.code == .damaged)
    let text = error.map { "\($0)" } ?? ""
    let patient = try #require(stored.patient)
    #expect(text.hasPrefix("event 1 (vitals of \(patient.text)) cannot be read: "), "\(text)")
    #expect(text.contains("vigil verify") && text.contains("vigil restore"), "\(text)")
  }

  @Test(
    "Of live entry the store says when, by whom, as what and from where", arguments: Maker.allCases)
  func liveEntry(_ maker: Maker) throws {
    let record = try maker.make()
    let claim =
      #","by":"somebody","role":"physician","source":"hl7:monitor""#
      + #","recordedAt":"2020-01-01T00:00:00Z""#
    let claimed = try Ward.vitals(extra: claim)
    _ = try record.log.take(claimed, by: Ward.nurse)
    let stored = try #require(try record.log.events(after: 0, limit: 1).first)
    let event = try stored.event(Ward.reader)
    #expect(event.by == "wangli")
    #expect(event.role == .nurse)
    #expect(event.source == "console")
    #expect(event.recordedAt == Ward.morning)
    let body = String(decoding: stored.body, as: UTF8.self)
    #expect(!body.contains("somebody") && !body.contains("hl7") && !body.contains("2020"))
  }

  @Test(
    "The time of storing always grows, even when the clock is set back", arguments: Maker.allCases)
  func clockSetBack(_ maker: Maker) throws {
    let record = try maker.make()
    _ = try record.log.take(try Ward.vitals(minute: 1))
    _ = try record.log.take(try Ward.vitals(minute: 2), at: Ward.morning - .hours(1))
    _ = try record.log.take(try Ward.vitals(minute: 3), at: Ward.morning + .seconds(1))
    let times = try record.log.events(after: 0, limit: 10).map(\.storedAt)
    #expect(
      times == [
        Ward.morning, Ward.morning + TimeSpan(microseconds: 1), Ward.morning + .seconds(1),
      ])
  }

  @Test("A form is stored as a whole or not at all", arguments: Maker.allCases)
  func form(_ maker: Maker) throws {
    let record = try maker.make()
    let id = Ward.id(7)
    _ = try record.log.take(try Ward.vitals("38.0", extra: #","id":"\#(id)""#))
    let good = try Ward.vitals("38.4", minute: 20)
    let bad = try Ward.vitals("39.9", extra: #","id":"\#(id)""#)
    let outcomes = try record.log.append(
      [good, bad], by: Ward.nurse, together: true, clock: Ward.clock())
    #expect(outcomes[0] == .withheld(id: good.event.id))
    #expect(outcomes[1].refusal?.field == "id")
    #expect(try record.log.position() == 1)
    let both = try record.log.append(
      [good, try Ward.vitals("39.9", minute: 21)], by: Ward.nurse, together: true,
      clock: Ward.clock())
    #expect(both.map(\.seq) == [2, 3])
  }

  @Test("Of an import, each line stands on its own", arguments: Maker.allCases)
  func linesOnTheirOwn(_ maker: Maker) throws {
    let record = try maker.make()
    let outcomes = try record.log.append(
      [
        try Ward.vitals(minute: 1),
        try Ward.vitals(minute: 2, extra: #","recordedAt":"2027-01-01T00:00:00Z""#),
        try Ward.vitals(minute: 3),
      ], by: Ward.file, together: false, clock: Ward.clock())
    #expect(outcomes.map(\.seq) == [1, nil, 2])
  }

  @Test(
    "The record of real patients takes no event of a scenario; a ward to practise on does",
    arguments: Maker.allCases)
  func scenarios(_ maker: Maker) throws {
    let event = try Ward.vitals(extra: #","source":"scenario:first fever""#)
    let ward = try maker.make(.ward)
    let practice = try maker.make(.practice)
    #expect(try ward.log.take(event).refusal?.field == "source")
    #expect(try practice.log.take(event).seq == 1)
  }

  static let ofSessions = [
    #""session","session":"m","as":"learner","action":"join""#,
    #""position","session":"m","as":"learner","state":"paused","speed":1"#,
    #""answer","session":"m","as":"learner","question":"q1""#,
    #""injection","session":"m","as":"instructor","event":{"id":"0197f0a4-6c1e-7b3a-9d52-3f6b8c0e1a2d","patient":"SC-01","kind":"note","at":"2026-03-06T04:10Z","text":"x"}"#,
    #""annotation","session":"m","as":"instructor","text":"x""#,
  ]

  @Test(
    "Sessions stand in training stores alone, and patients never do", arguments: Maker.allCases)
  func sessions(_ maker: Maker) throws {
    let events = try Self.ofSessions.map { fields in
      try Ward.reader.forTraining.read(
        Array(#"{"at":"2026-03-06T04:10:00Z","kind":\#(fields)}"#.utf8)[...])
    }
    for kind in [StoreKind.ward, .practice] {
      let record = try maker.make(kind)
      for event in events {
        let refusal = try #require(try record.log.take(event).refusal)
        #expect(refusal.field == "kind")
        #expect(refusal.problem.contains("no ward takes it"))
        #expect(try #require(refusal.remedy).contains("vigil init --training"))
      }
      #expect(try record.log.bodies() == [])
    }
    let training = try maker.make(.training)
    for (n, event) in events.enumerated() {
      #expect(try training.log.take(event).seq == Int64(n + 1))
    }
    let vitals = try #require(try training.log.take(Ward.vitals()).refusal)
    #expect(vitals.field == "kind" && vitals.problem.contains("vitals is of a patient"))
    let site = try Ward.sent(
      #"{"kind":"site","at":"2026-01-01T00:00:00Z","name":"School","timeZone":"Asia/Shanghai"}"#)
    #expect(try training.log.take(site).seq == 6)
    let limit = try Ward.sent(
      #"{"kind":"setting","at":"2026-01-01T00:00:00Z","patient":"CD7-003","name":"limits.spo2.low","value":92,"reason":"x"}"#
    )
    #expect(try training.log.take(limit).refusal?.field == "kind")
  }

  @Test("A patient's events, the ward's, and the patients are found", arguments: Maker.allCases)
  func reading(_ maker: Maker) throws {
    let record = try maker.make()
    let site = try Ward.sent(
      #"{"kind":"site","at":"2026-01-01T00:00:00Z","name":"Ward 7","timeZone":"Asia/Shanghai"}"#)
    for event in [
      try Ward.vitals(minute: 1), site, try Ward.vitals(minute: 2, patient: "CD7-001"),
      try Ward.vitals(minute: 3),
    ] { _ = try record.log.take(event) }
    let patient = try Ward.patient("CD7-003")
    #expect(try record.log.events(of: patient).map(\.seq) == [1, 4])
    #expect(try record.log.events(of: patient, after: 1).map(\.seq) == [4])
    #expect(try record.log.events(of: nil).map(\.seq) == [2])
    #expect(try record.log.patients() == [try Ward.patient("CD7-001"), patient])
    #expect(try record.log.event(site.event.id)?.seq == 2)
    #expect(try record.log.event(Ward.id(99)) == nil)
    #expect(try record.log.events(after: 2, limit: 1).map(\.seq) == [3])
  }

  @Test("Both makers keep the same bytes, hashes and times")
  func alike() throws {
    let memory = try Maker.memory.make()
    let sqlite = try Maker.sqlite.make()
    let id = Ward.id(1)
    let steps: [(SentEvent, Authorship)] = [
      (try Ward.vitals("38.4", extra: #","id":"\#(id)""#), Ward.file),
      (try Ward.vitals("38.4", extra: #","id":"\#(id)""#), Ward.nurse),
      (try Ward.correction(of: id, "37.4", as: Ward.id(2)), Ward.doctor),
      (try Ward.correction(of: id, "37.9", as: Ward.id(3)), Ward.nurse),
      (try Ward.retraction(of: Ward.id(8), as: Ward.id(4)), Ward.file),
    ]
    for (index, step) in steps.enumerated() {
      let now = Ward.morning + .minutes(Int64(index))
      #expect(
        try memory.log.take(step.0, by: step.1, at: now)
          == sqlite.log.take(step.0, by: step.1, at: now))
    }
    #expect(
      try memory.log.events(after: 0, limit: 100) == sqlite.log.events(after: 0, limit: 100))
    #expect(try memory.log.head() == sqlite.log.head())
  }
}
